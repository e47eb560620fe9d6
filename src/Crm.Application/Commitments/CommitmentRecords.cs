using Crm.Application.Clocks;
using Crm.Application.Customers;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Policies;
using Crm.Domain.Work;

namespace Crm.Application.Commitments;

/// <summary>What every change of a promise leaves behind.</summary>
internal static class CommitmentRecords
{
    /// <summary>
    /// Enters a new promise: with its log, its work, and its clock, which breaks it when it is due. Whoever makes promises on the way (an accepted offer, a question to be
    /// answered) enters them here.
    /// </summary>
    public static async Task<Result> Enter(this ICrmDb db, Commitment commitment, RunningClocks clocks, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var subject = RecordId.Of(commitment.Id);
        var facts = new ClockFacts(ClockSubject.Commitment, Metric.Commitment);
        if ((await clocks.TermsUntil(commitment.DueAt, now, commitment.CalendarId, commitment.CalendarVersion, facts, commitment.CustomerId, ct)).Failed(out var error, out var terms)
            || (await clocks.Start(new(subject, Metric.Commitment, 1, commitment.CustomerId, facts), now, ct, terms)).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(commitment.CustomerId);
        db.Commitments.Add(commitment);
        db.Record(commitment, caller, now);
        var owner = new Owner(commitment.ResponsibleId, commitment.AccountableId, [AssignmentReason.ByName]);
        db.OpenWork(new(WorkKind.Commitment, subject, commitment.Text, owner) { CustomerId = commitment.CustomerId, DueAt = commitment.DueAt }, caller, now);
        return Result.Done;
    }

    /// <summary>The promise is kept or taken back: its work and its clock end with it.</summary>
    public static async Task<Result> Close(this ICrmDb db, Commitment commitment, bool kept, RunningClocks clocks, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var subject = RecordId.Of(commitment.Id);
        if ((await clocks.Of(subject, ct)).Failed(out var error, out var running))
        {
            return error;
        }
        if (kept)
        {
            running.Fulfil(Metric.Commitment);
        }
        else
        {
            running.Cancel(Metric.Commitment);
        }
        db.OnlyWhileActive(commitment.CustomerId);
        db.Record(commitment, caller, now);
        await db.CloseWork(subject, kept, caller, now, ct);
        return Result.Done;
    }

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
        CommitmentEventKind.Reassigned => "reassigned",
        _ => "withdrawn",
    };

    private sealed record CommitmentSummary(string? Text, DateTimeOffset? DueAt, string? Lateness);
}
