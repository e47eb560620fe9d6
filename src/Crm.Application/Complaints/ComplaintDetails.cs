using Crm.Domain;
using Crm.Domain.Channels;
using Crm.Domain.Complaints;

namespace Crm.Application.Complaints;

/// <summary>A complaint: what was told, how far it is on the way of H.E.L.P., and what may be done next.</summary>
/// <param name="Id">The complaint's id.</param>
/// <param name="Reference">What it is called between people, as in K7Q2-9MXA-3; unique in the tenant, and a misheard character is noticed.</param>
/// <param name="CustomerId">Who complains; null where that is not known.</param>
/// <param name="Channel">On which way it came.</param>
/// <param name="Category">The code of what it is about.</param>
/// <param name="Language">BCP 47 tag of the customer's language.</param>
/// <param name="ReceivedAt">When it was received; when it was entered is createdAt.</param>
/// <param name="Statement">The first part of what the complainant says, verbatim; empty after the customer was erased.</param>
/// <param name="StatementPartCount">How many parts the statement has.</param>
/// <param name="ComplainantName">What the complainant is called, as they said it.</param>
/// <param name="Contacts">How to answer; what could not be read is kept in words and not verified.</param>
/// <param name="OnBehalfOf">For whom it is made, where that is somebody else.</param>
/// <param name="Target">What the customer is dissatisfied with.</param>
/// <param name="TargetStaffId">The member of staff whom it is about.</param>
/// <param name="Product">The product that it is about.</param>
/// <param name="ThreatensToLeave">Whether the customer says that they will leave.</param>
/// <param name="ThreatensPublicity">Whether the customer says that they will make it public.</param>
/// <param name="CostToCustomer">What it cost the customer so far, as they say.</param>
/// <param name="Hazards">What is dangerous about it.</param>
/// <param name="Severity">How bad it is; at intake by rule, later as it was assessed.</param>
/// <param name="Priority">How soon somebody works on it.</param>
/// <param name="Risk">How likely we lose the customer or our name over it.</param>
/// <param name="TriageReasons">What severity, priority and risk follow from.</param>
/// <param name="OwnerId">The one member of staff who answers for it; null only where nobody impartial was found.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="WaitingFor">For whom it waits, beside its stage.</param>
/// <param name="EscalationLevel">How high it was taken; 0 where it was not.</param>
/// <param name="InAppeal">Whether an appeal is to be decided.</param>
/// <param name="FirstHandlerId">Who handled it before the appeal.</param>
/// <param name="Instance">Grows by one with every reopening and appeal, from 1.</param>
/// <param name="ReopenCount">How often it was reopened.</param>
/// <param name="FollowUpOfId">The closed complaint that this one follows.</param>
/// <param name="DuplicateOfId">The complaint that it is a duplicate of.</param>
/// <param name="AcknowledgedAt">When it was acknowledged.</param>
/// <param name="Assessment">The last assessment.</param>
/// <param name="Hearing">The steps of hearing and empathy of this instance.</param>
/// <param name="DesiredOutcome">What the customer wants, in their words.</param>
/// <param name="WishRefusal">That the wish was refused, and why.</param>
/// <param name="Offers">Every offer, with where it stands now.</param>
/// <param name="Reviews">What second persons said.</param>
/// <param name="Decisions">Every decision; one on appeal stands beside the first.</param>
/// <param name="FollowUps">Every time the customer was asked whether it is solved.</param>
/// <param name="ResolutionKind">How it is resolved now.</param>
/// <param name="CauseCode">The root cause of the present resolution.</param>
/// <param name="CausedBy">Whose doing it was.</param>
/// <param name="Expectation">What was delivered, measured by what was expected.</param>
/// <param name="ResolvedAt">When it was resolved; null while it is open.</param>
/// <param name="FirstResolvedAt">When it was first resolved, whatever came later.</param>
/// <param name="ClosedAt">When its way ended.</param>
/// <param name="AbuseFlaggedAt">Since when whoever handles it is protected from the complainant's conduct.</param>
/// <param name="HasOpenCommitments">Whether a promise of it is still to be kept, without which it cannot be closed.</param>
/// <param name="Help">How much of H.E.L.P. is done.</param>
/// <param name="NextActions">What may be done next, with its address.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record ComplaintDetails(
    ComplaintId Id, string Reference, CustomerId? CustomerId, IntakeChannel Channel, string? Category, string? Language, DateTimeOffset ReceivedAt, string Statement,
    int StatementPartCount, string? ComplainantName, IReadOnlyList<ComplaintContact> Contacts, string? OnBehalfOf, TargetKind Target, StaffId? TargetStaffId,
    ComplaintProduct? Product, bool ThreatensToLeave, bool ThreatensPublicity, Money? CostToCustomer, IReadOnlyList<string> Hazards,
    ComplaintSeverity Severity, Priority Priority, ComplaintRisk Risk, IReadOnlyList<TriageReason> TriageReasons, StaffId? OwnerId, ComplaintStage Stage,
    WaitingFor? WaitingFor, int EscalationLevel, bool InAppeal, StaffId? FirstHandlerId, int Instance, int ReopenCount, ComplaintId? FollowUpOfId, ComplaintId? DuplicateOfId,
    DateTimeOffset? AcknowledgedAt, AssessmentMade? Assessment, HeardComplaint Hearing, DesiredOutcome? DesiredOutcome, WishRefused? WishRefusal, IReadOnlyList<Offer> Offers,
    IReadOnlyList<SecondReview> Reviews, IReadOnlyList<Decision> Decisions, IReadOnlyList<FollowUpContact> FollowUps, ResolutionKind? ResolutionKind, string? CauseCode,
    CausedBy? CausedBy, ExpectationOutcome? Expectation, DateTimeOffset? ResolvedAt, DateTimeOffset? FirstResolvedAt, DateTimeOffset? ClosedAt, DateTimeOffset? AbuseFlaggedAt,
    bool HasOpenCommitments, HelpIndex Help, IReadOnlyList<NextAction> NextActions, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public const int TrackingTokenMaxLength = Domain.Complaints.TrackingToken.Length;
    public const int TrackingLinkMaxLength = 200;

    /// <summary>The customer's secret, in the answer of the filing alone; afterwards it can only be made anew (S2-TRANSP-2).</summary>
    public string? TrackingToken { get; init; }

    /// <summary>The address under which the customer follows the complaint without a login; in the answer of the filing alone.</summary>
    public string? TrackingLink { get; init; }

    /// <summary>How many requests it took to complain: one, and one more for each time a draft of it was saved (S3-ACCESS-2).</summary>
    public int IntakeSteps { get; init; }

    /// <summary>How many messages went out and came in.</summary>
    public int MessageCount { get; init; }

    /// <summary>How often a macro went out that had gone out on this complaint before (S1-DEFLECT-1).</summary>
    public int DeflectionFlags { get; init; }

    /// <summary>What the way on which it came cost the customer, as was told or as the channel catalogue said then (S4-FREE-1); null where that is not known.</summary>
    public CostToCustomer? ChannelCost { get; init; }

    /// <summary>When the customer last called the executive (S4-EXEC-1).</summary>
    public DateTimeOffset? ExecutiveCalledAt { get; init; }

    /// <summary>When whoever was called answered that call; null while they have not.</summary>
    public DateTimeOffset? ExecutiveAnsweredAt { get; init; }

    /// <summary>Since when the customer waits for an answer of substance; null where nothing of theirs is unanswered.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>When one of ours first spoke with the customer.</summary>
    public DateTimeOffset? FirstContactAt { get; init; }

    /// <summary>How often it went from one owner to another, appeals apart.</summary>
    public int Transfers { get; init; }

    /// <summary>In what the cause of the present resolution has come back too often, at most 4 (S1-LEARN-1).</summary>
    public IReadOnlyList<RecurrenceFound> Recurrences { get; init; } = [];

    /// <summary>How what came of it compares with what the customer expected, as they say: 1 far below, 3 as expected, 5 far above (S4-NEEDS-1).</summary>
    public int? OutcomeRating { get; init; }

    public const int ReferenceMaxLength = ComplaintReference.Length;
    public const int StatementMaxLength = 3 * StatementPart.WordsMaxLength;
    public const int CategoryMaxLength = 3 * ComplaintIntake.CategoryMaxLength;
    public const int LanguageMaxLength = ComplaintIntake.LanguageMaxLength;
    public const int ComplainantNameMaxLength = 3 * ComplaintIntake.NameMaxLength;
    public const int OnBehalfOfMaxLength = 3 * ComplaintIntake.NameMaxLength;
    public const int CauseCodeMaxLength = 3 * Resolution.CauseCodeMaxLength;

    internal static readonly ComplaintId ExampleId = ComplaintId.Parse("complaint_01j00000000000000000000000", null);
    internal static readonly StaffId ExampleOwner = StaffId.Parse("staff_01j00000000000000000000000", null);

    internal static readonly ComplaintAssessment AssessmentExample = new(ComplaintSeverity.High, Impact: "Cannot cook until it is replaced", ImmediateAction: "Asked not to use it");

    public static ComplaintDetails Example { get; } = Sample();

    internal static ComplaintDetails Of(LoadedComplaint loaded, DateTimeOffset now)
    {
        var c = loaded.Complaint;
        return new(
            c.Id, c.Reference, c.CustomerId, c.Channel, c.Category, c.Language, c.ReceivedAt, loaded.Statement ?? "", c.StatementParts, c.Intake?.ComplainantName, c.Intake?.Contacts ?? [],
            c.Intake?.OnBehalfOf, c.Target, c.TargetStaffId, c.Intake?.Product, c.Intake?.ThreatensToLeave ?? c.TriageReasons.Contains(TriageReason.ThreatToLeave),
            c.Intake?.ThreatensPublicity ?? c.TriageReasons.Contains(TriageReason.ThreatOfPublicity), c.Intake?.CostToCustomer, c.Intake?.Hazards ?? [], c.Severity, c.Priority,
            c.Risk, c.TriageReasons, c.OwnerId, c.Stage, c.WaitingFor, c.EscalationLevel, c.InAppeal, c.FirstHandlerId, c.Instance, c.ReopenCount, c.FollowUpOfId, c.DuplicateOfId,
            c.AcknowledgedAt, c.Assessment, c.Heard ?? HeardComplaint.NotYet, c.Led?.Desired, c.Led?.Refusal, [.. (c.Led?.Offers ?? []).Select(o => o with { State = o.StateAt(now) })],
            c.Provided?.Reviews ?? [], c.Provided?.Decisions ?? [], c.Provided?.FollowUps ?? [], c.ResolutionKind, c.CauseCode, c.CausedBy, c.Expectation, c.ResolvedAt,
            c.FirstResolvedAt, c.ClosedAt, c.AbuseFlaggedAt, loaded.HasOpenCommitments,
            new(c.HelpCompleted, c.HelpRequired, [.. c.HelpSteps().Where(s => !s.Done).Select(s => s.Step)]), NextAction.Of(c, now), c.ExternalId, c.CreatedAt, c.UpdatedAt, c.Version)
        {
            IntakeSteps = c.IntakeSteps, MessageCount = c.MessageCount, DeflectionFlags = c.DeflectionFlags, ChannelCost = c.Intake?.ChannelCost, ExecutiveCalledAt = c.ExecutiveCalledAt, ExecutiveAnsweredAt = c.ExecutiveAnsweredAt, OutcomeRating = c.OutcomeRating,
            UnansweredSince = c.UnansweredSince, FirstContactAt = c.FirstContactAt, Transfers = c.Transfers, Recurrences = c.Recurrences,
        };
    }

    /// <summary>A complaint in the middle of its way, made by what makes complaints.</summary>
    private static ComplaintDetails Sample()
    {
        DateTimeOffset received = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
        var (statement, staff) = (FileComplaint.Example.Statement, ExampleOwner);
        var filed = Complaint.File(FileComplaint.Example with { ReceivedAt = received }, statement, [], new("K7Q2-9MXA-3", staff, new(2026, 3, 21), "IR", ComplaintRules.Usual), staff, received).Value;
        var complaint = filed.Complaint;
        complaint.Acknowledge(IntakeChannel.Email, null, staff, received.AddMinutes(1));
        complaint.Assess(AssessmentExample, staff, received.AddMinutes(10));
        complaint.CompleteHearing(IntakeChannel.Phone, staff, received.AddMinutes(20));
        var details = Of(new() { Complaint = complaint, Statement = filed.Statement.Words, HasOpenCommitments = false }, received.AddMinutes(30));
        // The document is the same whenever it is made, so its ids are.
        return details with
        {
            Id = ExampleId,
            NextActions = [.. details.NextActions.Select(a => a with { Href = a.Href.Replace(details.Id.ToString(), ExampleId.ToString(), StringComparison.Ordinal) })],
        };
    }
}

/// <summary>The H.E.L.P. index: completed by required steps.</summary>
/// <param name="Completed">How many steps of this instance are done, with evidence.</param>
/// <param name="Required">How many it must have: hearing, playback where it came by telephone, empathy, apology, desired outcome, resolution, verification.</param>
/// <param name="Missing">Those that are not done yet, in their order.</param>
public sealed record HelpIndex(int Completed, int Required, IReadOnlyList<HelpStep> Missing);
