namespace Crm.Domain.KeyAccounts;

/// <summary>What the health of an account is made of.</summary>
public enum HealthFactor { Cadence, Promises, Complaints, Satisfaction, ValueTrend }

/// <summary>What a factor weighs.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Weight">How much it counts beside the others, 0 to 100; with 0 it does not count.</param>
public sealed record HealthWeight(HealthFactor Factor, int Weight);

/// <summary>What one factor says of an account.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Score">0 (ill) to 100 (well).</param>
/// <param name="Weight">What it weighs.</param>
/// <param name="Reason">Why, as a code: contactOverdue, contactInTime, promisesBroken, promisesKept, complaintsOpen, complaintsRecent, noComplaints, ratedLow, endedAngry, endedInPeace, ratedWell, valueFell, valueGrew.</param>
/// <param name="Count">Of how many that tells: promises, complaints, contacts, answers of customers; for contactOverdue days, for the value percent of the period before.</param>
public sealed record HealthFinding(HealthFactor Factor, int Score, int Weight, string Reason, long Count)
{
    public const int ReasonMaxLength = 40;
}

/// <summary>What is known of an account in the last 90 days and the 90 before.</summary>
public sealed record HealthFacts
{
    /// <summary>How far contact is overdue, in hundredths of the cadence; null without a cadence.</summary>
    public int? OverduePercent { get; init; }
    public int OverdueDays { get; init; }
    public int PromisesBroken { get; init; }
    public int PromisesKept { get; init; }
    public int PromisesOpen { get; init; }
    public int ComplaintsOpen { get; init; }
    public int ComplaintsRecent { get; init; }

    /// <summary>Contacts by how they ended: calm, uneasy, annoyed, angry, furious.</summary>
    public IReadOnlyList<int> Endings { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>Answers of customers who were asked how satisfied they are: 1 not at all, 2, 3, 4, 5 fully.</summary>
    public IReadOnlyList<int> Ratings { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>Margin minus cost to serve in each of the two periods, in the currency that has most entries; null where there are none.</summary>
    public (long Now, long Before)? Value { get; init; }
}

/// <summary>
/// How an account does: the mean of its factors by their weights, each with its reason (S4-KEY-1). A factor of which nothing is known does not count; without any the account is
/// well, since nothing speaks against it.
/// </summary>
public static class AccountHealth
{
    public static readonly IReadOnlyList<HealthWeight> UsualWeights =
    [
        new(HealthFactor.Cadence, 20), new(HealthFactor.Promises, 25), new(HealthFactor.Complaints, 25), new(HealthFactor.Satisfaction, 20), new(HealthFactor.ValueTrend, 10),
    ];

    /// <summary>A fall by so much since the last entry of the series is told.</summary>
    public const int Drop = 10;

    public static (int Score, IReadOnlyList<HealthFinding> Findings) Of(HealthFacts facts, IReadOnlyList<HealthWeight> weights)
    {
        var findings = Findings(facts).Select(f => f with { Weight = weights.FirstOrDefault(w => w.Factor == f.Factor)?.Weight ?? 0 }).Where(f => f.Weight > 0).ToList();
        var total = findings.Sum(f => f.Weight);
        return (total == 0 ? 100 : (int)Math.Round((decimal)findings.Sum(f => f.Score * f.Weight) / total), findings);
    }

    private static IEnumerable<HealthFinding> Findings(HealthFacts facts)
    {
        if (facts.OverduePercent is { } overdue)
        {
            yield return overdue > 0
                ? new(HealthFactor.Cadence, Math.Max(0, 60 - overdue * 60 / 100), 0, "contactOverdue", facts.OverdueDays) : new(HealthFactor.Cadence, 100, 0, "contactInTime", 0);
        }
        if (facts.PromisesBroken + facts.PromisesKept + facts.PromisesOpen > 0)
        {
            yield return facts.PromisesBroken > 0
                ? new(HealthFactor.Promises, Math.Max(0, 70 - 30 * facts.PromisesBroken + Math.Min(20, 5 * facts.PromisesKept)), 0, "promisesBroken", facts.PromisesBroken)
                : new(HealthFactor.Promises, 100, 0, "promisesKept", facts.PromisesKept);
        }
        yield return facts.ComplaintsOpen > 0
            ? new(HealthFactor.Complaints, Math.Max(0, 60 - 25 * (facts.ComplaintsOpen - 1) - 5 * facts.ComplaintsRecent), 0, "complaintsOpen", facts.ComplaintsOpen)
            : facts.ComplaintsRecent > 0 ? new(HealthFactor.Complaints, Math.Max(40, 90 - 10 * facts.ComplaintsRecent), 0, "complaintsRecent", facts.ComplaintsRecent)
            : new(HealthFactor.Complaints, 100, 0, "noComplaints", 0);
        if (Satisfaction(facts) is { } satisfaction)
        {
            yield return satisfaction;
        }
        if (facts.Value is { Before: > 0 } value)
        {
            var percent = (long)Math.Clamp((decimal)value.Now * 100 / value.Before, 0, 1_000);
            yield return percent < 100 ? new(HealthFactor.ValueTrend, (int)percent, 0, "valueFell", percent) : new(HealthFactor.ValueTrend, 100, 0, "valueGrew", percent);
        }
    }

    /// <summary>How contacts ended, as staff saw it, and what customers answered count by half each: one answer is not outweighed by many contacts.</summary>
    private static HealthFinding? Satisfaction(HealthFacts facts)
    {
        var (seen, said) = (Mean(facts.Endings.Reverse()), Mean(facts.Ratings));
        var (angry, low) = (facts.Endings[3] + facts.Endings[4], facts.Ratings[0] + facts.Ratings[1]);
        var (reason, count) = low > 0 ? ("ratedLow", low) : angry > 0 ? ("endedAngry", angry) : seen is not null ? ("endedInPeace", facts.Endings.Sum()) : ("ratedWell", facts.Ratings.Sum());
        return (seen ?? said) is { } either ? new(HealthFactor.Satisfaction, ((seen ?? either) + (said ?? either)) / 2, 0, reason, count) : null;
    }

    /// <summary>Of counts from worst to best, 0 to 100; null where there are none.</summary>
    private static int? Mean(IEnumerable<int> counts)
    {
        var (sum, all) = counts.Select((count, step) => (Points: count * 25 * step, Count: count)).Aggregate((Points: 0, Count: 0), (a, b) => (a.Points + b.Points, a.Count + b.Count));
        return all == 0 ? null : sum / all;
    }
}

/// <summary>How an account did from a day on, kept when that changed. Never changed itself.</summary>
public sealed class HealthEntry
{
    public required KeyAccountId KeyAccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int Score { get; init; }
    public required IReadOnlyList<HealthFinding> Findings { get; init; }
}

/// <summary>What the factors weigh in a tenant: one record for each, with the id of its tenant.</summary>
public sealed class HealthScale : AggregateRoot<HealthScale>, IResource
{
    private HealthScale() { }

    public static string Prefix => "health_scale";

    public IReadOnlyList<HealthWeight> Weights { get; private set; } = [];

    public static HealthScale Establish(TenantId tenant, IReadOnlyList<HealthWeight> weights, DateTimeOffset now)
    {
        var scale = new HealthScale { Id = new(tenant.Value) };
        scale.Weigh(weights, now);
        return scale;
    }

    public void Weigh(IReadOnlyList<HealthWeight> weights, DateTimeOffset now)
    {
        Weights = [.. weights.OrderBy(w => w.Factor)];
        Changed(now);
        Raise(new HealthScaleChanged(Id));
    }
}

[EventType("health_scale.changed", 1, "What the factors of the health of key accounts weigh was changed.")]
public sealed record HealthScaleChanged(HealthScaleId HealthScaleId) : IDomainEvent;

[EventType("key_account.health_dropped", 1, "The health of a key account fell by ten or more since it was last kept.")]
public sealed record KeyAccountHealthDropped(KeyAccountId KeyAccountId, CustomerId CustomerId, int Before, int After) : IDomainEvent;
