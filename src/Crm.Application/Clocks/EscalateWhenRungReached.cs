using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain.Clocks;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Clocks;

/// <summary>
/// Tells who is to be told when a clock reaches a rung (S3-SPEED-3): whoever owns the work of its record now, or the manager above them, the one above that,
/// or whoever stands at the top. Where a line is shorter its last one is told. What is critical is delivered at once, the rest in open hours.
/// </summary>
internal sealed class EscalateWhenRungReached(ICrmDb db, Caller caller, TimeProvider time, OpenTimes times) : IEventHandler<ClockRungReached>
{
    public const string Notice = "clock.rung_reached";

    public async Task Handle(ClockRungReached happened, CancellationToken ct)
    {
        var owner = await db.WorkItems.Where(w => w.Subject == happened.Subject && w.State == WorkState.Open).Select(w => w.OwnerId).FirstOrDefaultAsync(ct)
            ?? await db.Clocks.Where(c => c.Id == happened.ClockId).Select(c => c.OwnerId).FirstOrDefaultAsync(ct);
        if (owner is not { } first)
        {
            return;
        }
        var now = time.GetUtcNow();
        var to = await db.Above(first, happened.Level, ct);
        db.Notify(to, Notice, happened.Subject, happened.CustomerId, now, happened.Critical ? now : await db.DeliveryTime(times, caller, now, ct));
    }
}
