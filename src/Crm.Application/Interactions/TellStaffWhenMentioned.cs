using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application.Interactions;

/// <summary>Whoever is mentioned in the notes of a contact is told (S4-INTERNAL-1). A private contact mentions nobody.</summary>
internal sealed class TellStaffWhenMentioned(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : IEventHandler<StaffMentioned>
{
    public const string Notice = "interaction.mentioned";

    public async Task Handle(StaffMentioned happened, CancellationToken ct)
    {
        var mentioned = happened.StaffIds.Where(s => s != caller.StaffId).Distinct().ToList();
        if (mentioned.Count == 0)
        {
            return;
        }
        var now = clock.GetUtcNow();
        var deliverAt = await db.DeliveryTime(times, caller, now, ct);
        mentioned.ForEach(s => db.Notify(s, Notice, RecordId.Of(happened.InteractionId), happened.CustomerId, now, deliverAt));
    }
}
