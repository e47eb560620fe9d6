using Crm.Domain;
using Crm.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Notifications;

public sealed record ReadNotification(NotificationId Id) : ICommand<NotificationDetails>;

internal sealed class ReadNotificationHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<ReadNotification, NotificationDetails>
{
    public async Task<Result<NotificationDetails>> Handle(ReadNotification command, CancellationToken ct)
    {
        var (me, now) = (caller.StaffId ?? default, clock.GetUtcNow());
        var found = await db.Notifications.FirstOrDefaultAsync(n => n.Id == command.Id && n.StaffId == me && n.DeliverAt <= now, ct);
        if (found is null)
        {
            return Error.NotFound<Notification>();
        }
        found.Read(now);
        return NotificationDetails.Of(found);
    }
}
