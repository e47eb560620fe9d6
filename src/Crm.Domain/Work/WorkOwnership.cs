namespace Crm.Domain.Work;

/// <summary>How work changes its owner: by an order, or by a hand-over that its receiver accepts.</summary>
public sealed partial class WorkItem
{
    /// <summary>Gives it to somebody at once: the order of a supervisor, or of the product. Tells whether anything changed. A hand-over that waits is withdrawn.</summary>
    public Result<bool> Assign(Owner owner, string? reason, StaffId? by, DateTimeOffset now)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }
        if (owner.Id == OwnerId)
        {
            return false;
        }
        Give(WorkEventKind.Assigned, owner, reason, by, now);
        return true;
    }

    /// <summary>Gives it to somebody because its owner has left, or because it never had one.</summary>
    public void Reassign(Owner owner, DateTimeOffset now)
    {
        if (State == WorkState.Open && owner.Id != OwnerId)
        {
            Give(WorkEventKind.Reassigned, owner, null, null, now);
        }
    }

    /// <summary>Asks somebody to take it over, and says what they must know. Nothing moves until they accept (S3-OWNER-1).</summary>
    public Result ProposeHandOver(StaffId to, string note, DateTimeOffset answerBy, StaffId? by, DateTimeOffset now)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }
        if (OwnerId is not { } owner)
        {
            return WorkErrors.Unowned;
        }
        if (to == owner)
        {
            return WorkErrors.ReceiverOwnsIt;
        }
        if (HandOverToId is not null)
        {
            return WorkErrors.HandOverPending;
        }
        (HandOverById, HandOverAt, HandOverUntil, HandOverNote) = (by, now, answerBy, Words(note));
        Happen(WorkEventKind.HandOverProposed, by, now, to, note: note, until: answerBy);
        Raise(new HandOverProposed(Id, owner, to, answerBy));
        return Result.Done;
    }

    /// <summary>The receiver takes it: from this instant they own it.</summary>
    public Result AcceptHandOver(StaffId accountable, StaffId? by, DateTimeOffset now)
    {
        if (RefusalOfAnswer(now) is { } refusal)
        {
            return refusal;
        }
        Give(WorkEventKind.HandOverAccepted, new(HandOverToId!.Value, accountable, [AssignmentReason.Accepted]), null, by, now);
        return Result.Done;
    }

    /// <summary>The receiver does not take it.</summary>
    public Result DeclineHandOver(string reason, StaffId? by, DateTimeOffset now)
    {
        if (RefusalOfAnswer(now) is { } refusal)
        {
            return refusal;
        }
        Return(WorkEventKind.HandOverDeclined, reason, by, now);
        return Result.Done;
    }

    /// <summary>What the clock does when nobody answered in time. Tells whether it did; before and after that it does nothing.</summary>
    public bool TimeOutHandOver(DateTimeOffset now)
    {
        if (HandOverToId is null || State != WorkState.Open || now < HandOverUntil)
        {
            return false;
        }
        Return(WorkEventKind.HandOverTimedOut, null, null, now);
        return true;
    }

    /// <summary>The sender keeps it after all.</summary>
    public Result WithdrawHandOver(StaffId? by, DateTimeOffset now)
    {
        if (State != WorkState.Open)
        {
            return WorkErrors.Closed;
        }
        if (HandOverToId is null)
        {
            return WorkErrors.NoHandOver;
        }
        DropHandOver(by, now);
        return Result.Done;
    }

    private void Give(WorkEventKind kind, Owner owner, string? note, StaffId? by, DateTimeOffset now)
    {
        if (kind != WorkEventKind.HandOverAccepted)
        {
            DropHandOver(by, now);
        }
        var before = OwnerId;
        AccountableId = owner.AccountableId;
        Happen(kind, by, now, owner.Id, owner.Reasons, note);
        ForgetHandOver();
        Raise(new WorkOwnerChanged(Id, Subject, before, owner.Id, owner.AccountableId));
    }

    private void Return(WorkEventKind kind, string? reason, StaffId? by, DateTimeOffset now)
    {
        var to = HandOverToId!.Value;
        Happen(kind, by, now, to, note: reason);
        ForgetHandOver();
        Raise(new HandOverReturned(Id, OwnerId!.Value, to, kind == WorkEventKind.HandOverTimedOut, AccountableId ?? OwnerId!.Value));
    }

    private void DropHandOver(StaffId? by, DateTimeOffset now)
    {
        if (HandOverToId is not { } to)
        {
            return;
        }
        Happen(WorkEventKind.HandOverWithdrawn, by, now, to);
        ForgetHandOver();
        Raise(new HandOverWithdrawn(Id, to));
    }

    private void ForgetHandOver() => (HandOverById, HandOverAt, HandOverUntil, HandOverNote) = (null, null, null, null);

    private Error? RefusalOfAnswer(DateTimeOffset now) =>
        State != WorkState.Open ? WorkErrors.Closed
        : HandOverToId is null ? WorkErrors.NoHandOver
        : now >= HandOverUntil ? WorkErrors.HandOverTimedOut
        : null;
}
