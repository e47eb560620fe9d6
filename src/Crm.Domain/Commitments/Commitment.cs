using Crm.Domain.Calendars;

namespace Crm.Domain.Commitments;

/// <summary>What is promised, and who answers for it.</summary>
public sealed record CommitmentTerms(
    CustomerId CustomerId, string Text, CommitmentDue Due, StaffId ResponsibleId, StaffId AccountableId, InteractionId? InteractionId = null, string? ExternalId = null,
    ComplaintId? ComplaintId = null, KeyAccountId? KeyAccountId = null);

/// <summary>
/// A promise to a customer (S1-HELP-7). What happens to it is added to a log, and its state is what the log comes to. It is broken once, by the
/// clock, at the instant at which it was due; that is never taken back, so a promise kept after that is kept late.
/// </summary>
public sealed class Commitment : AggregateRoot<Commitment>, IResource
{
    public const int TextMaxLength = 500;
    public const int ReasonMaxLength = 500;
    public const int EvidenceMaxLength = 1000;
    public const int MaxRenegotiations = 20;

    private readonly List<CommitmentEvent> added = [];

    private Commitment() { }

    public static string Prefix => "commitment";

    public CustomerId CustomerId { get; private set; }

    /// <summary>The complaint that it makes good.</summary>
    public ComplaintId? ComplaintId { get; private set; }
    public KeyAccountId? KeyAccountId { get; private set; }
    public InteractionId? InteractionId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Who does it.</summary>
    public StaffId ResponsibleId { get; private set; }

    /// <summary>Who answers for it: the manager whom the responsible person had when they became responsible (S3-ACCT-1).</summary>
    public StaffId AccountableId { get; private set; }
    public CommitmentState State { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset FirstDueAt { get; private set; }
    public CalendarId? CalendarId { get; private set; }
    public int? CalendarVersion { get; private set; }
    public DateTimeOffset? BrokenAt { get; private set; }
    public DateTimeOffset? KeptAt { get; private set; }
    public long? LatenessMilliseconds { get; private set; }
    public int Renegotiations { get; private set; }

    /// <summary>How many events its log has.</summary>
    public int EventCount { get; private set; }

    /// <summary>What shows that it was kept.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The events of the present unit of work, to be added to the log.</summary>
    public IReadOnlyList<CommitmentEvent> Added => added;

    /// <summary>Whether it may still be kept in time.</summary>
    public bool IsPending(DateTimeOffset now) => State == CommitmentState.Open && now < DueAt;

    public CommitmentStanding Standing => new()
    {
        State = State,
        Due = new(DueAt, CalendarId, CalendarVersion),
        ResponsibleId = ResponsibleId,
        AccountableId = AccountableId,
        FirstDueAt = FirstDueAt,
        BrokenAt = BrokenAt,
        KeptAt = KeptAt,
        LatenessMilliseconds = LatenessMilliseconds,
        Renegotiations = Renegotiations,
        Events = EventCount,
    };

    public static Result<Commitment> Make(CommitmentTerms terms, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(terms.Due, now) is { } refusal)
        {
            return refusal;
        }
        var commitment = new Commitment
        {
            Id = CommitmentId.New(now),
            CustomerId = terms.CustomerId,
            ComplaintId = terms.ComplaintId,
            KeyAccountId = terms.KeyAccountId,
            InteractionId = terms.InteractionId,
            Text = FoldedText.Nfc(terms.Text.Trim()),
            ResponsibleId = terms.ResponsibleId,
            AccountableId = terms.AccountableId,
            ExternalId = terms.ExternalId,
        };
        commitment.Happen(CommitmentEventKind.Made, by, commitment.Text, now, terms.Due);
        commitment.Raise(new CommitmentMade(commitment.Id, commitment.CustomerId, commitment.ResponsibleId, commitment.AccountableId, commitment.DueAt));
        return commitment;
    }

    /// <summary>Records that the promise was kept, and what shows it. After the due instant it is broken first, if the clock has not come to it yet.</summary>
    /// <param name="openTime">The time that counts for this promise, by which lateness is measured.</param>
    public Result Fulfil(string evidence, OpenTime openTime, StaffId? by, DateTimeOffset now)
    {
        switch (State)
        {
            case CommitmentState.Withdrawn: return CommitmentErrors.Withdrawn;
            case CommitmentState.Kept or CommitmentState.KeptLate: return CommitmentErrors.AlreadyKept;
        }
        Break(now);
        Evidence = FoldedText.Nfc(evidence.Trim());
        var isLate = State == CommitmentState.Broken;
        Happen(isLate ? CommitmentEventKind.KeptLate : CommitmentEventKind.Kept, by, Evidence, now, lateness: isLate ? openTime.Measure(DueAt, now) : null);
        Raise(new CommitmentKept(Id, CustomerId, isLate));
        return Result.Done;
    }

    /// <summary>Agrees on another instant with the customer. Both stay in the log.</summary>
    public Result Renegotiate(CommitmentDue due, string reason, StaffId? by, DateTimeOffset now)
    {
        if (RefusalOfChange(now) is { } refusal || (refusal = Refusal(due, now)) is not null)
        {
            return refusal;
        }
        if (Renegotiations == MaxRenegotiations)
        {
            return CommitmentErrors.RenegotiatedTooOften;
        }
        Happen(CommitmentEventKind.Renegotiated, by, FoldedText.Nfc(reason.Trim()), now, due);
        Raise(new CommitmentRenegotiated(Id, CustomerId, DueAt));
        return Result.Done;
    }

    /// <summary>Takes the promise back, while it is neither kept nor broken.</summary>
    public Result Withdraw(string reason, StaffId? by, DateTimeOffset now)
    {
        if (RefusalOfChange(now) is { } refusal)
        {
            return refusal;
        }
        Happen(CommitmentEventKind.Withdrawn, by, FoldedText.Nfc(reason.Trim()), now);
        Raise(new CommitmentWithdrawn(Id, CustomerId));
        return Result.Done;
    }

    /// <summary>Somebody else keeps it, while it is still to be kept: whoever owns the work of it now.</summary>
    public Result Reassign(StaffId responsible, StaffId accountable, StaffId? by, DateTimeOffset now)
    {
        switch (State)
        {
            case CommitmentState.Withdrawn: return CommitmentErrors.Withdrawn;
            case CommitmentState.Kept or CommitmentState.KeptLate: return CommitmentErrors.AlreadyKept;
        }
        (ResponsibleId, AccountableId) = (responsible, accountable);
        Happen(CommitmentEventKind.Reassigned, by, null, now);
        Raise(new CommitmentReassigned(Id, CustomerId, ResponsibleId, AccountableId));
        return Result.Done;
    }

    /// <summary>What the clock does when the due instant has come: breaks a promise that is still open. Tells whether it did; before and after that it does nothing.</summary>
    public bool Break(DateTimeOffset now)
    {
        if (State != CommitmentState.Open || now < DueAt)
        {
            return false;
        }
        Happen(CommitmentEventKind.Broken, null, null, now);
        Raise(new CommitmentBroken(Id, CustomerId, ResponsibleId, AccountableId, DueAt));
        return true;
    }

    private void Happen(CommitmentEventKind kind, StaffId? by, string? note, DateTimeOffset now, CommitmentDue? due = null, TimeSpan? lateness = null)
    {
        var happened = new CommitmentEvent
        {
            CommitmentId = Id,
            Number = EventCount + 1,
            Kind = kind,
            At = now,
            By = by,
            Note = note,
            DueAt = due?.At,
            CalendarId = due?.CalendarId,
            CalendarVersion = due?.CalendarVersion,
            LatenessMilliseconds = lateness is { } late ? (long)late.TotalMilliseconds : null,
            ResponsibleId = kind is CommitmentEventKind.Made or CommitmentEventKind.Reassigned ? ResponsibleId : null,
            AccountableId = kind is CommitmentEventKind.Made or CommitmentEventKind.Reassigned ? AccountableId : null,
        };
        added.Add(happened);
        var standing = Standing.Then(happened);
        (State, DueAt, FirstDueAt, CalendarId, CalendarVersion) =
            (standing.State, standing.Due.At, standing.FirstDueAt, standing.Due.CalendarId, standing.Due.CalendarVersion);
        (BrokenAt, KeptAt, LatenessMilliseconds, Renegotiations, EventCount) =
            (standing.BrokenAt, standing.KeptAt, standing.LatenessMilliseconds, standing.Renegotiations, standing.Events);
        Changed(now);
    }

    private Error? RefusalOfChange(DateTimeOffset now) => State switch
    {
        CommitmentState.Withdrawn => CommitmentErrors.Withdrawn,
        CommitmentState.Kept or CommitmentState.KeptLate => CommitmentErrors.AlreadyKept,
        _ => IsPending(now) ? null : CommitmentErrors.AlreadyBroken,
    };

    private static Error? Refusal(CommitmentDue due, DateTimeOffset now)
    {
        if (due.At <= now)
        {
            return Error.Invalid([new("/due", "due_past", "A promise is due in the future.")]);
        }
        return due.At - now > OpenTime.LongestTarget ? Error.Invalid([new(due.CalendarId is null ? "/due" : "/within", "due_too_far", "A promise is due within 3660 days.")]) : null;
    }
}
