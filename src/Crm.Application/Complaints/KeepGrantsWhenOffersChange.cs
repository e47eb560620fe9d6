using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>What was offered counts towards the authority of whoever granted it for as long as the customer can have it (S3-EMPOWER-1).</summary>
internal sealed class KeepGrantsWhenOffersChange(ICrmDb db, TimeProvider clock)
    : IEventHandler<ComplaintOfferMade>, IEventHandler<ComplaintApprovalRequested>, IEventHandler<ComplaintOfferDecided>, IEventHandler<ComplaintOfferAnswered>
{
    public Task Handle(ComplaintOfferMade happened, CancellationToken ct) => Add(happened.ComplaintId, happened.OfferId, granted: true);

    public Task Handle(ComplaintApprovalRequested happened, CancellationToken ct) => Add(happened.ComplaintId, happened.OfferId, granted: false);

    public async Task Handle(ComplaintOfferDecided happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var grant in await Of(happened.ComplaintId, happened.OfferId, ct))
        {
            (grant.Approved, grant.GrantedAt) = (happened.Approved, happened.Approved ? now : null);
        }
    }

    public async Task Handle(ComplaintOfferAnswered happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var grant in await Of(happened.ComplaintId, happened.OfferId, ct))
        {
            grant.HoldsUntil = happened.State == OfferState.Accepted ? null : now;
        }
    }

    private Task Add(ComplaintId complaint, OfferId id, bool granted)
    {
        // Whoever made the offer has the complaint at hand.
        var offer = db.Complaints.Local.Single(c => c.Id == complaint).Led!.Offers.First(o => o.Id == id);
        db.RemedyGrants.AddRange(offer.Remedies.Select((r, i) => new RemedyGrant
        {
            ComplaintId = complaint, OfferId = id.Value, Number = i + 1, Kind = r.Kind, Amount = r.Amount?.Amount, Currency = r.Amount?.Currency, Points = r.Points, By = offer.By,
            GrantedAt = granted ? offer.At : null, HoldsUntil = offer.ValidUntil,
        }));
        return Task.CompletedTask;
    }

    private Task<List<RemedyGrant>> Of(ComplaintId complaint, OfferId offer, CancellationToken ct) =>
        db.RemedyGrants.Where(g => g.ComplaintId == complaint && g.OfferId == offer.Value).ToListAsync(ct);
}
