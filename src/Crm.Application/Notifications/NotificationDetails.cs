using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Notifications;

namespace Crm.Application.Notifications;

/// <summary>What a member of staff is told.</summary>
/// <param name="Id">The notification's id.</param>
/// <param name="Kind">What it is about: a code such as work.hand_over_proposed.</param>
/// <param name="Subject">The record to look at.</param>
/// <param name="CustomerId">The customer whom it concerns.</param>
/// <param name="At">When it happened.</param>
/// <param name="DeliverAt">Since when it is shown: the tenant's next open hours, unless it is critical.</param>
/// <param name="ReadAt">When it was read; null while it was not.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record NotificationDetails(
    NotificationId Id, string Kind, RecordId Subject, CustomerId? CustomerId, DateTimeOffset At, DateTimeOffset DeliverAt, DateTimeOffset? ReadAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero);

    public static readonly NotificationDetails Example = new(
        NotificationId.Parse("notification_01j00000000000000000000000", null), "work.hand_over_proposed", RecordId.Parse("work_01j00000000000000000000000", null), null,
        Morning, Morning, Morning.AddMinutes(5), Morning, Morning.AddMinutes(5), 2);

    public static readonly Expression<Func<Notification, NotificationDetails>> Projection = n =>
        new NotificationDetails(n.Id, n.Kind, n.Subject, n.CustomerId, n.At, n.DeliverAt, n.ReadAt, n.CreatedAt, n.UpdatedAt, n.Version);

    private static readonly Func<Notification, NotificationDetails> Compiled = Projection.Compile();

    public static NotificationDetails Of(Notification notification) => Compiled(notification);
}
