using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using Crm.Domain.Interactions;
using Crm.Domain.KeyAccounts;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>What the health of an account is reckoned from: three queries, whatever happened.</summary>
internal sealed class HealthOfAccounts(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times)
{
    public const int Days = 90;

    public async Task<(int Score, IReadOnlyList<HealthFinding> Findings)> Of(CustomerId customer, AccountCadence? cadence, DateTimeOffset since, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), caller.Today(clock));
        var from = now.AddDays(-Days);
        var people = db.PeopleOf(customer, today);
        var promises = db.Commitments.Where(c => (c.CustomerId == customer || people.Contains(c.CustomerId)) && c.DueAt >= from);
        var complaints = db.Complaints.Where(c => c.CustomerId == customer || (c.CustomerId != null && people.Contains(c.CustomerId.Value)));
        var ended = db.Interactions.Where(i => (i.CustomerId == customer || people.Contains(i.CustomerId)) && i.StartedAt >= from && i.Correction == null);
        var answers = db.AfterSaleChecks.Where(c => (c.CustomerId == customer || people.Contains(c.CustomerId)) && c.AskedAt >= from);
        var known = await db.Customers.Where(c => c.Id == customer).Select(_ => new
        {
            Broken = promises.Count(c => c.State == CommitmentState.Broken || c.State == CommitmentState.KeptLate),
            Kept = promises.Count(c => c.State == CommitmentState.Kept),
            Open = promises.Count(c => c.State == CommitmentState.Open),
            ComplaintsOpen = complaints.Count(c => c.Stage != ComplaintStage.ClosedConfirmed && c.Stage != ComplaintStage.ClosedUnconfirmed
                && c.Stage != ComplaintStage.WithdrawnByCustomer && c.Stage != ComplaintStage.Duplicate),
            ComplaintsRecent = complaints.Count(c => c.ReceivedAt >= from),
            Endings = new[]
            {
                ended.Count(i => i.EmotionAtEnd == Emotion.Calm), ended.Count(i => i.EmotionAtEnd == Emotion.Uneasy), ended.Count(i => i.EmotionAtEnd == Emotion.Annoyed),
                ended.Count(i => i.EmotionAtEnd == Emotion.Angry), ended.Count(i => i.EmotionAtEnd == Emotion.Furious),
            },
            Ratings = new[]
            {
                answers.Count(c => c.Rating == 1), answers.Count(c => c.Rating == 2), answers.Count(c => c.Rating == 3), answers.Count(c => c.Rating == 4), answers.Count(c => c.Rating == 5),
            },
            Weights = db.HealthScales.Select(s => s.Weights).FirstOrDefault(),
        }).FirstAsync(ct);
        var (overdue, overdueDays) = await Overdue(customer, cadence, since, today, now, ct);
        return AccountHealth.Of(new()
        {
            OverduePercent = overdue, OverdueDays = overdueDays, PromisesBroken = known.Broken, PromisesKept = known.Kept, PromisesOpen = known.Open,
            ComplaintsOpen = known.ComplaintsOpen, ComplaintsRecent = known.ComplaintsRecent, Endings = known.Endings, Ratings = known.Ratings,
            Value = await Value(customer, today, ct),
        }, known.Weights ?? AccountHealth.UsualWeights);
    }

    private async Task<(int?, int)> Overdue(CustomerId customer, AccountCadence? cadence, DateTimeOffset since, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        if (cadence is null || !Durations.TryParse(cadence.Every, out var every))
        {
            return (null, 0);
        }
        var last = await db.LastContactWith(customer, today).FirstOrDefaultAsync(ct);
        var late = now - cadence.DueAfter(last?.StartedAt ?? since, await db.DefaultOpenTime(times, caller, ct));
        return late <= TimeSpan.Zero ? (0, 0) : ((int)Math.Clamp(late / every * 100, 1, 1_000), (int)late.TotalDays);
    }

    private async Task<(long, long)?> Value(CustomerId customer, DateOnly today, CancellationToken ct)
    {
        var (middle, first) = (today.AddDays(-Days), today.AddDays(-2 * Days));
        var sums = await db.ValueEntries.Where(v => v.CustomerId == customer && v.OccurredOn > first && (v.Kind == ValueKind.Margin || v.Kind == ValueKind.CostToServe))
            .GroupBy(v => new { v.Currency, v.Kind, Now = v.OccurredOn > middle })
            .Select(g => new { g.Key.Currency, g.Key.Kind, g.Key.Now, Amount = g.Sum(v => v.Amount), Entries = g.Count() }).ToListAsync(ct);
        // Currencies are never added: the one with most entries speaks.
        return sums.GroupBy(s => s.Currency, StringComparer.Ordinal).OrderByDescending(g => g.Sum(s => s.Entries)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ((long, long)?)(Net(g.Where(s => s.Now).Select(s => (s.Kind, s.Amount))), Net(g.Where(s => !s.Now).Select(s => (s.Kind, s.Amount))))).FirstOrDefault();
    }

    private static long Net(IEnumerable<(ValueKind Kind, long Amount)> sums) => sums.Sum(s => s.Kind == ValueKind.CostToServe ? -s.Amount : s.Amount);
}
