using Crm.Application;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Notifications;

namespace Crm.Api.Notifications;

/// <summary>What a member of staff is told: that something about a record wants their attention.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var notifications = app.MapGroup("/v1/notifications").WithTags("Notifications");
        notifications.MapGet("", ListNotifications).Operation<Page<NotificationDetails>>(Permission.NotificationsRead, 200, ListErrors.CursorInvalid);
        notifications.MapPost("{id}/reading", ReadNotification).Operation<NotificationDetails>(Permission.NotificationsRead, 200, Error.NotFound<Notification>());
    }

    /// <summary>Lists your notifications</summary>
    /// <remarks>
    /// Those of the member of staff for whom the credential acts; none for one that acts for nobody. Latest first unless sort says otherwise: deliverAt or createdAt. What is not
    /// critical is shown from the tenant's next open hours on, by its default calendar. It tells what by a code and where by an id, never in words of a person.
    /// </remarks>
    private static Task<IResult> ListNotifications([AsParameters] ListNotifications query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Marks a notification as read</summary>
    /// <remarks>Only one of your own; another's is not found. Repeating it changes nothing.</remarks>
    /// <param name="id">The notification.</param>
    private static Task<IResult> ReadNotification(NotificationId id, Dispatcher send, CancellationToken ct) => send.Send(new ReadNotification(id), ct).Ok();
}
