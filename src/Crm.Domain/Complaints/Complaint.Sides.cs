using Crm.Domain.Conflicts;

namespace Crm.Domain.Complaints;

/// <summary>What happens beside the way: waiting, escalation, another owner, conduct, withdrawal, a duplicate.</summary>
public sealed partial class Complaint
{
    public const int HighestEscalation = 5;

    /// <summary>Waits for the customer or a third party.</summary>
    public Result Wait(WaitingFor waitingFor, string reason, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Wait, by) is { } refusal)
        {
            return refusal;
        }
        WaitingFor = waitingFor;
        Happen(ComplaintEventKind.WaitingBegan, by, now, null, ("for", waitingFor), ("reason", FoldedText.Nfc(reason)));
        Raise(new ComplaintWaitingBegan(Id, waitingFor));
        return Result.Done;
    }

    /// <summary>Waits no more.</summary>
    public Result StopWaiting(StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.StopWaiting, by) is { } refusal)
        {
            return refusal;
        }
        EndWaiting(by, now);
        return Result.Done;
    }

    /// <summary>Takes it to a higher level, which is seen by those above. Nobody takes it down again.</summary>
    public Result Escalate(int level, string reason, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Escalate, by) is { } refusal)
        {
            return refusal;
        }
        if (level <= EscalationLevel)
        {
            return ComplaintErrors.AlreadyEscalated;
        }
        EscalationLevel = level;
        Happen(ComplaintEventKind.Escalated, by, now, null, ("level", level), ("reason", FoldedText.Nfc(reason)));
        Raise(new ComplaintEscalated(Id, level));
        return Result.Done;
    }

    /// <summary>Makes somebody else answer for it, who is impartial, and on appeal not who handled it first.</summary>
    public Result AssignOwner(StaffId owner, string? reason, Impartiality impartiality, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.AssignOwner, by) is { } refusal)
        {
            return refusal;
        }
        if (RefusalOfOwner(owner, impartiality) is { } unfit)
        {
            return unfit;
        }
        if (owner == OwnerId)
        {
            return Result.Done;
        }
        var former = OwnerId;
        OwnerId = owner;
        Happen(ComplaintEventKind.OwnerChanged, by, now, null, ("owner", owner), ("former", former), ("reason", FoldedText.Shown(reason)));
        Raise(new ComplaintOwnerChanged(Id, owner, former));
        return Result.Done;
    }

    /// <summary>Why somebody cannot answer for it: who is partial, and on appeal who handled it first.</summary>
    public Error? RefusalOfOwner(StaffId who, Impartiality impartiality) =>
        RefusalOf(who, impartiality) ?? (InAppeal && HandledFirst(who) ? ComplaintErrors.AppealNeedsAnother : null);

    /// <summary>Why somebody may neither handle it nor decide on it; null where they are impartial (S3-FAIR-1).</summary>
    public Error? RefusalOf(StaffId who, Impartiality impartiality) =>
        impartiality.Refusal(who, TargetStaffId, CustomerId) is { } reason ? ComplaintErrors.ConflictOfInterest.Because(reason) : null;

    /// <summary>Records which customer it was who complained, where that was not known.</summary>
    /// <param name="ofKeyAccount">Whether they belong to a key account, whose complaints are of high priority at least (S4-KEY-1).</param>
    public Result Identify(CustomerId customer, StaffId? by, DateTimeOffset now, bool ofKeyAccount = false)
    {
        if (Refusal(ComplaintAction.IdentifyCustomer, by) is { } refusal)
        {
            return refusal;
        }
        var isRaised = ofKeyAccount && Priority < Priority.High;
        (CustomerId, Priority) = (customer, isRaised ? Priority.High : Priority);
        Happen(ComplaintEventKind.ComplainantIdentified, by, now, null, ("customer", customer), ("priority", isRaised ? Priority : null));
        Raise(new ComplainantIdentified(Id, customer));
        return Result.Done;
    }

    /// <summary>Protects who handles it from the complainant's conduct. The complaint itself goes on, and counts as before (S2-PERSONAL-1).</summary>
    /// <param name="pausedChannel">The channel on which the complainant is not answered for now.</param>
    public Result FlagAbuse(string conduct, IntakeChannel? pausedChannel, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.FlagAbuse, by) is { } refusal)
        {
            return refusal;
        }
        AbuseFlaggedAt ??= now;
        Happen(ComplaintEventKind.AbuseFlagged, by, now, pausedChannel, ("conduct", FoldedText.Nfc(conduct)), ("pausedChannel", pausedChannel));
        Raise(new ComplaintAbuseFlagged(Id, OwnerId));
        return Result.Done;
    }

    /// <summary>The customer takes the complaint back. That is theirs to say, at any time, whatever is still promised.</summary>
    public Result Withdraw(string? reason, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Withdraw, by) is { } refusal)
        {
            return refusal;
        }
        Close(ComplaintStage.WithdrawnByCustomer, by, now, FoldedText.Shown(reason));
        return Result.Done;
    }

    /// <summary>The same complaint came in twice. It goes on as the other one, which is no duplicate itself.</summary>
    public Result MarkDuplicate(ComplaintId of, ComplaintStage otherStage, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.MarkDuplicate, by) is { } refusal)
        {
            return refusal;
        }
        if (of == Id || otherStage == ComplaintStage.Duplicate)
        {
            return ComplaintErrors.DuplicateOfItself;
        }
        DuplicateOfId = of;
        Close(ComplaintStage.Duplicate, by, now, null);
        return Result.Done;
    }

    private void EndWaiting(StaffId? by, DateTimeOffset now)
    {
        WaitingFor = null;
        Happen(ComplaintEventKind.WaitingEnded, by, now, null);
        Raise(new ComplaintWaitingEnded(Id));
    }
}
