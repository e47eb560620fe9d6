using Crm.Domain.Interactions;

namespace Crm.Domain.Policies;

/// <summary>
/// Policies that many have: the one that applies where a tenant has none (standard); half its times for key customers (key); the way of a complaint by
/// ISO 10002 (iso10002); that of the complaints rules of the United Kingdom's Financial Conduct Authority (disp).
/// </summary>
public enum PolicyPreset { Standard, Key, Iso10002, Disp }

public static class PolicyPresets
{
    private const string Unnamed = "standard";
    private static readonly IReadOnlyList<WaitState> Customer = [WaitState.WaitingCustomer];
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(14);

    private static readonly IReadOnlyList<Rung> Rungs =
        [new(50, EscalationLevel.Owner), new(75, EscalationLevel.Lead), new(100, EscalationLevel.Manager), new(150, EscalationLevel.Executive, Critical: true)];

    /// <summary>What holds where a tenant has said nothing. Online is faster than post (S3-SPEED-2); hours are open ones unless all time counts.</summary>
    public static readonly PolicyContent Standard = new(Unnamed, PolicyContent.UsualRank, AppliesTo.Everything,
    [
        new(Metric.Acknowledgement, Minutes(5), Elapsed: true),
        new(Metric.FirstHumanContact, Hours(24), Elapsed: true),
        new(Metric.FirstAction, Minutes(30)),
        new(Metric.FirstResponse, Hours(4)),
        new(Metric.FirstResponse, Minutes(15), Channel.Chat),
        new(Metric.FirstResponse, Hours(1), Channel.Phone),
        new(Metric.FirstResponse, Hours(2), Channel.Social),
        new(Metric.FirstResponse, Hours(4), Channel.Email),
        new(Metric.FirstResponse, Hours(4), Channel.Web),
        new(Metric.FirstResponse, Hours(16), Channel.Post),
        new(Metric.NextResponse, Hours(8)),
        new(Metric.PeriodicUpdate, Hours(24)),
        new(Metric.ResolutionFirst, Hours(40), PausedIn: Customer, MostPause: LongestPause),
        new(Metric.ResolutionTotal, Hours(60), PausedIn: Customer, MostPause: LongestPause),
        new(Metric.Approval, Hours(8)),
        new(Metric.ExecutiveAnswer, Hours(48), Elapsed: true),
    ], Rungs);

    private static readonly PolicyContent Key = Standard with
    {
        Rank = 100,
        AppliesTo = new(CustomerClasses: ["key"]),
        Targets = [.. Standard.Targets.Select(t => t with { Target = t.Target / 2 })],
    };

    /// <summary>
    /// Its clauses: receipt and acknowledgement at once (7.2, 7.4), status at preset times (7.3), assessment (7.5), investigation and response (7.6, 7.7), the
    /// decision told (7.8) and the complaint closed (7.9). The standard names no hours; these are ours.
    /// </summary>
    private static readonly PolicyContent Iso10002 = new(Unnamed, 300, new([ClockSubject.Complaint]),
    [
        new(Metric.Acknowledgement, Hours(1), Elapsed: true),
        new(Metric.FirstHumanContact, Hours(24), Elapsed: true),
        new(Metric.FirstAction, Hours(4)),
        new(Metric.FirstResponse, Hours(16)),
        new(Metric.PeriodicUpdate, Hours(24)),
        new(Metric.ResolutionFirst, Hours(40), PausedIn: Customer, MostPause: LongestPause),
        new(Metric.ResolutionTotal, Hours(80), PausedIn: Customer, MostPause: LongestPause),
    ], Rungs);

    /// <summary>
    /// A prompt written acknowledgement; resolved by the close of the third business day, which 24 hours of a business day of eight are, a summary
    /// is enough; a final or holding response within eight weeks, which nothing pauses.
    /// </summary>
    private static readonly PolicyContent Disp = new(Unnamed, 200, new([ClockSubject.Complaint]),
    [
        new(Metric.Acknowledgement, Hours(24), Elapsed: true),
        new(Metric.FirstHumanContact, Hours(24), Elapsed: true),
        new(Metric.FirstAction, Hours(4)),
        new(Metric.PeriodicUpdate, TimeSpan.FromDays(28), Elapsed: true),
        new(Metric.ResolutionFirst, Hours(24)),
        new(Metric.ResolutionTotal, TimeSpan.FromDays(56), Elapsed: true),
    ], Rungs);

    /// <summary>What a preset says. Its name is for nobody to read: who takes it names it.</summary>
    public static PolicyContent Of(PolicyPreset preset) => preset switch
    {
        PolicyPreset.Key => Key,
        PolicyPreset.Iso10002 => Iso10002,
        PolicyPreset.Disp => Disp,
        _ => Standard,
    };

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
