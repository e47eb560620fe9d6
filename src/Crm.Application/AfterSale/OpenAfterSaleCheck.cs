using Crm.Application.KeyAccounts;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.AfterSale;
using Crm.Domain.Customers;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.AfterSale;

/// <summary>What the worker does when it is time to ask: opens work for whoever cares for the customer, unless the customer does not want to be asked.</summary>
public sealed record OpenAfterSaleCheck(AfterSaleCheckId Id) : ICommand<Nothing>;

internal sealed class OpenAfterSaleCheckHandler(ICrmDb db, Caller caller, TimeProvider clock, KeyStandings standings) : ICommandHandler<OpenAfterSaleCheck, Nothing>
{
    public async Task<Result<Nothing>> Handle(OpenAfterSaleCheck command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.DropAlarm(Alarms.AfterSaleDue, command.Id.Value);
        if (await db.AfterSaleChecks.FirstOrDefaultAsync(c => c.Id == command.Id, ct) is not { State: CheckState.Scheduled } check)
        {
            return new Nothing();
        }
        var customer = await db.Customers.AsNoTracking().FirstAsync(c => c.Id == check.CustomerId, ct);
        var consents = await db.Consents.AsNoTracking().Where(k => k.CustomerId == check.CustomerId && (k.Purpose == AfterSaleCheck.Purpose || k.Purpose == ConsentContent.Service)).ToListAsync(ct);
        if (!check.Open(Refusal(customer, consents, now), now))
        {
            return new Nothing();
        }
        var owner = await db.FirstHere([await standings.CarerOf(customer, ct)], now, ct) ?? await db.ChooseOwner(caller, null, customer.Profile.Language, [], now, ct);
        db.OpenWork(new(WorkKind.Check, RecordId.Of(check.Id), AccountWords.AfterSale(caller), owner) { CustomerId = check.CustomerId, Language = customer.Profile.Language, DueAt = now.AddDays(1) }, caller, now);
        return new Nothing();
    }

    /// <summary>A wish to be left alone on every way counts, and so does a consent that was taken back; that none was given does not, since asking is service.</summary>
    private static CheckRefusal? Refusal(Customer customer, IReadOnlyList<Consent> consents, DateTimeOffset now) =>
        customer.State != CustomerState.Active ? CheckRefusal.CustomerGone
        : customer.DoNotContact?.ForbidsAsking(now) == true ? CheckRefusal.WishesNoContact
        : consents.GroupBy(k => k.Purpose).Any(p => p.OrderBy(k => k.At).ThenBy(k => k.Id).Last().Decision == ConsentDecision.Withdrawn) ? CheckRefusal.ConsentWithdrawn
        : null;
}
