using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Gestures;

namespace Crm.Application.Gestures;

/// <summary>A promise that was broken is a bad experience, even where it is kept late.</summary>
internal sealed class ExpectGestureWhenCommitmentBroken(ExpectedGestures gestures) : IEventHandler<CommitmentBroken>
{
    public Task Handle(CommitmentBroken happened, CancellationToken ct) =>
        gestures.Expect(GestureTrigger.BrokenPromise, happened.CustomerId, RecordId.Of(happened.CommitmentId), null, ct);
}
