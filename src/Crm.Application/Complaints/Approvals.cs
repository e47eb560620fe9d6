using Crm.Application.Calendars;
using Crm.Application.Clocks;
using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Policies;
using Crm.Domain.Work;

namespace Crm.Application.Complaints;

/// <summary>
/// An offer above somebody's authority has a clock and a piece of work of its own, for an approver who did not ask for it and is impartial (S3-EMPOWER-1). Both end with the
/// decision, or when nobody asks for it any more.
/// </summary>
internal sealed class Approvals(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks, OpenTimes times)
    : IEventHandler<ComplaintApprovalRequested>, IEventHandler<ComplaintOfferDecided>, IEventHandler<ComplaintOfferAnswered>
{
    public const string Requested = "complaint.approval_requested";
    public const string Approved = "complaint.offer_approved";
    public const string NotApproved = "complaint.offer_not_approved";
    private const int LongestLine = 20;

    public async Task Handle(ComplaintApprovalRequested happened, CancellationToken ct)
    {
        var (complaint, subject, now) = (Complaint(happened.ComplaintId), RecordId.Of(happened.OfferId), time.GetUtcNow());
        var facts = new ClockFacts(ClockSubject.Complaint, Metric.Approval, null, complaint.Priority);
        var started = await clocks.Start(new(subject, Metric.Approval, 1, complaint.CustomerId, facts), now, ct);
        var due = started.Failed(out _, out var clock) ? null : clock.DueAt;
        var approver = await Approver(complaint, happened.By, now, ct);
        db.OpenWork(
            new(WorkKind.Approval, subject, complaint.Reference, approver)
            {
                CustomerId = complaint.CustomerId, Priority = complaint.Priority, DueAt = due, Language = complaint.Language,
            },
            caller, now);
        if (approver is not null)
        {
            db.Notify(approver.Id, Requested, subject, complaint.CustomerId, now, await db.DeliveryTime(times, caller, now, ct));
        }
    }

    public async Task Handle(ComplaintOfferDecided happened, CancellationToken ct)
    {
        var (complaint, subject, now) = (Complaint(happened.ComplaintId), RecordId.Of(happened.OfferId), time.GetUtcNow());
        await End(subject, decided: true, now, ct);
        if (happened.RequestedBy is { } requester)
        {
            db.Notify(requester, happened.Approved ? Approved : NotApproved, RecordId.Of(complaint.Id), complaint.CustomerId, now, await db.DeliveryTime(times, caller, now, ct));
        }
    }

    public async Task Handle(ComplaintOfferAnswered happened, CancellationToken ct)
    {
        if (happened.State == OfferState.Withdrawn && Complaint(happened.ComplaintId).Led?.Offers.FirstOrDefault(o => o.Id == happened.OfferId)?.IsMade() == false)
        {
            await End(RecordId.Of(happened.OfferId), decided: false, time.GetUtcNow(), ct);
        }
    }

    private async Task End(RecordId subject, bool decided, DateTimeOffset now, CancellationToken ct)
    {
        if (!(await clocks.Of(subject, ct)).Failed(out _, out var running))
        {
            if (decided)
            {
                running.Fulfil(Metric.Approval);
            }
            else
            {
                running.Cancel(Metric.Approval);
            }
        }
        await db.CloseWork(subject, decided, caller, now, ct);
    }

    /// <summary>The first above whoever asks who is there and impartial, else whoever has least to do of all the others who are; nobody until somebody comes.</summary>
    private async Task<Owner?> Approver(Complaint complaint, StaffId? requester, DateTimeOffset now, CancellationToken ct)
    {
        var barred = (await Colleagues.Of(db, complaint, caller.Today(time), ct)).Barred();
        barred.UnionWith(new[] { requester }.OfType<StaffId>());
        var at = requester ?? complaint.OwnerId;
        for (var step = 0; step < LongestLine && at is { } below; step++)
        {
            at = (await db.Receiver(below, now, ct))?.ManagerId;
            if (at is { } above && !barred.Contains(above) && await db.Receiver(above, now, ct) is { } receiver && receiver.Refusal() is null)
            {
                return new(above, receiver.AccountableId, [AssignmentReason.ByName]);
            }
        }
        return await db.ChooseOwner(caller, null, complaint.Language, barred, now, ct);
    }

    /// <summary>Whoever took the step has the complaint at hand.</summary>
    private Complaint Complaint(ComplaintId id) => db.Complaints.Local.Single(c => c.Id == id);
}
