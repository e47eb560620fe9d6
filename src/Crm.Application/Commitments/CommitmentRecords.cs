using Crm.Application.Customers;
using Crm.Domain.Commitments;

namespace Crm.Application.Commitments;

/// <summary>What every change of a promise leaves behind.</summary>
internal static class CommitmentRecords
{
    /// <summary>Adds the events of this unit of work to the log, and tells the customer's timeline.</summary>
    public static void Record(this ICrmDb db, Commitment commitment, Caller caller, DateTimeOffset now)
    {
        db.CommitmentEvents.AddRange(commitment.Added);
        foreach (var happened in commitment.Added)
        {
            var isNew = happened.Kind == CommitmentEventKind.Made;
            db.Tell(caller, commitment.CustomerId, "commitment." + Word(happened.Kind), commitment.ResourceId, now,
                new CommitmentSummary(isNew ? commitment.Text : null, happened.DueAt, CommitmentDetails.LatenessOf(happened.LatenessMilliseconds)));
        }
    }

    private static string Word(CommitmentEventKind kind) => kind switch
    {
        CommitmentEventKind.Made => "made",
        CommitmentEventKind.Renegotiated => "renegotiated",
        CommitmentEventKind.Kept or CommitmentEventKind.KeptLate => "kept",
        CommitmentEventKind.Broken => "broken",
        _ => "withdrawn",
    };

    private sealed record CommitmentSummary(string? Text, DateTimeOffset? DueAt, string? Lateness);
}
