using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Gestures;

namespace Crm.Application.Gestures;

/// <summary>Whoever confirms that a complaint is solved had a bad experience before.</summary>
internal sealed class ExpectGestureWhenComplaintClosed(ExpectedGestures gestures) : IEventHandler<ComplaintClosed>
{
    public async Task Handle(ComplaintClosed happened, CancellationToken ct)
    {
        if (happened is { Stage: ComplaintStage.ClosedConfirmed, CustomerId: { } customer })
        {
            await gestures.Expect(GestureTrigger.ComplaintConfirmed, customer, RecordId.Of(happened.ComplaintId), null, ct);
        }
    }
}
