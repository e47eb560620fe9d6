using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record GetAccountCadence(KeyAccountId Id) : IQuery<CadenceStanding>;

/// <summary>When an account was turned to last, and when it is due next.</summary>
/// <param name="KeyAccountId">The key account.</param>
/// <param name="Cadence">What was agreed; null where nothing was.</param>
/// <param name="LastContactAt">When the last contact began in which somebody of the account was reached.</param>
/// <param name="LastContactWith">With whom: the customer, or somebody who acts for it.</param>
/// <param name="NextContactDueAt">When the next one is due, in the open hours of the tenant's default calendar; null without a cadence.</param>
/// <param name="Overdue">Whether that is past.</param>
/// <param name="LapsedAt">When it was alerted.</param>
public sealed record CadenceStanding(
    KeyAccountId KeyAccountId, AccountCadence? Cadence, DateTimeOffset? LastContactAt, CustomerId? LastContactWith, DateTimeOffset? NextContactDueAt, bool Overdue, DateTimeOffset? LapsedAt)
{
    public static readonly CadenceStanding Example = new(
        KeyAccountDetails.ExampleId, AccountTerms.Example.Cadence, new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), KeyAccountDetails.Example.CustomerId, new(2026, 3, 31, 9, 0, 0, TimeSpan.Zero), false, null);
}

internal sealed class GetAccountCadenceHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : IQueryHandler<GetAccountCadence, CadenceStanding>
{
    public async Task<Result<CadenceStanding>> Handle(GetAccountCadence query, CancellationToken ct)
    {
        var account = await db.KeyAccounts.Where(k => k.Id == query.Id).Select(k => new { k.CustomerId, k.Cadence, k.LapsedAt, k.CreatedAt, k.EndedAt }).FirstOrDefaultAsync(ct);
        if (account is null)
        {
            return Error.NotFound<KeyAccount>();
        }
        var last = await db.LastContactWith(account.CustomerId, caller.Today(clock)).FirstOrDefaultAsync(ct);
        var due = account is { Cadence: { } cadence, EndedAt: null }
            ? cadence.DueAfter(last?.StartedAt ?? account.CreatedAt, await db.DefaultOpenTime(times, caller, ct)) : (DateTimeOffset?)null;
        return new CadenceStanding(query.Id, account.Cadence, last?.StartedAt, last?.With, due, due < clock.GetUtcNow(), account.LapsedAt);
    }
}
