using Crm.Domain;
using Crm.Domain.Notifications;
using FluentValidation;

namespace Crm.Application.Notifications;

/// <summary>Which of the caller's own notifications to list.</summary>
public sealed record ListNotifications : ListQuery, IQuery<Page<NotificationDetails>>
{
    /// <summary>Only those not yet read, or only those that were.</summary>
    public bool? Unread { get; init; }

    /// <summary>Only of this kind, such as work.hand_over_proposed.</summary>
    public string? Kind { get; init; }
}

internal sealed class ListNotificationsValidator : AbstractValidator<ListNotifications>
{
    public ListNotificationsValidator() => RuleFor(x => x.Kind).MaximumLength(Notification.KindMaxLength);
}

internal sealed class ListNotificationsHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<ListNotifications, Page<NotificationDetails>>
{
    private static readonly Order<Notification, NotificationDetails>[] Orders =
    [
        Order<Notification, NotificationDetails>.By("deliverAt", n => n.DeliverAt, r => r.DeliverAt, r => r.Id),
        Order<Notification, NotificationDetails>.ByCreation(r => r.Id),
    ];

    public Task<Result<Page<NotificationDetails>>> Handle(ListNotifications query, CancellationToken ct)
    {
        var (me, now) = (caller.StaffId ?? default, clock.GetUtcNow());
        var rows = db.Notifications.Where(n => n.StaffId == me && n.DeliverAt <= now);
        if (query.Unread is { } unread)
        {
            rows = unread ? rows.Where(n => n.ReadAt == null) : rows.Where(n => n.ReadAt != null);
        }
        if (query.Kind is { } kind)
        {
            rows = rows.Where(n => n.Kind == kind);
        }
        return rows.ToPage(query, Orders, NotificationDetails.Projection, ct);
    }
}
