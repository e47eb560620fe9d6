using Crm.Domain;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record GetKeyAccountHistory(KeyAccountId Id) : IQuery<KeyAccountHistory>;

/// <summary>Everything that happened to a key account.</summary>
/// <param name="Events">Oldest first, at most the last 500.</param>
public sealed record KeyAccountHistory(IReadOnlyList<KeyAccountHappened> Events)
{
    public static readonly KeyAccountHistory Example = new([new(1, KeyAccountEventKind.Designated, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), null,
        AccountTerms.Example.Reason, AccountTerms.Example.Tier, KeyAccountDetails.ExampleManager, null, AccountTerms.Example.ReviewOn)]);
}

/// <summary>One thing that happened, and how the account stood from then on.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it; null where time did, or a credential acts for nobody.</param>
/// <param name="Note">The reason, of a merge and its undoing the merge's id; null after the customer was erased.</param>
/// <param name="Tier">The tier.</param>
/// <param name="ManagerId">The account manager.</param>
/// <param name="SponsorId">The executive sponsor.</param>
/// <param name="ReviewOn">The day of the next review.</param>
public sealed record KeyAccountHappened(
    int Number, KeyAccountEventKind Kind, DateTimeOffset At, StaffId? By, string? Note, string Tier, StaffId ManagerId, StaffId? SponsorId, DateOnly ReviewOn);

internal sealed class GetKeyAccountHistoryHandler(ICrmDb db) : IQueryHandler<GetKeyAccountHistory, KeyAccountHistory>
{
    private const int Most = 500;

    public async Task<Result<KeyAccountHistory>> Handle(GetKeyAccountHistory query, CancellationToken ct)
    {
        var events = await db.KeyAccountEvents.Where(e => e.KeyAccountId == query.Id).OrderByDescending(e => e.Number).Take(Most)
            .Select(e => new KeyAccountHappened(e.Number, e.Kind, e.At, e.By, e.Note, e.Tier, e.ManagerId, e.SponsorId, e.ReviewOn)).ToListAsync(ct);
        events.Reverse();
        return events.Count > 0 ? new KeyAccountHistory(events) : Error.NotFound<KeyAccount>();
    }
}
