namespace Crm.Domain.Staff;

/// <summary>Why somebody is away.</summary>
public enum AbsenceReason { Holiday, Illness, Training, ParentalLeave, Other }

/// <summary>A time in which a member of staff is away, and who stands in for them.</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When they are back; after from, in the future, and at most 366 days later.</param>
/// <param name="Reason">Why.</param>
/// <param name="DelegateId">Who sees and does their work meanwhile: an active member of staff who is not away in that time. The owner stays accountable.</param>
public sealed record AbsenceContent(DateTimeOffset From, DateTimeOffset To, AbsenceReason Reason = AbsenceReason.Other, StaffId? DelegateId = null)
{
    public static readonly AbsenceContent Example = new(
        new(2098, 3, 21, 0, 0, 0, TimeSpan.Zero), new(2098, 4, 4, 0, 0, 0, TimeSpan.Zero), AbsenceReason.Holiday);
}

/// <summary>A time in which a member of staff is given nothing automatically and takes over nothing.</summary>
public sealed class Absence : AggregateRoot<Absence>, IResource
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private Absence() { }

    public static string Prefix => "absence";

    public StaffId StaffId { get; private set; }
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset To { get; private set; }
    public AbsenceReason Reason { get; private set; }
    public StaffId? DelegateId { get; private set; }

    /// <summary>Whether it was called off before it began.</summary>
    public bool Cancelled { get; private set; }

    public static Result<Absence> Plan(StaffId staff, AbsenceContent content, DateTimeOffset now)
    {
        if (content.To <= content.From)
        {
            return Error.Invalid([new("/to", "absence_reversed", "This absence ends before it begins.")]);
        }
        if (content.To <= now)
        {
            return Error.Invalid([new("/to", "absence_past", "This absence is over already.")]);
        }
        if (content.To - content.From > Longest)
        {
            return Error.Invalid([new("/to", "absence_too_long", "An absence is at most 366 days long.")]);
        }
        if (content.DelegateId == staff)
        {
            return Error.Invalid([new("/delegateId", "delegate_is_self", "Nobody stands in for themselves.")]);
        }
        var absence = new Absence
        {
            Id = AbsenceId.New(now), StaffId = staff, From = content.From.ToUniversalTime(), To = content.To.ToUniversalTime(),
            Reason = content.Reason, DelegateId = content.DelegateId,
        };
        absence.Changed(now);
        absence.Raise(new AbsencePlanned(absence.Id, staff, absence.From, absence.To, absence.DelegateId));
        return absence;
    }

    /// <summary>Ends it now where it is under way, and calls it off where it has not begun.</summary>
    public Result End(DateTimeOffset now)
    {
        if (Cancelled || To <= now)
        {
            return AbsenceErrors.Over;
        }
        Cancelled = now <= From;
        To = Cancelled ? To : now;
        Changed(now);
        Raise(new AbsenceEnded(Id, StaffId, Cancelled));
        return Result.Done;
    }
}

/// <param name="From">When it begins.</param>
/// <param name="To">When they are back.</param>
[EventType("absence.planned", 1, "A member of staff will be, or is, away.")]
public sealed record AbsencePlanned(AbsenceId AbsenceId, StaffId StaffId, DateTimeOffset From, DateTimeOffset To, StaffId? DelegateId) : IDomainEvent;

/// <param name="Cancelled">Whether it had not begun.</param>
[EventType("absence.ended", 1, "An absence was called off, or ended earlier than planned.")]
public sealed record AbsenceEnded(AbsenceId AbsenceId, StaffId StaffId, bool Cancelled) : IDomainEvent;

public static class AbsenceErrors
{
    public static readonly Error Overlaps = new(ErrorKind.Conflict, "absence.overlaps",
        "This member of staff is away in a part of that time already. End the absence that conflictingId names, or choose another time.");

    public static readonly Error DelegateAbsent = new(ErrorKind.Conflict, "absence.delegate_absent",
        "The delegate is away in a part of that time. Choose somebody else to stand in.");

    public static readonly Error Over = new(ErrorKind.Conflict, "absence.over",
        "This absence is over or was called off.");

    public static readonly Error DelegateUnknown = new Error(ErrorKind.Invalid, "delegate_unknown",
        "There is no active member of staff with this id. Name somebody who works here.").About("/delegateId");
}
