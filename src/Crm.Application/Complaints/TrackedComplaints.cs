using Crm.Domain;
using Crm.Domain.Clocks;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Macros;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>
/// Finds complaints by the customer's token, and shows what of them is the customer's to see. A wrong token, one that was renewed, and that of a customer who was erased find
/// nothing, all alike. What is shown is chosen member by member: what nobody wrote here stays inside.
/// </summary>
internal sealed class TrackedComplaints(ICrmDb db, Caller caller, TimeProvider clock)
{
    public async Task<Result<Complaint>> Find(string token, CancellationToken ct)
    {
        var key = TrackingToken.KeyOf(token);
        var found = await db.Complaints.FirstOrDefaultAsync(
            c => c.TrackingKey == key && !db.Customers.Any(k => k.Id == c.CustomerId && (k.State == CustomerState.Erased || k.State == CustomerState.Deleted)), ct);
        return found is null ? Error.NotFound<Complaint>() : found;
    }

    /// <summary>The complaint, where there is such an offer that the customer may know of.</summary>
    public async Task<Result<Complaint>> FindWithOffer(string token, OfferId offer, CancellationToken ct) =>
        (await Find(token, ct)).Failed(out var error, out var complaint) ? error
        : complaint.Led?.Offers.FirstOrDefault(o => o.Id == offer)?.IsMade() == true ? complaint : Error.NotFound<Offer>();

    /// <summary>As it stands in this unit of work, what is not saved yet included.</summary>
    public async Task<TrackedComplaint> Show(Complaint complaint, CancellationToken ct, ComplaintMessage? written = null)
    {
        var (now, subject) = (clock.GetUtcNow(), RecordId.Of(complaint.Id));
        var person = await db.Staff.Where(s => s.Id == complaint.OwnerId).Select(s => new { Name = s.PreferredName }).FirstOrDefaultAsync(ct);
        var due = await db.Clocks.Where(c => c.Subject == subject && c.Metric == Metric.PeriodicUpdate && c.State == ClockState.Running)
            .OrderByDescending(c => c.Instance).Select(c => c.DueAt).FirstOrDefaultAsync(ct);
        var steps = await db.ComplaintEvents.Where(e => e.ComplaintId == complaint.Id).OrderBy(e => e.Number).Select(e => new { e.Number, e.Kind, e.At }).ToListAsync(ct);
        var messages = await db.ComplaintMessages.Where(m => m.ComplaintId == complaint.Id).OrderBy(m => m.Id).AsNoTracking().ToListAsync(ct);
        if (written is not null)
        {
            messages.Add(written);
        }
        var known = steps.Select(s => s.Number).ToHashSet();
        var timeline = steps.Select(s => (s.Kind, s.At)).Concat(complaint.Added.Where(a => !known.Contains(a.Number)).Select(a => (a.Kind, a.At)))
            .Select(s => (Step: CustomerWords.StepOf(s.Kind), s.At)).Where(s => s.Step is not null).Select(s => new TrackedStep(s.Step!.Value, s.At));
        var stage = CustomerWords.StageOf(complaint);
        var permitted = complaint.NextActions();
        return new(
            complaint.Reference, stage, CustomerWords.Of(stage, complaint.Language ?? caller.Tenant.Settings.Locale), person?.Name, complaint.ReceivedAt, due, [.. timeline],
            [.. messages.Select(m => new TrackedMessage(m.Id, m.Direction, m.Channel, m.Words, m.CorrectsId, m.At))],
            [.. (complaint.Led?.Offers ?? []).Where(o => o.IsMade()).Select(o => Show(o, permitted, now))], Resolution(complaint, messages), complaint.ExecutiveCalledIn != complaint.Instance,
            permitted.Any(a => a.Action == ComplaintAction.FollowUp), complaint.MayBeReopened(now));
    }

    private static TrackedOffer Show(Offer offer, IReadOnlyList<PermittedAction> permitted, DateTimeOffset now) => new(
        offer.Id, offer.Text, [.. offer.Remedies.Select(r => new TrackedRemedy(r.Kind, r.Text, r.Amount, r.Points))], offer.ValidUntil, offer.StateAt(now),
        offer.StateAt(now) == OfferState.Proposed && permitted.Any(a => a.Action == ComplaintAction.AcceptOffer && a.OfferId == offer.Id));

    private static TrackedResolution? Resolution(Complaint complaint, List<ComplaintMessage> messages) =>
        complaint is { ResolutionKind: { } kind, ResolvedAt: { } at }
            ? new(kind, messages.LastOrDefault(m => m.Direction == MessageDirection.Outgoing && m.Purpose == MacroPurpose.Closing && m.At >= at)?.Words, at)
            : null;
}
