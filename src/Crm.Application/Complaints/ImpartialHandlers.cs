using Crm.Application.Work;
using Crm.Domain.Complaints;
using Crm.Domain.Conflicts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>Whoever turns out to be partial handles a complaint no longer: somebody impartial takes it over in the same transaction (S3-FAIR-1).</summary>
internal sealed class ImpartialHandlers(ICrmDb db, Caller caller, TimeProvider clock)
{
    /// <summary>Gives a complaint to somebody impartial where its owner is not. Where nobody is, it stays, since an owner is more than none.</summary>
    /// <param name="partial">Who is known to be partial besides, by what is not saved yet.</param>
    /// <returns>Whether it moved.</returns>
    public async Task<bool> Replace(Complaint complaint, IReadOnlyCollection<StaffId> partial, CancellationToken ct)
    {
        if (complaint.OwnerId is not { } owner || complaint.IsClosed)
        {
            return false;
        }
        var (now, colleagues) = (clock.GetUtcNow(), await Colleagues.Of(db, complaint, caller.Today(clock), ct, owner));
        var barred = colleagues.Barred();
        barred.UnionWith(partial);
        if (!barred.Contains(owner))
        {
            return false;
        }
        barred.UnionWith(complaint.InAppeal ? complaint.FirstHandlers() : []);
        return await db.ChooseOwner(caller, null, complaint.Language, barred, now, ct) is { } next
            && !complaint.AssignOwner(next.Id, null, colleagues.Impartiality, caller.StaffId, now).Failed(out _);
    }
}

/// <summary>A conflict that is declared while complaints are being handled.</summary>
internal sealed class MoveComplaintsWhenConflictDeclared(ICrmDb db, Caller caller, TimeProvider clock, ImpartialHandlers handlers, PracticeClocks clocks) : IEventHandler<ConflictDeclared>
{
    private const int Most = 200;

    public async Task Handle(ConflictDeclared happened, CancellationToken ct)
    {
        var (who, other, today) = (happened.StaffId, happened.OtherStaffId, caller.Today(clock));
        if (!db.DeclaredConflicts.Local.Any(c => c.Id == happened.ConflictId && c.FromOn <= today && !(c.UntilOn < today)))
        {
            return;
        }
        var open = db.Complaints.Where(c => Complaint.OpenStages.Contains(c.Stage));
        var concerned = happened.CustomerId is { } customer
            ? open.Where(c => c.CustomerId == customer && c.OwnerId == who)
            : open.Where(c => (c.OwnerId == who && c.TargetStaffId == other) || (c.OwnerId == other && c.TargetStaffId == who));
        foreach (var complaint in await concerned.OrderBy(c => c.Id).Take(Most).ToListAsync(ct))
        {
            var before = complaint.Added.Count;
            if (await handlers.Replace(complaint, [complaint.OwnerId!.Value], ct))
            {
                db.Record(complaint, caller, clock.GetUtcNow(), before);
                await clocks.Follow(complaint, ct);
            }
        }
    }
}
