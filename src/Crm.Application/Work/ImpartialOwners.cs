using Crm.Application.Complaints;
using Crm.Application.Conflicts;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Conflicts;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>
/// Whoever owns the work of a complaint handles the complaint, so that work goes to nobody who is partial in it (S3-FAIR-1), and on appeal to nobody who handled it first. Of
/// all other work everybody may be the owner, which costs no query.
/// </summary>
internal sealed class ImpartialOwners(ICrmDb db, Caller caller, TimeProvider clock)
{
    /// <summary>Why somebody cannot own a piece of work; null where they may.</summary>
    public async Task<Error?> RefusalOf(WorkItem item, StaffId who, CancellationToken ct) =>
        await ComplaintOf(item, ct) is { } complaint ? Refusal(item, complaint, await Colleagues.Of(db, complaint, caller.Today(clock), ct, who), who) : null;

    /// <summary>Why somebody cannot move a piece of work to anybody: who handles a complaint does not decide who answers when its customer calls the executive (S4-EXEC-1).</summary>
    public async Task<Error?> RefusalToMove(WorkItem item, StaffId? mover, CancellationToken ct) =>
        item.Kind == WorkKind.ExecutiveAnswer && mover is { } who && item.OwnerId != who && await ComplaintOf(item, ct) is { } complaint && complaint.OwnerId == who
            ? ComplaintMessageErrors.ExecutiveCallNotYours : null;

    /// <summary>Everybody who must not get a piece of work.</summary>
    public async Task<IReadOnlyCollection<StaffId>> Barred(WorkItem item, CancellationToken ct)
    {
        if (await ComplaintOf(item, ct) is not { } complaint)
        {
            return [];
        }
        var barred = (await Colleagues.Of(db, complaint, caller.Today(clock), ct)).Barred();
        barred.UnionWith(Others(item, complaint));
        return barred;
    }

    /// <summary>Those of several pieces of work that somebody cannot own. One query where none of them is suspect.</summary>
    public async Task<IReadOnlySet<WorkId>> Withheld(IReadOnlyList<WorkItem> items, StaffId who, CancellationToken ct)
    {
        var ofComplaints = items.Where(i => i.Subject?.As<Complaint>() is not null).ToList();
        var approvals = items.Where(i => i.Kind is WorkKind.Approval or WorkKind.ExecutiveAnswer).ToList();
        var ids = ofComplaints.ConvertAll(i => i.Subject!.Value.As<Complaint>()!.Value);
        var conflicts = db.DeclaredConflicts.InForce(caller.Today(clock)).Where(k => k.StaffId == who);
        var suspect = ids.Count == 0 ? [] : await db.Complaints.Where(c => ids.Contains(c.Id) && (c.TargetStaffId != null || c.InAppeal || conflicts.Any(k => k.CustomerId == c.CustomerId)))
            .Select(c => c.Id).ToListAsync(ct);
        var withheld = new HashSet<WorkId>();
        foreach (var item in approvals.Concat(ofComplaints.Where(i => i.Kind != WorkKind.ExecutiveAnswer && suspect.Contains(i.Subject!.Value.As<Complaint>()!.Value))))
        {
            if (await RefusalOf(item, who, ct) is not null)
            {
                withheld.Add(item.Id);
            }
        }
        return withheld;
    }

    private static Error? Refusal(WorkItem item, Complaint complaint, Colleagues colleagues, StaffId who) =>
        colleagues.RefusalOf(who) is { Detail: { } reason } ? Impartiality.ConflictOfInterest.Because(reason)
        : !Others(item, complaint).Contains(who) ? null
        : item.Kind switch
        {
            WorkKind.Approval => ComplaintErrors.ApproverIsRequester,
            WorkKind.ExecutiveAnswer => ComplaintMessageErrors.ExecutiveCallNotYours,
            _ => ComplaintErrors.AppealNeedsAnother,
        };

    /// <summary>Who is barred for what they did in the complaint before.</summary>
    private static IEnumerable<StaffId> Others(WorkItem item, Complaint complaint) => item.Kind switch
    {
        WorkKind.Complaint when complaint.InAppeal => complaint.FirstHandlers(),
        WorkKind.ExecutiveAnswer when complaint.OwnerId is { } handler && handler != item.OwnerId => [handler],
        WorkKind.Approval => (complaint.Led?.Offers ?? []).Where(o => RecordId.Of(o.Id) == item.Subject).Select(o => o.By).OfType<StaffId>(),
        _ => [],
    };

    private async Task<Complaint?> ComplaintOf(WorkItem item, CancellationToken ct)
    {
        if (item.Subject?.As<Offer>() is { } offer)
        {
            var of = db.RemedyGrants.Where(g => g.OfferId == offer.Value).Select(g => g.ComplaintId);
            return await db.Complaints.FirstOrDefaultAsync(c => of.Contains(c.Id), ct);
        }
        return item.Subject?.As<Complaint>() is { } id ? await db.Complaints.FirstOrDefaultAsync(c => c.Id == id, ct) : null;
    }
}
