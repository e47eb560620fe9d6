using Crm.Domain;
using Crm.Domain.Calendars;
using FluentValidation;

namespace Crm.Application.Calendars;

/// <summary>What would be due when.</summary>
/// <param name="Start">When the clock starts.</param>
/// <param name="Target">How much open time it has: an ISO 8601 duration in weeks, days, hours, minutes and seconds above zero and up to P3660D, as in PT4H. A day of it is 24 open hours.</param>
/// <param name="Pauses">When the clock stands still, in any order, overlaps allowed; at most 1000.</param>
/// <param name="CalendarVersion">Which version of the calendar; the present one where absent.</param>
public sealed record FindDeadlineBody(DateTimeOffset Start, string Target, IReadOnlyList<PauseBody>? Pauses = null, int? CalendarVersion = null)
{
    public static readonly FindDeadlineBody Example = new(
        new(2026, 10, 14, 12, 30, 0, TimeSpan.Zero), "PT4H", [new(new(2026, 10, 14, 13, 0, 0, TimeSpan.Zero), new(2026, 10, 15, 5, 30, 0, TimeSpan.Zero))]);
}

public sealed record FindDeadline(CalendarId Id, DateTimeOffset Start, string Target, IReadOnlyList<PauseBody>? Pauses, int? CalendarVersion) : IQuery<DeadlineDetails>;

/// <summary>When it would be due, and the open time that says so.</summary>
/// <param name="Deadline">The first instant at which the target has passed in open time; null while a pause without end keeps it from coming.</param>
/// <param name="Remaining">How much of the target is left while it stands still; null where there is a deadline.</param>
/// <param name="Target">The target, in hours, minutes and seconds.</param>
/// <param name="CalendarVersion">The version of the calendar that was asked.</param>
/// <param name="Intervals">The times that count, from the start to the deadline: open and not paused. Together they are the target, or what of it has passed.</param>
/// <param name="Truncated">Whether there are more than the 1000 intervals shown.</param>
public sealed record DeadlineDetails(
    DateTimeOffset? Deadline, string? Remaining, string Target, int CalendarVersion, IReadOnlyList<OpenInterval> Intervals, bool Truncated)
{
    public static readonly DeadlineDetails Example = new(new(2026, 10, 15, 9, 0, 0, TimeSpan.Zero), null, "PT4H", 1,
    [
        new(new(2026, 10, 14, 12, 30, 0, TimeSpan.Zero), new(2026, 10, 14, 13, 0, 0, TimeSpan.Zero)),
        new(new(2026, 10, 15, 5, 30, 0, TimeSpan.Zero), new(2026, 10, 15, 9, 0, 0, TimeSpan.Zero)),
    ], false);
}

internal sealed class FindDeadlineValidator : AbstractValidator<FindDeadline>
{
    public FindDeadlineValidator()
    {
        RuleFor(x => x.Start).OfCalendars();
        RuleFor(x => x.Target).Cascade(CascadeMode.Stop).NotEmpty().Target();
        RuleFor(x => x.Pauses).AtMost(TimeRules.MostPauses);
        RuleForEach(x => x.Pauses).SetValidator(new PauseBodyValidator());
        RuleFor(x => x.CalendarVersion).GreaterThanOrEqualTo(1);
    }
}

internal sealed class FindDeadlineHandler(ICrmDb db, Caller caller, OpenTimes times) : IQueryHandler<FindDeadline, DeadlineDetails>
{
    public async Task<Result<DeadlineDetails>> Handle(FindDeadline query, CancellationToken ct)
    {
        if ((await times.Of(db, caller, query.Id, query.CalendarVersion, ct)).Failed(out var error, out var asked))
        {
            return error;
        }
        _ = Durations.TryParse(query.Target, out var target);
        var pauses = query.Pauses.ToPauses();
        if (asked.OpenTime.Deadline(query.Start, target, pauses).Failed(out error, out var deadline))
        {
            return error;
        }
        var (intervals, truncated) = asked.OpenTime.Between(query.Start, deadline ?? OpenTime.End, pauses).Shown();
        var remaining = deadline is null ? Durations.Text(target - asked.OpenTime.Measure(query.Start, OpenTime.End, pauses)) : null;
        return new DeadlineDetails(deadline, remaining, Durations.Text(target), asked.Number, intervals, truncated);
    }
}
