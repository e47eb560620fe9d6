using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>A complaint with what decides on its steps and what its answer shows: one round trip.</summary>
internal sealed record LoadedComplaint
{
    public required Complaint Complaint { get; init; }

    /// <summary>The first part of the statement.</summary>
    public required string? Statement { get; init; }

    /// <summary>Whether a promise of it is still to be kept.</summary>
    public required bool HasOpenCommitments { get; init; }
}

internal static class LoadingComplaints
{
    public static Task<LoadedComplaint?> Find(this ICrmDb db, IQueryable<Complaint> complaints, ComplaintId id, CancellationToken ct) =>
        complaints.Where(c => c.Id == id).Select(c => new LoadedComplaint
        {
            Complaint = c,
            Statement = db.StatementParts.Where(p => p.ComplaintId == c.Id && p.Number == 1).Select(p => p.Words).FirstOrDefault(),
            HasOpenCommitments = db.Commitments.Any(k => k.ComplaintId == c.Id && k.State == CommitmentState.Open),
        }).FirstOrDefaultAsync(ct);

    /// <summary>The complaint that a step is about.</summary>
    public static async Task<Result<LoadedComplaint>> Load(this ICrmDb db, ComplaintId id, CancellationToken ct) =>
        await db.Find(db.Complaints, id, ct) is { } found ? found : Error.NotFound<Complaint>();
}
