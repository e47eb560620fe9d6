using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Gestures;

namespace Crm.Application.Gestures;

/// <summary>Whoever rates what came of a complaint low had a bad experience.</summary>
internal sealed class ExpectGestureWhenOutcomeRated(ICrmDb db, ExpectedGestures gestures) : IEventHandler<ComplaintOutcomeRated>
{
    public async Task Handle(ComplaintOutcomeRated happened, CancellationToken ct)
    {
        if (db.Complaints.Local.First(c => c.Id == happened.ComplaintId).CustomerId is { } customer)
        {
            await gestures.Expect(GestureTrigger.LowRating, customer, RecordId.Of(happened.ComplaintId), happened.Rating, ct);
        }
    }
}
