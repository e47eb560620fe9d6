using Crm.Domain;
using Crm.Domain.Calendars;
using FluentValidation;

namespace Crm.Application.Calendars;

/// <summary>A time in which a clock stands still.</summary>
/// <param name="From">When it stops.</param>
/// <param name="To">When it goes on, not before from; absent while it still stands.</param>
public sealed record PauseBody(DateTimeOffset From, DateTimeOffset? To = null);

internal sealed class PauseBodyValidator : AbstractValidator<PauseBody>
{
    public PauseBodyValidator()
    {
        RuleFor(x => x.From).OfCalendars();
        RuleFor(x => x.To).OfCalendars();
        RuleFor(x => x.To).Must((pause, to) => to is null || to >= pause.From).Code("pause_reversed", "This pause ends before it begins.");
    }
}

/// <summary>What questions of time have in common, here and in policies.</summary>
internal static class TimeRules
{
    public const int MostPauses = 1000;
    public const int MostIntervals = 1000;

    /// <summary>A target: a duration above zero and of at most 3660 days.</summary>
    public static IRuleBuilderOptions<T, string> Target<T>(this IRuleBuilder<T, string> rule) =>
        rule.MaximumLength(Durations.MaxLength)
            .Must(t => Durations.TryParse(t, out _)).Code("target_invalid", "An ISO 8601 duration is needed here, without months and years, as in PT4H.")
            .Must(t => !Durations.TryParse(t, out var target) || target > TimeSpan.Zero).NotPositive()
            .Must(t => !Durations.TryParse(t, out var target) || target <= OpenTime.LongestTarget).TooLong();

    /// <inheritdoc cref="Target{T}(IRuleBuilder{T, string})"/>
    public static IRuleBuilderOptions<T, TimeSpan> Target<T>(this IRuleBuilder<T, TimeSpan> rule) =>
        rule.Must(target => target > TimeSpan.Zero).NotPositive().Must(target => target <= OpenTime.LongestTarget).TooLong();

    private static IRuleBuilderOptions<T, TTarget> NotPositive<T, TTarget>(this IRuleBuilderOptions<T, TTarget> rule) =>
        rule.Code("target_not_positive", "A target is longer than nothing.");

    private static IRuleBuilderOptions<T, TTarget> TooLong<T, TTarget>(this IRuleBuilderOptions<T, TTarget> rule) =>
        rule.Code("target_too_long", "A target is at most P3660D.");

    public static IRuleBuilderOptions<T, DateTimeOffset> OfCalendars<T>(this IRuleBuilder<T, DateTimeOffset> rule) =>
        rule.Must(IsKnown).Code("instant_out_of_range", "Calendars are known for the years 1970 to 2199.");

    public static IRuleBuilderOptions<T, DateTimeOffset?> OfCalendars<T>(this IRuleBuilder<T, DateTimeOffset?> rule) =>
        rule.Must(at => at is null || IsKnown(at.Value)).Code("instant_out_of_range", "Calendars are known for the years 1970 to 2199.");

    public static Pauses ToPauses(this IReadOnlyList<PauseBody>? pauses) => pauses is null ? Pauses.None : Pauses.Of(pauses.Select(p => new Pause(p.From, p.To)));

    private static bool IsKnown(DateTimeOffset at) => at >= OpenTime.Begin && at < OpenTime.End;
}

internal static class TimeAnswers
{
    /// <summary>The version that is asked about, or the present one.</summary>
    public static async ValueTask<Result<(OpenTime OpenTime, int Number)>> Of(
        this OpenTimes times, ICrmDb db, Caller caller, CalendarId id, int? version, CancellationToken ct)
    {
        if (version is not { } number)
        {
            return await times.OfPresent(db, caller.Tenant.Number, id, ct);
        }
        return (await times.Of(db, caller.Tenant.Number, id, number, ct)).Failed(out var error, out var openTime) ? error : (openTime, number);
    }

    /// <summary>The first thousand intervals, and whether there are more.</summary>
    public static (IReadOnlyList<OpenInterval> Intervals, bool Truncated) Shown(this IEnumerable<OpenInterval> intervals)
    {
        var shown = intervals.Take(TimeRules.MostIntervals + 1).ToList();
        return shown.Count > TimeRules.MostIntervals ? (shown[..TimeRules.MostIntervals], true) : (shown, false);
    }
}
