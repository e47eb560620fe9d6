namespace Crm.Domain.Notifications;

/// <summary>Tells a member of staff that something about a record wants their attention. Says what by a code and where by an id, never in words of a person.</summary>
public sealed class Notification : AggregateRoot<Notification>, IResource
{
    public const int KindMaxLength = 60;

    private Notification() { }

    public static string Prefix => "notification";

    public StaffId StaffId { get; private set; }

    /// <summary>What it is about: a code such as <c>work.hand_over_proposed</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The record to look at.</summary>
    public RecordId Subject { get; private set; }
    public CustomerId? CustomerId { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>From when on it is shown: the receiver's next working time, unless it is critical.</summary>
    public DateTimeOffset DeliverAt { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    public static Notification Tell(StaffId to, string kind, RecordId subject, CustomerId? customer, DateTimeOffset now, DateTimeOffset deliverAt)
    {
        var told = new Notification
        {
            Id = NotificationId.New(now), StaffId = to, Kind = kind, Subject = subject, CustomerId = customer, At = now, DeliverAt = deliverAt < now ? now : deliverAt,
        };
        told.Changed(now);
        told.Raise(new StaffNotified(told.Id, to, kind, subject, customer, told.DeliverAt));
        return told;
    }

    /// <summary>It was seen. Repeating it changes nothing.</summary>
    public void Read(DateTimeOffset now)
    {
        if (ReadAt is null)
        {
            ReadAt = now;
            Changed(now);
            Raise(new NotificationRead(Id, StaffId));
        }
    }
}

[EventType("notification.read", 1, "A member of staff has seen what they were told.")]
public sealed record NotificationRead(NotificationId NotificationId, StaffId StaffId) : IDomainEvent;

/// <param name="KindCode">What it is about.</param>
/// <param name="Subject">The record to look at.</param>
/// <param name="DeliverAt">From when on it is shown.</param>
[EventType("staff.notified", 1, "A member of staff is told of something that wants their attention.")]
public sealed record StaffNotified(
    NotificationId NotificationId, StaffId StaffId, string KindCode, RecordId Subject, CustomerId? CustomerId, DateTimeOffset DeliverAt) : IDomainEvent;
