using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>A threat inside a complaint is told to the manager of whoever owns it, at once and not first in open hours (S5-RET-2).</summary>
internal sealed class TellLeadWhenComplaintAtRisk(ICrmDb db, TimeProvider clock) : IEventHandler<ComplaintAtRisk>
{
    public const string Notice = "complaint.at_risk";

    public async Task Handle(ComplaintAtRisk happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (happened.OwnerId is { } owner && await db.Receiver(owner, now, ct) is { } receiver)
        {
            db.Notify(receiver.AccountableId, Notice, RecordId.Of(happened.ComplaintId), happened.CustomerId, now, now);
        }
    }
}
