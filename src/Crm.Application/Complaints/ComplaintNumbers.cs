using System.Globalization;
using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>What complaints came to.</summary>
/// <param name="Received">How many were received in the period; all else is told of these, as they stand now.</param>
/// <param name="Resolved">How many of them were resolved, at least once.</param>
/// <param name="ClosedConfirmed">How many are closed, and the customer said that it is solved.</param>
/// <param name="ClosedUnconfirmed">How many are closed, and the customer did not answer.</param>
/// <param name="Withdrawn">How many the customer took back.</param>
/// <param name="Duplicates">How many went on as another complaint.</param>
/// <param name="Appealed">In how many the customer appealed.</param>
/// <param name="Unanswered">In how many the customer waits for an answer of substance now.</param>
/// <param name="TimeToFirstContact">From the receipt until one of ours first spoke with the customer; of those with whom one did.</param>
/// <param name="TimeToResolution">From the receipt to the first resolution; of those that were resolved.</param>
/// <param name="HelpIndex">Of the resolved ones, the steps of H.E.L.P. that are done by those that they must have, 0 to 1 with 4 decimals; null where none is resolved.</param>
/// <param name="Transfers">How often they went from one owner to another.</param>
/// <param name="BounceRate">The part that went from one owner to another twice or more, 0 to 1; null where there are none.</param>
/// <param name="ReopenRate">The part of the resolved ones that was opened again, 0 to 1; null where none is resolved.</param>
/// <param name="DeflectionRate">The part in which the same macro went out again, 0 to 1 (S1-DEFLECT-1); null where there are none.</param>
/// <param name="Executive">What became of those in which the customer called the executive (S4-EXEC-1).</param>
/// <param name="Expectation">What was delivered, by what the customer expected (S4-NEEDS-1).</param>
/// <param name="Remedies">The spread of accepted remedies, for each kind and currency (S3-FAIR-2).</param>
public sealed record ComplaintNumbers(
    long Received, long Resolved, long ClosedConfirmed, long ClosedUnconfirmed, long Withdrawn, long Duplicates, long Appealed, long Unanswered, DurationSpread TimeToFirstContact,
    DurationSpread TimeToResolution, decimal? HelpIndex, long Transfers, decimal? BounceRate, decimal? ReopenRate, decimal? DeflectionRate, ExecutiveNumbers Executive, ExpectationNumbers Expectation,
    IReadOnlyList<RemedySpread> Remedies)
{
    public static readonly ComplaintNumbers Example = Of(Figures.Parse(
        "n=40;r=36;c=30;u=2;o=3;q=1;t=6;b=1;f=2;hc=220;hr=240;e:met=20;e:exceeded=10;e:missed=6;C:114=38;x=2;xa=1;X:180=1;R:140=30;R:150=6;$:refund:IRR:150=4;$:refund:IRR:160=1"));

    public static ComplaintNumbers Of(Figures figures)
    {
        var (received, resolved) = (figures[Figure.Received], figures[Figure.Resolved]);
        return new(
            received, resolved, figures[Figure.ClosedConfirmed], figures[Figure.ClosedUnconfirmed], figures[Figure.Withdrawn], figures[Figure.Duplicate], figures[Figure.Appealed],
            figures[Figure.Unanswered], DurationSpread.Of(figures, Figure.Contact), DurationSpread.Of(figures, Figure.Resolution),
            Rate(figures[Figure.HelpCompleted], figures[Figure.HelpRequired]), figures[Figure.Transfers], Rate(figures[Figure.Bounced], received), Rate(figures[Figure.Reopened], resolved),
            Rate(figures[Figure.Deflected], received), ExecutiveNumbers.Of(figures), ExpectationNumbers.Of(figures), RemedySpread.Of(figures));
    }

    internal static decimal? Rate(long part, long all) => all == 0 ? null : Math.Round((decimal)part / all, 4);
}

/// <summary>How long something took. Told within 4.5 percent, since durations are counted by steps.</summary>
/// <param name="Count">Of how many.</param>
/// <param name="Median">Half of them took no longer; null where there are none.</param>
/// <param name="P90">Nine of ten took no longer; null where there are none.</param>
public sealed record DurationSpread(long Count, TimeSpan? Median, TimeSpan? P90)
{
    internal static DurationSpread Of(Figures figures, string code)
    {
        var steps = figures.Behind(code).Select(f => (Step: int.Parse(f.Behind, CultureInfo.InvariantCulture), f.Count)).ToList();
        return new(steps.Sum(s => s.Count), Time(0.5), Time(0.9));

        TimeSpan? Time(double part) => LogScale.Quantile(steps, part) is { } seconds ? TimeSpan.FromSeconds(Math.Round(seconds)) : null;
    }
}

/// <summary>What became of calls for the executive; of each complaint the last one counts.</summary>
/// <param name="Called">In how many complaints the customer called the executive.</param>
/// <param name="Answered">In how many of them the executive answered.</param>
/// <param name="AnsweredRate">answered by called, 0 to 1 with 4 decimals; null where there are none.</param>
/// <param name="TimeToAnswer">From the call to the executive's answer; of those that were answered.</param>
public sealed record ExecutiveNumbers(long Called, long Answered, decimal? AnsweredRate, DurationSpread TimeToAnswer)
{
    internal static ExecutiveNumbers Of(Figures figures)
    {
        var (called, answered) = (figures[Figure.ExecutiveCalled], figures[Figure.ExecutiveAnswered]);
        return new(called, answered, ComplaintNumbers.Rate(answered, called), DurationSpread.Of(figures, Figure.ExecutiveAnswer));
    }
}

/// <summary>What was delivered, by what the customer expected; as the customer says, or else as staff recorded.</summary>
/// <param name="Exceeded">How many got more.</param>
/// <param name="Met">How many got what they expected.</param>
/// <param name="Missed">How many got less.</param>
/// <param name="ExceedRate">exceeded by all three together, 0 to 1 with 4 decimals; null where there are none.</param>
public sealed record ExpectationNumbers(long Exceeded, long Met, long Missed, decimal? ExceedRate)
{
    internal static ExpectationNumbers Of(Figures figures)
    {
        var (exceeded, met, missed) = (figures[Figure.Expectation + "exceeded"], figures[Figure.Expectation + "met"], figures[Figure.Expectation + "missed"]);
        return new(exceeded, met, missed, ComplaintNumbers.Rate(exceeded, exceeded + met + missed));
    }
}

/// <summary>How much customers were given of one kind.</summary>
/// <param name="Kind">The kind of remedy.</param>
/// <param name="Currency">ISO 4217 code; null for points and for what has no amount.</param>
/// <param name="Count">How often.</param>
/// <param name="Min">The least; money in the minor unit, points as they are. Null for what has no amount.</param>
/// <param name="Median">Half of them were no more.</param>
/// <param name="Max">The most.</param>
public sealed record RemedySpread(RemedyKind Kind, string? Currency, long Count, long? Min, long? Median, long? Max)
{
    public const int CurrencyMaxLength = Domain.Money.CurrencyMaxLength;

    internal static IReadOnlyList<RemedySpread> Of(Figures figures) =>
    [
        .. figures.Behind(Figure.Remedy).Select(f => (Parts: f.Behind.Split(':'), f.Count)).GroupBy(f => (Kind: f.Parts[0], Currency: f.Parts[1]))
            .OrderBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.Currency, StringComparer.Ordinal).Select(g =>
            {
                var steps = g.Select(f => (Step: int.Parse(f.Parts[2], CultureInfo.InvariantCulture), f.Count)).ToList();
                var (kind, hasAmount) = (Enum.Parse<RemedyKind>(g.Key.Kind, ignoreCase: true), steps.Exists(s => s.Step > 0));
                return new RemedySpread(kind, g.Key.Currency is { Length: > 0 } currency ? currency : null, steps.Sum(s => s.Count), At(0), At(0.5), At(1));

                long? At(double part) => hasAmount && LogScale.Quantile(steps, part) is { } amount ? (long)Math.Round(amount) : null;
            }),
    ];
}
