namespace Crm.Domain.Calendars;

/// <summary>
/// When a tenant works. The rule of all promises: time counts while the calendar is open and the clock is not paused
/// (<see cref="OpenTime.Measure"/>); a promise is due at the first instant at which as much has counted as its target
/// (<see cref="OpenTime.Deadline"/>). Every change makes a new version, and a promise keeps the version that it was made under.
/// </summary>
public sealed class Calendar : AggregateRoot<Calendar>, IResource
{
    private Calendar() { }

    public static string Prefix => "calendar";

    public CalendarContent Content { get; private set; } = null!;

    /// <summary>When it went out of use.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Brings a calendar into use that is without fault and opens at some time.</summary>
    public static Result<Calendar> Establish(CalendarContent content, DateTimeOffset now)
    {
        if (Refusal(content) is { } refusal)
        {
            return refusal;
        }
        var calendar = new Calendar { Id = CalendarId.New(now), Content = content.Normalised() };
        calendar.Changed(now);
        calendar.Raise(new CalendarEstablished(calendar.Id));
        return calendar;
    }

    public Result Revise(CalendarContent content, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return CalendarErrors.Retired;
        }
        if (Refusal(content) is { } refusal)
        {
            return refusal;
        }
        Content = content.Normalised();
        Changed(now);
        Raise(new CalendarRevised(Id, Version));
        return Result.Done;
    }

    /// <summary>Adds days on which it is closed, where those days are no exceptions yet, and tells how many there were.</summary>
    public Result<int> Close(IReadOnlyList<CalendarException> days, DateTimeOffset now)
    {
        var known = Content.Exceptions.Select(e => (e.Date, e.Yearly)).ToHashSet();
        var added = days.Where(d => known.Add((d.Date, d.Yearly))).ToList();
        if (Content.Exceptions.Count + added.Count > CalendarContent.MaxExceptions)
        {
            return CalendarErrors.TooManyExceptions;
        }
        if (added.Count == 0 && RetiredAt is null)
        {
            return 0;
        }
        return Revise(Content with { Exceptions = [.. Content.Exceptions, .. added] }, now).Failed(out var error) ? error : added.Count;
    }

    /// <summary>Takes it out of use. Repeating it changes nothing.</summary>
    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
            Raise(new CalendarRetired(Id));
        }
    }

    /// <summary>What stands now, to be kept for ever beside what stood before.</summary>
    public CalendarVersion AsVersion(StaffId? by) => new(Id, Version, Content, RetiredAt, by, UpdatedAt);

    private static Error? Refusal(CalendarContent content) =>
        content.Faults() is { Count: > 0 } faults ? Error.Invalid(faults) : content.Opens() ? null : CalendarErrors.NeverOpens;
}

/// <summary>A calendar as it stood from one change to the next. Never changed.</summary>
public sealed record CalendarVersion(CalendarId CalendarId, int Number, CalendarContent Content, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
    : IHasId<CalendarVersion>, IResource
{
    public static string Prefix => "calendar_version";

    public CalendarVersionId Id { get; private init; } = CalendarVersionId.New(At);
}
