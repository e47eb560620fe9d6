using Crm.Domain;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record GetAccountHealth(KeyAccountId Id) : IQuery<AccountHealthDetails>;

/// <summary>How an account does, and why (S4-KEY-1).</summary>
/// <param name="KeyAccountId">The key account.</param>
/// <param name="Score">0 (ill) to 100 (well): the mean of the factors by their weights.</param>
/// <param name="Findings">What each factor says of the last 90 days. One of which nothing is known does not count.</param>
/// <param name="At">When it was reckoned.</param>
/// <param name="History">The series: each day on which it was another, newest first, at most 100.</param>
public sealed record AccountHealthDetails(KeyAccountId KeyAccountId, int Score, IReadOnlyList<HealthFinding> Findings, DateTimeOffset At, IReadOnlyList<HealthPoint> History)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly AccountHealthDetails Example = new(
        KeyAccountDetails.ExampleId, 72, [new(HealthFactor.Complaints, 60, 25, "complaintsOpen", 1)], Morning, [new(Morning.AddDays(-1), 81, [])]);
}

/// <summary>How an account did from an instant on.</summary>
/// <param name="At">Since when.</param>
/// <param name="Score">The score.</param>
/// <param name="Findings">What each factor said.</param>
public sealed record HealthPoint(DateTimeOffset At, int Score, IReadOnlyList<HealthFinding> Findings);

internal sealed class GetAccountHealthHandler(ICrmDb db, TimeProvider clock, HealthOfAccounts health) : IQueryHandler<GetAccountHealth, AccountHealthDetails>
{
    private const int MostPoints = 100;

    public async Task<Result<AccountHealthDetails>> Handle(GetAccountHealth query, CancellationToken ct)
    {
        var account = await db.KeyAccounts.Where(k => k.Id == query.Id).Select(k => new { k.CustomerId, k.Cadence, k.CreatedAt }).FirstOrDefaultAsync(ct);
        if (account is null)
        {
            return Error.NotFound<KeyAccount>();
        }
        var (score, findings) = await health.Of(account.CustomerId, account.Cadence, account.CreatedAt, ct);
        var history = await db.HealthEntries.Where(h => h.KeyAccountId == query.Id).OrderByDescending(h => h.At).Take(MostPoints)
            .Select(h => new HealthPoint(h.At, h.Score, h.Findings)).ToListAsync(ct);
        return new AccountHealthDetails(query.Id, score, findings, clock.GetUtcNow(), history);
    }
}
