using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>A promise and the end of its complaint at the same moment: whichever comes second sees the first (S1-HELP-7).</summary>
internal static class CommitmentsOfComplaints
{
    /// <summary>The save is refused where a promise was added to the complaint meanwhile.</summary>
    public static void OnlyWithoutOpenCommitments(this ICrmDb db, Complaint complaint, Result done)
    {
        if (done.Failed(out _))
        {
            return;
        }
        var id = complaint.Id;
        db.AskInTurn(Turn(id), async ct =>
            await db.Commitments.AsNoTracking().AnyAsync(c => c.ComplaintId == id && c.State == CommitmentState.Open, ct) ? ComplaintErrors.CommitmentsOpen : Result.Done);
    }

    /// <summary>The save is refused where the complaint is resolved or closed when it commits.</summary>
    public static void OnlyWhileOpen(this ICrmDb db, ComplaintId id) => db.AskInTurn(Turn(id), async ct =>
        await db.Complaints.AsNoTracking().Where(c => c.Id == id).Select(c => (ComplaintStage?)c.Stage).FirstOrDefaultAsync(ct) switch
        {
            null => ComplaintErrors.ComplaintUnknown,
            ComplaintStage.Resolved or ComplaintStage.Verifying => ComplaintErrors.AlreadyResolved,
            >= ComplaintStage.ClosedConfirmed => ComplaintErrors.Closed,
            _ => Result.Done,
        });

    private static string Turn(ComplaintId id) => $"commitments of {id}";
}
