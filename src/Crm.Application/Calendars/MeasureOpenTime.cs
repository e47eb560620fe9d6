using Crm.Domain;
using Crm.Domain.Calendars;
using FluentValidation;

namespace Crm.Application.Calendars;

/// <summary>Between which instants to measure.</summary>
/// <param name="From">When the clock starts.</param>
/// <param name="To">Up to when it is read, not before from.</param>
/// <param name="Pauses">When the clock stands still, in any order, overlaps allowed; at most 1000.</param>
/// <param name="CalendarVersion">Which version of the calendar; the present one where absent.</param>
public sealed record MeasureOpenTimeBody(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<PauseBody>? Pauses = null, int? CalendarVersion = null)
{
    public static readonly MeasureOpenTimeBody Example = new(new(2026, 10, 14, 13, 0, 0, TimeSpan.Zero), new(2026, 10, 17, 6, 0, 0, TimeSpan.Zero));
}

public sealed record MeasureOpenTime(CalendarId Id, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<PauseBody>? Pauses, int? CalendarVersion) : IQuery<MeasureDetails>;

/// <summary>How much time counts between two instants, and which.</summary>
/// <param name="Measure">The open and unpaused time, in hours, minutes and seconds.</param>
/// <param name="CalendarVersion">The version of the calendar that was asked.</param>
/// <param name="Intervals">The times that count: open and not paused. Together they are the measure.</param>
/// <param name="Truncated">Whether there are more than the 1000 intervals shown.</param>
public sealed record MeasureDetails(string Measure, int CalendarVersion, IReadOnlyList<OpenInterval> Intervals, bool Truncated)
{
    public static readonly MeasureDetails Example = new("PT5H30M", 1,
    [
        new(new(2026, 10, 14, 13, 0, 0, TimeSpan.Zero), new(2026, 10, 14, 13, 30, 0, TimeSpan.Zero)), new(new(2026, 10, 15, 5, 0, 0, TimeSpan.Zero), new(2026, 10, 15, 9, 0, 0, TimeSpan.Zero)),
        new(new(2026, 10, 17, 5, 0, 0, TimeSpan.Zero), new(2026, 10, 17, 6, 0, 0, TimeSpan.Zero)),
    ], false);
}

internal sealed class MeasureOpenTimeValidator : AbstractValidator<MeasureOpenTime>
{
    public MeasureOpenTimeValidator()
    {
        RuleFor(x => x.From).OfCalendars();
        RuleFor(x => x.To).OfCalendars();
        RuleFor(x => x.To).Must((query, to) => to >= query.From).Code("measure_reversed", "This ends before it begins.");
        RuleFor(x => x.Pauses).AtMost(TimeRules.MostPauses);
        RuleForEach(x => x.Pauses).SetValidator(new PauseBodyValidator());
        RuleFor(x => x.CalendarVersion).GreaterThanOrEqualTo(1);
    }
}

internal sealed class MeasureOpenTimeHandler(ICrmDb db, Caller caller, OpenTimes times) : IQueryHandler<MeasureOpenTime, MeasureDetails>
{
    public async Task<Result<MeasureDetails>> Handle(MeasureOpenTime query, CancellationToken ct)
    {
        if ((await times.Of(db, caller, query.Id, query.CalendarVersion, ct)).Failed(out var error, out var asked))
        {
            return error;
        }
        var pauses = query.Pauses.ToPauses();
        var (intervals, truncated) = asked.OpenTime.Between(query.From, query.To, pauses).Shown();
        return new MeasureDetails(Durations.Text(asked.OpenTime.Measure(query.From, query.To, pauses)), asked.Number, intervals, truncated);
    }
}
