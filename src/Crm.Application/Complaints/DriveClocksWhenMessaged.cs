using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>Clocks and work follow what is written, and a call for the executive, in the same transaction.</summary>
internal sealed class DriveClocksWhenMessaged(ICrmDb db, PracticeClocks clocks)
    : IEventHandler<ComplaintMessageSent>, IEventHandler<ComplaintMessageReceived>, IEventHandler<ComplaintExecutiveCalled>
{
    public Task Handle(ComplaintMessageSent happened, CancellationToken ct) => Follow(happened.ComplaintId, ct);
    public Task Handle(ComplaintMessageReceived happened, CancellationToken ct) => Follow(happened.ComplaintId, ct);
    public Task Handle(ComplaintExecutiveCalled happened, CancellationToken ct) => Follow(happened.ComplaintId, ct);

    private Task Follow(ComplaintId id, CancellationToken ct) =>
        // Whoever wrote has the complaint at hand.
        clocks.Follow(db.Complaints.Local.Single(c => c.Id == id), ct);
}
