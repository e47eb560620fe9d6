using Crm.Application.Calendars;
using Crm.Application.KeyAccounts;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>What the worker does 30 days before a need is expected: tells who cares for the customer, or else who recorded it, where nobody sees to it yet (S3-FUTURE-1).</summary>
public sealed record AnnounceNeed(NeedId Id) : ICommand<Nothing>, IHandledAgain;

internal sealed class AnnounceNeedHandler(ICrmDb db, Caller caller, TimeProvider clock, KeyStandings standings, OpenTimes times) : ICommandHandler<AnnounceNeed, Nothing>
{
    public const string Notice = "need.comes_up";

    public async Task<Result<Nothing>> Handle(AnnounceNeed command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.DropAlarm(Alarms.NeedComesUp, command.Id.Value);
        var found = await db.Needs.Where(n => n.Id == command.Id).Join(db.Customers, n => n.CustomerId, c => c.Id, (n, c) => new { Need = n, Customer = c }).FirstOrDefaultAsync(ct);
        if (found is null || found.Customer.State != CustomerState.Active || !found.Need.ComeUp(now))
        {
            return new Nothing();
        }
        if ((await standings.CarerOf(found.Customer, ct) ?? found.Need.By) is { } carer)
        {
            db.Notify(carer, Notice, RecordId.Of(found.Need.Id), found.Need.CustomerId, now, await db.DeliveryTime(times, caller, now, ct));
        }
        return new Nothing();
    }
}
