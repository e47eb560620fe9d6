using Crm.Domain;
using Crm.Domain.Calendars;
using FluentValidation;

namespace Crm.Application.Calendars;

/// <summary>A calendar to come into use.</summary>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="Preset">Where hours and exceptions come from that are not given.</param>
/// <param name="TimeZone">IANA name of the zone whose wall clock counts; that of the preset where absent, or else the tenant's.</param>
/// <param name="Hours">The hours of the week, at most 84, without overlap; needed unless a preset is named.</param>
/// <param name="Exceptions">The days with other hours, at most 1000.</param>
public sealed record EstablishCalendar(
    string Name, CalendarPreset? Preset = null, string? TimeZone = null, IReadOnlyList<WeeklyHours>? Hours = null, IReadOnlyList<CalendarException>? Exceptions = null)
    : ICommand<CalendarDetails>
{
    public static readonly EstablishCalendar Example = new(
        CalendarContent.Example.Name, null, CalendarContent.Example.TimeZone, CalendarContent.Example.Hours, CalendarContent.Example.Exceptions);
}

internal sealed class EstablishCalendarValidator : AbstractValidator<EstablishCalendar>
{
    public EstablishCalendarValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(CalendarContent.NameMaxLength);
        RuleFor(x => x.Preset).IsInEnum();
        RuleFor(x => x.TimeZone).NotEmpty().When(x => x.TimeZone is not null).IanaTimeZone();
        RuleFor(x => x.Hours).NotNull().When(x => x.Preset is null).AtMost(CalendarContent.MaxHours);
        RuleFor(x => x.Exceptions).AtMost(CalendarContent.MaxExceptions);
        RuleForEach(x => x.Exceptions).SetValidator(new CalendarExceptionValidator());
    }
}

internal sealed class CalendarContentValidator : AbstractValidator<CalendarContent>
{
    public CalendarContentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(CalendarContent.NameMaxLength);
        RuleFor(x => x.TimeZone).NotEmpty().IanaTimeZone();
        RuleFor(x => x.Hours).AtMost(CalendarContent.MaxHours);
        RuleFor(x => x.Exceptions).AtMost(CalendarContent.MaxExceptions);
        RuleForEach(x => x.Exceptions).SetValidator(new CalendarExceptionValidator());
    }
}

internal sealed class CalendarExceptionValidator : AbstractValidator<CalendarException>
{
    public CalendarExceptionValidator()
    {
        RuleFor(x => x.Name).MaximumLength(CalendarException.NameMaxLength);
        RuleFor(x => x.Hours).AtMost(CalendarException.MaxHours);
        RuleFor(x => x.Yearly!.Calendar).IsInEnum().When(x => x.Yearly is not null);
    }
}

internal sealed class EstablishCalendarHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<EstablishCalendar, CalendarDetails>
{
    public Task<Result<CalendarDetails>> Handle(EstablishCalendar command, CancellationToken ct) => Task.FromResult(Handle(command));

    private Result<CalendarDetails> Handle(EstablishCalendar command)
    {
        var content = new CalendarContent(
            command.Name,
            command.TimeZone ?? (command.Preset is { } zoned ? CalendarPresets.TimeZoneOf(zoned) : null) ?? caller.Tenant.Settings.TimeZone,
            command.Hours ?? CalendarPresets.HoursOf(command.Preset!.Value),
            command.Exceptions ?? (command.Preset is { } preset ? CalendarPresets.ExceptionsOf(preset) : []));
        if (Calendar.Establish(content, clock.GetUtcNow()).Failed(out var error, out var calendar))
        {
            return error;
        }
        db.Calendars.Add(calendar);
        db.CalendarVersions.Add(calendar.AsVersion(caller.StaffId));
        return CalendarDetails.Of(calendar);
    }
}
