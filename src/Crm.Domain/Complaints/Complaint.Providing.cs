using Crm.Domain.Conflicts;

namespace Crm.Domain.Complaints;

/// <summary>PROVIDE and VERIFY: the decision, what a second person says to it, and whether the customer finds it solved.</summary>
public sealed partial class Complaint
{
    /// <summary>A second person, who does not handle the complaint and is impartial, approves of a resolution that one alone may not make, or does not.</summary>
    public Result Review(ReviewSubject subject, bool approved, string reason, Impartiality impartiality, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Review, by) is { } refusal)
        {
            return refusal;
        }
        if (by is not { } reviewer || reviewer == OwnerId)
        {
            return ComplaintErrors.ReviewerIsHandler;
        }
        if (RefusalOf(reviewer, impartiality) is { } partial)
        {
            return partial;
        }
        Provided = Providing with { Reviews = [.. Providing.Reviews, new(subject, approved, FoldedText.Nfc(reason), Instance, reviewer, now)] };
        Happen(ComplaintEventKind.Reviewed, by, now, null, ("subject", subject), ("approved", approved), ("reason", FoldedText.Nfc(reason)));
        Raise(new ComplaintReviewed(Id, subject, approved));
        return Result.Done;
    }

    /// <summary>
    /// Decides the complaint. Whatever is decided, the customer was heard and met with empathy (S1-HELP-4). Not upheld is no shortcut; that the customer is at
    /// fault, or that there is no remedy, needs a second person (S1-HELP-4, S1-HELP-10).
    /// </summary>
    /// <param name="hasOpenCommitments">Whether a promise of this complaint is still to be kept (S1-HELP-7).</param>
    public Result Resolve(Resolution resolution, bool hasOpenCommitments, StaffId? by, DateTimeOffset now)
    {
        if ((Refusal(ComplaintAction.Resolve, by) ?? OfKind(resolution, by)) is { } refusal)
        {
            return refusal;
        }
        if (Leading.Offers.Any(o => o.State == OfferState.PendingApproval))
        {
            return ComplaintErrors.ApprovalComesFirst;
        }
        if (Leading.Offers.Any(o => o.StateAt(now) == OfferState.Proposed))
        {
            return ComplaintErrors.OffersOpen;
        }
        if (hasOpenCommitments)
        {
            return ComplaintErrors.CommitmentsOpen;
        }
        var kept = resolution with
        {
            CauseCode = FoldedText.Nfc(resolution.CauseCode.Trim()),
            Findings = FoldedText.Nfc(resolution.Findings),
            Gesture = FoldedText.Shown(resolution.Gesture),
            Waiver = FoldedText.Shown(resolution.Waiver),
            Evidence = [.. resolution.Evidence.Select(FoldedText.Nfc)],
        };
        var decision = new Decision(Providing.Decisions.Count + 1, Instance, InAppeal, kept, by, Approval(resolution, by)?.By, now);
        Provided = Providing with { Decisions = [.. Providing.Decisions, decision] };
        (ResolutionKind, CauseCode, CausedBy, Expectation) = (kept.Kind, kept.CauseCode, kept.CausedBy, kept.Expectation);
        (Stage, ResolvedAt, FirstResolvedAt, UnansweredFollowUps) = (ComplaintStage.Resolved, now, FirstResolvedAt ?? now, 0);
        (WaitingFor, InAppeal) = (null, false);
        Happen(ComplaintEventKind.Resolved, by, now, null, ("decision", decision.Number), ("kind", kept.Kind), ("cause", kept.CauseCode), ("causedBy", kept.CausedBy),
            ("findings", kept.Findings), ("expectation", kept.Expectation), ("gesture", kept.Gesture), ("waiver", kept.Waiver), ("reviewedBy", decision.ReviewedBy));
        Raise(new ComplaintResolved(Id, CustomerId, kept.Kind, kept.CauseCode, Instance, decision.OnAppeal));
        return Result.Done;
    }

    /// <summary>Asks the customer whether it is solved. Yes closes, no reopens, and the last of so many attempts without an answer closes unconfirmed (S1-HELP-9).</summary>
    public Result FollowUp(IntakeChannel channel, FollowUpAnswer answer, string? note, bool hasOpenCommitments, ComplaintRules rules, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.FollowUp, by) is { } refusal)
        {
            return refusal;
        }
        var closes = answer == FollowUpAnswer.Solved || (answer == FollowUpAnswer.NoAnswer && UnansweredFollowUps + 1 >= rules.FollowUpAttempts);
        if (closes && hasOpenCommitments)
        {
            return ComplaintErrors.CommitmentsOpen;
        }
        var contact = new FollowUpContact(Instance, channel, answer, FoldedText.Shown(note), by, now);
        Provided = Providing with { FollowUps = [.. Providing.FollowUps, contact] };
        UnansweredFollowUps += answer == FollowUpAnswer.NoAnswer ? 1 : 0;
        Stage = ComplaintStage.Verifying;
        Happen(ComplaintEventKind.FollowedUp, by, now, channel, ("answer", answer), ("note", contact.Note));
        Raise(new ComplaintFollowedUp(Id, answer));
        if (closes)
        {
            Close(answer == FollowUpAnswer.Solved ? ComplaintStage.ClosedConfirmed : ComplaintStage.ClosedUnconfirmed, by, now, null);
        }
        else if (answer == FollowUpAnswer.NotSolved)
        {
            OpenAgain(by, now, contact.Note);
        }
        return Result.Done;
    }

    /// <summary>Opens it again as the same record, in the days after its end in which that is possible.</summary>
    public Result Reopen(string reason, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Reopen, by) is { } refusal)
        {
            return refusal;
        }
        OpenAgain(by, now, FoldedText.Nfc(reason));
        return Result.Done;
    }

    /// <summary>Whether it is too late to reopen this record, so that another complaint follows it.</summary>
    public bool IsBeyondReopening(ComplaintRules rules, DateTimeOffset now) => ClosedAt is { } end && now - end > TimeSpan.FromDays(rules.ReopenDays);

    /// <summary>Whether it has ended and the customer can still open this record again.</summary>
    public bool MayBeReopened(DateTimeOffset now) => IsClosed && Refusal(ComplaintAction.Reopen, null) is null && !IsBeyondReopening(ComplaintRules.Usual, now);

    /// <summary>Whether an appeal may be made now; asked before somebody is found who decides it.</summary>
    public Error? RefusalOfAppeal(StaffId? by) => Refusal(ComplaintAction.Appeal, by);

    /// <summary>The customer does not accept the decision. Somebody else hears and decides anew; the second decision stands beside the first (S3-FAIR-2).</summary>
    public Result Appeal(string words, StaffId handler, Impartiality impartiality, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Appeal, by) is { } refusal)
        {
            return refusal;
        }
        if (HandledFirst(handler))
        {
            return ComplaintErrors.AppealNeedsAnother;
        }
        if (RefusalOf(handler, impartiality) is { } partial)
        {
            return partial;
        }
        (FirstHandlerId, OwnerId, InAppeal) = (OwnerId, handler, true);
        Begin(now);
        Happen(ComplaintEventKind.Appealed, by, now, null, ("words", FoldedText.Nfc(words)), ("handler", handler), ("firstHandler", FirstHandlerId));
        Raise(new ComplaintAppealed(Id, handler, FirstHandlerId));
        return Result.Done;
    }

    /// <summary>Whether somebody owned the complaint before the appeal, or made a decision on it.</summary>
    public bool HandledFirst(StaffId who) => FirstHandlers().Contains(who);

    /// <summary>Who owned the complaint before the appeal, or made a decision on it.</summary>
    public IEnumerable<StaffId> FirstHandlers() =>
        new[] { FirstHandlerId ?? OwnerId }.Concat(Providing.Decisions.Where(d => !d.OnAppeal).Select(d => d.By)).OfType<StaffId>().Distinct();

    private Error? OfKind(Resolution resolution, StaffId? by)
    {
        if (InAppeal && by is { } handler && HandledFirst(handler))
        {
            return ComplaintErrors.AppealNeedsAnother;
        }
        if (resolution.CausedBy == Complaints.CausedBy.CustomerFault)
        {
            return resolution.Evidence.Count == 0 ? ComplaintErrors.EvidenceRequired
                : Approved(ReviewSubject.CustomerFault, by) is null ? ComplaintErrors.SecondReviewRequired : ByRemedy(resolution, by);
        }
        return ByRemedy(resolution, by);
    }

    private Error? ByRemedy(Resolution resolution, StaffId? by) => resolution.Kind switch
    {
        Complaints.ResolutionKind.UnresolvedNoRemedy =>
            Approved(ReviewSubject.NoRemedy, by) is null ? ComplaintErrors.SecondPersonRequired
            : FoldedText.Shown(resolution.Gesture) is null && FoldedText.Shown(resolution.Waiver) is null ? ComplaintErrors.GestureOrWaiverRequired : null,
        Complaints.ResolutionKind.Fixed or Complaints.ResolutionKind.Compensated when Leading.Desired is null => ComplaintErrors.DesiredOutcomeComesFirst,
        Complaints.ResolutionKind.Compensated when !Leading.Offers.Any(o => o.State == OfferState.Accepted && o.Instance == Instance) => ComplaintErrors.AcceptanceComesFirst,
        _ => null,
    };

    private SecondReview? Approval(Resolution resolution, StaffId? by) =>
        resolution.Kind == Complaints.ResolutionKind.UnresolvedNoRemedy ? Approved(ReviewSubject.NoRemedy, by)
        : resolution.CausedBy == Complaints.CausedBy.CustomerFault ? Approved(ReviewSubject.CustomerFault, by) : null;

    /// <summary>The last review of this, where it approves and is not of the person who decides.</summary>
    private SecondReview? Approved(ReviewSubject subject, StaffId? by) =>
        Providing.Reviews.LastOrDefault(r => r.Subject == subject && r.Instance == Instance) is { Approved: true } review && review.By != by && review.By != OwnerId ? review : null;

    private void OpenAgain(StaffId? by, DateTimeOffset now, string? reason)
    {
        ReopenCount++;
        Begin(now);
        Happen(ComplaintEventKind.Reopened, by, now, null, ("reason", reason));
        Raise(new ComplaintReopened(Id, CustomerId, Instance));
    }

    /// <summary>Another instance: what was acknowledged and assessed stands, and the customer is heard anew.</summary>
    private void Begin(DateTimeOffset now)
    {
        Instance++;
        Heard = HeardComplaint.NotYet;
        // What was not answered before does not hold any more.
        Led = new() { Offers = [.. Leading.Offers.Select(o => o.StateAt(now) == OfferState.Proposed ? o with { State = OfferState.Withdrawn, AnsweredAt = now } : o with { State = o.StateAt(now) })] };
        (ResolutionKind, CauseCode, CausedBy, Expectation) = (null, null, null, null);
        (ResolvedAt, ClosedAt, WaitingFor, UnansweredFollowUps) = (null, null, null, 0);
        Recurrences = [];
        Stage = AcknowledgedAt is null ? ComplaintStage.Received : Assessment is null ? ComplaintStage.Acknowledged : ComplaintStage.Assessed;
    }

    /// <summary>Nobody decides any more on what was not offered yet.</summary>
    private void DropApprovals(StaffId? by, DateTimeOffset now)
    {
        foreach (var offer in Leading.Offers.Where(o => o.State == OfferState.PendingApproval).ToList())
        {
            Led = Leading with { Offers = [.. Leading.Offers.Select(o => o.Id == offer.Id ? o with { State = OfferState.Withdrawn, AnsweredAt = now, AnsweredBy = by } : o)] };
            Happen(ComplaintEventKind.ApprovalDropped, by, now, null, ("offer", offer.Id));
            Raise(new ComplaintOfferAnswered(Id, offer.Id, OfferState.Withdrawn));
        }
    }

    private void Close(ComplaintStage stage, StaffId? by, DateTimeOffset now, string? reason)
    {
        (Stage, ClosedAt, WaitingFor) = (stage, now, null);
        DropApprovals(by, now);
        var kind = stage switch
        {
            ComplaintStage.ClosedConfirmed => ComplaintEventKind.ClosedConfirmed,
            ComplaintStage.ClosedUnconfirmed => ComplaintEventKind.ClosedUnconfirmed,
            ComplaintStage.WithdrawnByCustomer => ComplaintEventKind.Withdrawn,
            _ => ComplaintEventKind.MarkedDuplicate,
        };
        Happen(kind, by, now, null, ("reason", reason), ("duplicateOf", DuplicateOfId));
        Raise(new ComplaintClosed(Id, CustomerId, stage));
    }
}
