using System.Runtime.CompilerServices;
using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.BestCustomers;

/// <summary>Of whose complaints, and how long after.</summary>
public sealed record GetRecovery : IQuery<ComplainantRecovery>
{
    public const int UsualDays = 90;

    /// <summary>Complaints received since then; 366 days before to where absent.</summary>
    public Instant? From { get; init; }

    /// <summary>Complaints received before then; now where absent. At most 366 days after from.</summary>
    public Instant? To { get; init; }

    /// <summary>T: how long after the resolution is looked at whether they buy again, 1 to 3660 days; 90 where absent.</summary>
    public int? Days { get; init; }

    /// <summary>Only of customers who belong to this segment now.</summary>
    public SegmentId? SegmentId { get; init; }
}

/// <summary>How many who complained are satisfied and buy again (S5-RECOVER-1).</summary>
/// <param name="From">Complaints received since then.</param>
/// <param name="To">Complaints received before then.</param>
/// <param name="Days">T in days.</param>
/// <param name="SegmentId">The segment that the customers belong to; null for all.</param>
/// <param name="Complainants">Customers with a complaint in the period that is no duplicate of another one. Of several the last counts.</param>
/// <param name="Matured">Those whose complaint was resolved T ago or earlier, or is unresolved T after it was received. The rate is of them.</param>
/// <param name="Recovered">Those of them who are satisfied, and who bought something within T after it was resolved. Satisfied is who confirmed that it is solved, unless they rated it below what they expected.</param>
/// <param name="Unsatisfied">Those who are not satisfied.</param>
/// <param name="Lost">Those who are, and bought nothing.</param>
/// <param name="Rate">recovered / matured, 0 to 1 with 4 decimals; null where nobody has matured.</param>
public sealed record ComplainantRecovery(
    DateTimeOffset From, DateTimeOffset To, int Days, SegmentId? SegmentId, int Complainants, int Matured, int Recovered, int Unsatisfied, int Lost, decimal? Rate)
{
    public static readonly ComplainantRecovery Example = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), GetRecovery.UsualDays, null, 12, 10, 6, 3, 1, 0.6m);
}

internal sealed class GetRecoveryHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<GetRecovery, ComplainantRecovery>
{
    public async Task<Result<ComplainantRecovery>> Handle(GetRecovery query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.Complainants(query.From, query.To, query.Days, query.SegmentId, now, ct)).Failed(out var error, out var found))
        {
            return error;
        }
        var (complainants, counts) = (0, new Dictionary<ComplainantOutcome, int>());
        await foreach (var complainant in found.Rows)
        {
            complainants++;
            if (complainant.OutcomeAfter(found.Wait, now) is { } outcome)
            {
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            }
        }
        var (matured, recovered) = (counts.Values.Sum(), counts.GetValueOrDefault(ComplainantOutcome.Recovered));
        return new ComplainantRecovery(
            found.From, found.To, found.Wait.Days, query.SegmentId, complainants, matured, recovered, counts.GetValueOrDefault(ComplainantOutcome.Unsatisfied), counts.GetValueOrDefault(ComplainantOutcome.Lost),
            matured == 0 ? null : Math.Round((decimal)recovered / matured, 4));
    }
}

/// <summary>What became of somebody who complained.</summary>
internal enum ComplainantOutcome { Recovered, Unsatisfied, Lost }

/// <summary>A customer's last complaint of a period, and their first purchase after its resolution.</summary>
internal sealed record Complainant(CustomerId CustomerId, ComplaintId ComplaintId, DateTimeOffset ReceivedAt, ComplaintStage Stage, ExpectationOutcome? Expectation, DateTimeOffset? ResolvedAt, DateTimeOffset? BoughtAt)
{
    /// <summary>Null before it can be told.</summary>
    public ComplainantOutcome? OutcomeAfter(TimeSpan wait, DateTimeOffset now) =>
        (ResolvedAt ?? ReceivedAt) + wait > now ? null
        : Stage != ComplaintStage.ClosedConfirmed || Expectation == ExpectationOutcome.Missed ? ComplainantOutcome.Unsatisfied
        : BoughtAt <= ResolvedAt + wait ? ComplainantOutcome.Recovered : ComplainantOutcome.Lost;
}

/// <summary>The complainants of a period, read as they come.</summary>
internal sealed record FoundComplainants(DateTimeOffset From, DateTimeOffset To, TimeSpan Wait, IAsyncEnumerable<Complainant> Rows);

internal static class ReadingComplainants
{
    /// <summary>Each once, in the order of their customers' ids. One query.</summary>
    public static async Task<Result<FoundComplainants>> Complainants(
        this ICrmDb db, Instant? from, Instant? to, int? days, SegmentId? segment, DateTimeOffset now, CancellationToken ct)
    {
        if (StatisticsPeriod.Of(from, to, now, StatisticsPeriod.Longest).Failed(out var error, out var period))
        {
            return error;
        }
        if (days is < 1 or > ListBestCustomers.MaxDays)
        {
            return BestCustomerErrors.WindowInvalid.About("/days");
        }
        return (await db.Chosen(segment, now, ct)).Failed(out error, out var chosen) ? error
            : new FoundComplainants(period.From, period.To, TimeSpan.FromDays(days ?? GetRecovery.UsualDays), db.Complainants(chosen, period, ct));
    }

    private static async IAsyncEnumerable<Complainant> Complainants(
        this ICrmDb db, ChosenCustomers chosen, (DateTimeOffset From, DateTimeOffset To) period, [EnumeratorCancellation] CancellationToken ct)
    {
        var (from, to) = period;
        var rows = db.Complaints.AsNoTracking().Where(c => c.ReceivedAt >= from && c.ReceivedAt < to && c.CustomerId != null && c.Stage != ComplaintStage.Duplicate)
            .Select(c => new { CustomerId = c.CustomerId!.Value, c.Id, c.ReceivedAt, c.Stage, c.Expectation, c.ResolvedAt });
        var last = default(CustomerId);
        await foreach (var complainant in chosen.Of(rows, c => c.CustomerId).OrderBy(c => c.CustomerId).ThenByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id)
            .Select(c => new Complainant(c.CustomerId, c.Id, c.ReceivedAt, c.Stage, c.Expectation, c.ResolvedAt,
                db.Purchases.Where(p => p.CustomerId == c.CustomerId && p.PurchasedAt > c.ResolvedAt).OrderBy(p => p.PurchasedAt).Select(p => (DateTimeOffset?)p.PurchasedAt).FirstOrDefault()))
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            if (complainant.CustomerId != last)
            {
                last = complainant.CustomerId;
                yield return complainant;
            }
        }
    }
}
