namespace Crm.Domain.Complaints;

/// <summary>What can be done with a complaint.</summary>
public enum ComplaintAction
{
    Acknowledge, Assess, AddStatement, CompleteHearing, PlayBack, Empathise, Apologise, AskDesiredOutcome, Offer, RefuseWish, AcceptOffer, DeclineOffer, WithdrawOffer,
    Review, Resolve, FollowUp, Reopen, Appeal, Withdraw, MarkDuplicate, FlagAbuse, Wait, StopWaiting, Escalate, AssignOwner, IdentifyCustomer, ApproveOffer,
}

/// <summary>A step of H.E.L.P. that every complaint must have, with evidence.</summary>
public enum HelpStep { Hearing, Playback, Empathy, Apology, DesiredOutcome, Resolution, Verification }

/// <summary>What may be done next; with an offer where it is about one.</summary>
public sealed record PermittedAction(ComplaintAction Action, OfferId? OfferId = null);

public sealed partial class Complaint
{
    /// <summary>The stages of a complaint that is still on its way.</summary>
    public static readonly IReadOnlyList<ComplaintStage> OpenStages = [.. Enum.GetValues<ComplaintStage>().Where(s => s < ComplaintStage.ClosedConfirmed)];

    /// <summary>Whether its way has ended, by whatever end.</summary>
    public bool IsClosed => Stage >= ComplaintStage.ClosedConfirmed;
    private bool IsResolved => Stage is ComplaintStage.Resolved or ComplaintStage.Verifying;

    /// <summary>A need that was told by word of mouth over the telephone is played back before anything is offered (S1-HELP-2).</summary>
    public bool NeedsPlayback => Channel == IntakeChannel.Phone;

    /// <summary>The next steps that its present state permits: a pure function of the state, so that a front end can be driven by it.</summary>
    public IReadOnlyList<PermittedAction> NextActions()
    {
        var next = new List<PermittedAction>();
        foreach (var action in Enum.GetValues<ComplaintAction>())
        {
            if (action is ComplaintAction.AcceptOffer or ComplaintAction.DeclineOffer or ComplaintAction.WithdrawOffer or ComplaintAction.ApproveOffer)
            {
                next.AddRange(Leading.Offers.Where(o => IsFor(action, o.State) && Gate(action) is null).Select(o => new PermittedAction(action, o.Id)));
            }
            else if (Gate(action) is null)
            {
                next.Add(new(action));
            }
        }
        return next;
    }

    private static bool IsFor(ComplaintAction action, OfferState state) => state switch
    {
        OfferState.Proposed => action != ComplaintAction.ApproveOffer,
        OfferState.PendingApproval => action is ComplaintAction.ApproveOffer or ComplaintAction.WithdrawOffer,
        _ => false,
    };

    /// <summary>The steps of H.E.L.P. that this instance must have, and which of them it has. Completed by required is the H.E.L.P. index.</summary>
    public IEnumerable<(HelpStep Step, bool Done)> HelpSteps()
    {
        yield return (HelpStep.Hearing, Hearing.CompletedAt is not null);
        if (NeedsPlayback)
        {
            yield return (HelpStep.Playback, Hearing.Playback?.Answer == PlaybackAnswer.Confirmed);
        }
        yield return (HelpStep.Empathy, Hearing.Empathy is not null);
        yield return (HelpStep.Apology, Hearing.Apology is not null);
        yield return (HelpStep.DesiredOutcome, Leading.Desired is not null);
        yield return (HelpStep.Resolution, ResolutionKind is not null);
        yield return (HelpStep.Verification, Stage is ComplaintStage.ClosedConfirmed or ComplaintStage.ClosedUnconfirmed);
    }

    /// <summary>Why this step is not possible now for this person.</summary>
    private Error? Refusal(ComplaintAction action, StaffId? by) =>
        by is { } who && who == TargetStaffId ? ComplaintErrors.ConflictOfInterest : Gate(action);

    /// <summary>Why this step is not possible now: the one that is missing before it, or what makes it too late.</summary>
    private Error? Gate(ComplaintAction action) => action switch
    {
        ComplaintAction.Reopen => Stage == ComplaintStage.Duplicate ? ComplaintErrors.Closed : IsClosed || IsResolved ? Room() : ComplaintErrors.NotClosed,
        ComplaintAction.Appeal => Stage >= ComplaintStage.WithdrawnByCustomer ? ComplaintErrors.Closed
            : !IsClosed && !IsResolved ? ComplaintErrors.ResolutionComesFirst : FirstHandlerId is not null ? ComplaintErrors.AlreadyAppealed : Room(),
        _ when IsClosed => ComplaintErrors.Closed,
        ComplaintAction.Withdraw or ComplaintAction.MarkDuplicate => null,
        ComplaintAction.FollowUp => !IsResolved ? ComplaintErrors.ResolutionComesFirst : null,
        ComplaintAction.Resolve => Started() ?? BeforeLeading(),
        _ when EventCount >= MaxEvents => ComplaintErrors.TooManySteps,
        ComplaintAction.Acknowledge => AcknowledgedAt is not null ? ComplaintErrors.AlreadyAcknowledged : null,
        ComplaintAction.AddStatement => StatementParts >= StatementPart.MaxCount ? ComplaintErrors.TooManySteps : null,
        ComplaintAction.FlagAbuse or ComplaintAction.AssignOwner or ComplaintAction.Escalate => null,
        ComplaintAction.IdentifyCustomer => CustomerId is not null ? ComplaintErrors.CustomerKnown : null,
        ComplaintAction.Wait => IsResolved ? ComplaintErrors.AlreadyResolved : WaitingFor is not null ? ComplaintErrors.AlreadyWaiting : null,
        ComplaintAction.StopWaiting => WaitingFor is null ? ComplaintErrors.NotWaiting : null,
        ComplaintAction.Assess => Owned() ?? (IsResolved ? ComplaintErrors.AlreadyResolved : AcknowledgedAt is null ? ComplaintErrors.AcknowledgementComesFirst : null),
        _ => Started() ?? StepOfHelp(action),
    };

    /// <summary>The steps of H.E.L.P. in their order, once the complaint is assessed.</summary>
    private Error? StepOfHelp(ComplaintAction action) => action switch
    {
        ComplaintAction.CompleteHearing => Hearing.CompletedAt is not null ? ComplaintErrors.HearingAlreadyCompleted : null,
        // What came before an offer was asked when it was made.
        ComplaintAction.AcceptOffer or ComplaintAction.DeclineOffer or ComplaintAction.WithdrawOffer or ComplaintAction.ApproveOffer => null,
        _ when Hearing.CompletedAt is null => ComplaintErrors.HearingComesFirst,
        ComplaintAction.PlayBack or ComplaintAction.Empathise => null,
        ComplaintAction.Apologise => Hearing.Empathy is null ? ComplaintErrors.EmpathyComesFirst : null,
        ComplaintAction.AskDesiredOutcome or ComplaintAction.Review => BeforeLeading(),
        ComplaintAction.RefuseWish => BeforeLeading() ?? (Leading.Desired is null or { DeclinedToSay: true } ? ComplaintErrors.DesiredOutcomeComesFirst : BeforeOffers()),
        ComplaintAction.Offer => BeforeLeading() ?? (Leading.Desired is null ? ComplaintErrors.DesiredOutcomeComesFirst : BeforeOffers()),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private Error? Started() =>
        Owned()
        ?? (IsResolved ? ComplaintErrors.AlreadyResolved
        : AcknowledgedAt is null ? ComplaintErrors.AcknowledgementComesFirst
        : Assessment is null ? ComplaintErrors.AssessmentComesFirst : null);

    /// <summary>HEAR and EMPATHISE are complete before anything is offered, refused or decided (S1-HELP-1 to S1-HELP-4).</summary>
    private Error? BeforeLeading() =>
        Hearing.CompletedAt is null ? ComplaintErrors.HearingComesFirst
        : (NeedsPlayback || Hearing.Playback is not null) && Hearing.Playback?.Answer != PlaybackAnswer.Confirmed ? ComplaintErrors.PlaybackComesFirst
        : Hearing.Empathy is null ? ComplaintErrors.EmpathyComesFirst
        : Hearing.Apology is null ? ComplaintErrors.ApologyComesFirst
        : null;

    private Error? Owned() => OwnerId is null ? ComplaintErrors.OwnerComesFirst : null;

    private Error? Room() => EventCount >= MaxEvents ? ComplaintErrors.TooManySteps : null;

    /// <summary>What is accepted becomes promises, and a promise is made to somebody.</summary>
    private Error? BeforeOffers() =>
        CustomerId is null ? ComplaintErrors.CustomerComesFirst : Leading.Offers.Count >= Offer.MaxCount ? ComplaintErrors.TooManyOffers : null;
}
