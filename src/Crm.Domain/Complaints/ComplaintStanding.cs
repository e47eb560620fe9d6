namespace Crm.Domain.Complaints;

/// <summary>Where a complaint stands on its way.</summary>
public enum ComplaintStage
{
    Received, Acknowledged, Assessed, Hearing, Leading, Providing, Resolved, Verifying, ClosedConfirmed, ClosedUnconfirmed, WithdrawnByCustomer, Duplicate,
}

/// <summary>For whom a complaint waits.</summary>
public enum WaitingFor { Customer, ThirdParty }

/// <summary>The answer of the customer to a playback of what they need.</summary>
public enum PlaybackAnswer { Confirmed, Corrected }

/// <summary>Where an offer stands. It expires by its time alone. Pending, it waits for somebody's approval, and the customer knows nothing of it (S3-EMPOWER-1).</summary>
public enum OfferState { Proposed, Accepted, Declined, Withdrawn, Expired, PendingApproval, NotApproved }

/// <summary>How a complaint was resolved. Heard only: nothing but to be heard was wanted. No remedy: nothing could be found, and a second person agrees.</summary>
public enum ResolutionKind { Fixed, Compensated, Explained, HeardOnly, NotUpheld, UnresolvedNoRemedy }

/// <summary>Whose doing it was.</summary>
public enum CausedBy { Organisation, ThirdParty, CustomerFault, Nobody, Unknown }

/// <summary>What was delivered, measured by what the customer expected (S4-NEEDS-1).</summary>
public enum ExpectationOutcome { Met, Exceeded, Missed }

/// <summary>What a second person looks at before a complaint is resolved so.</summary>
public enum ReviewSubject { CustomerFault, NoRemedy }

/// <summary>What came of asking whether the complaint is solved.</summary>
public enum FollowUpAnswer { Solved, NotSolved, NoAnswer }

/// <summary>What the members of staff found when they looked at the whole.</summary>
/// <param name="Severity">How bad it is for the customer.</param>
/// <param name="SafetyAtRisk">Whether somebody could be harmed.</param>
/// <param name="Complex">Whether more than one unit must act, or the facts are unclear.</param>
/// <param name="Impact">What it does to the customer; at most 2,000 characters.</param>
/// <param name="ImmediateAction">What must be done at once, if anything; at most 2,000 characters.</param>
public sealed record ComplaintAssessment(ComplaintSeverity Severity, bool SafetyAtRisk = false, bool Complex = false, string? Impact = null, string? ImmediateAction = null)
{
    public const int ImpactMaxLength = 2_000;
    public const int ImmediateActionMaxLength = 2_000;
}

/// <summary>An assessment as it was made.</summary>
/// <param name="Assessment">What was found.</param>
/// <param name="By">The member of staff who recorded it; null where a credential acts for nobody.</param>
/// <param name="At">When it was recorded.</param>
public sealed record AssessmentMade(ComplaintAssessment Assessment, StaffId? By, DateTimeOffset At);

/// <summary>What the customer said they need, what we understood, and whether they say that we understood (S1-HELP-2).</summary>
/// <param name="StatedNeed">What the customer said they need, in their words.</param>
/// <param name="UnderstoodNeed">What was said back to them.</param>
/// <param name="Answer">What they said to that.</param>
/// <param name="Channel">On which way the customer was met.</param>
/// <param name="By">The member of staff who recorded it; null where a credential acts for nobody.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Playback(string StatedNeed, string UnderstoodNeed, PlaybackAnswer Answer, IntakeChannel Channel, StaffId? By, DateTimeOffset At)
{
    public const int StatedNeedMaxLength = 5_000;
    public const int UnderstoodNeedMaxLength = 5_000;
}

/// <summary>What was said to show that we understand how it feels.</summary>
/// <param name="Words">What was said.</param>
/// <param name="Channel">On which way the customer was met.</param>
/// <param name="By">The member of staff who recorded it; null where a credential acts for nobody.</param>
/// <param name="At">When it was recorded.</param>
public sealed record EmpathyShown(string Words, IntakeChannel Channel, StaffId? By, DateTimeOffset At)
{
    public const int WordsMaxLength = 5_000;
}

/// <summary>An apology, and apart from its words whether it owns a mistake (S1-HELP-3).</summary>
/// <param name="Words">What was said.</param>
/// <param name="AdmitsFault">Whether it owns a mistake.</param>
/// <param name="Channel">On which way the customer was met.</param>
/// <param name="By">The member of staff who recorded it; null where a credential acts for nobody.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ApologyMade(string Words, bool AdmitsFault, IntakeChannel Channel, StaffId? By, DateTimeOffset At)
{
    public const int WordsMaxLength = 5_000;
}

/// <summary>The steps HEAR and EMPATHISE of one instance of a complaint.</summary>
public sealed record HeardComplaint
{
    public static readonly HeardComplaint NotYet = new();

    /// <summary>When the customer was heard to the end.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Who recorded that.</summary>
    public StaffId? CompletedBy { get; init; }

    /// <summary>The last one; all are in the log.</summary>
    public Playback? Playback { get; init; }

    /// <summary>The first one; all are in the log.</summary>
    public EmpathyShown? Empathy { get; init; }

    /// <summary>The last one; all are in the log.</summary>
    public ApologyMade? Apology { get; init; }
}

/// <summary>What the customer wants, in their words, or that they did not want to say (S1-HELP-5).</summary>
/// <param name="Words">In the customer's own words; at most 5,000 characters. Absent where they declined to say.</param>
/// <param name="DeclinedToSay">Whether they were asked and did not want to say.</param>
/// <param name="Remedy">The kind of remedy that they name, if any.</param>
/// <param name="Amount">The amount of money that they name, if any.</param>
/// <param name="Points">The points that they name, if any.</param>
public sealed record DesiredOutcome(string? Words = null, bool DeclinedToSay = false, RemedyKind? Remedy = null, Money? Amount = null, long? Points = null)
{
    public const int WordsMaxLength = 5_000;
}

/// <summary>A wish that was refused, with thanks, a reason and what can be done instead (S1-HELP-6).</summary>
/// <param name="Thanks">How the customer was thanked for saying it.</param>
/// <param name="Reason">Why it is not possible.</param>
/// <param name="Alternatives">The offers of what can be done instead.</param>
/// <param name="By">The member of staff who recorded it; null where a credential acts for nobody.</param>
/// <param name="At">When it was recorded.</param>
public sealed record WishRefused(string Thanks, string Reason, IReadOnlyList<OfferId> Alternatives, StaffId? By, DateTimeOffset At)
{
    public const int ThanksMaxLength = 2_000;
    public const int ReasonMaxLength = 2_000;
}

/// <summary>The step LEAD. The wish and its refusal belong to one instance of a complaint; offers keep the number of theirs.</summary>
public sealed record LedComplaint
{
    public static readonly LedComplaint NotYet = new();

    public DesiredOutcome? Desired { get; init; }
    public WishRefused? Refusal { get; init; }
    public IReadOnlyList<Offer> Offers { get; init => field = value ?? []; } = [];
}

/// <summary>The judgement of a second person on a resolution that one alone may not make (S1-HELP-4, S1-HELP-10).</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Approved">Whether the second person agrees.</param>
/// <param name="Reason">Why.</param>
/// <param name="Instance">The instance of the complaint for which it holds.</param>
/// <param name="By">The second person.</param>
/// <param name="At">When it was recorded.</param>
public sealed record SecondReview(ReviewSubject Subject, bool Approved, string Reason, int Instance, StaffId By, DateTimeOffset At)
{
    public const int ReasonMaxLength = 2_000;
}

/// <summary>How a complaint is resolved, and what was found.</summary>
public sealed record Resolution
{
    public const int CauseCodeMaxLength = 60;
    public const int FindingsMaxLength = 10_000;
    public const int GestureMaxLength = 2_000;
    public const int WaiverMaxLength = 2_000;
    public const int MaxEvidence = 20;
    public const int EvidenceMaxLength = 1_000;

    /// <summary>How it ends. Compensated needs an offer that was accepted; compensated and fixed need the desired outcome; unresolvedNoRemedy a second person (S1-HELP-10).</summary>
    public required ResolutionKind Kind { get; init; }

    /// <summary>The code of the root cause: one in use of the tenant's taxonomy, or of the one that ships where the tenant has none of its own (S1-LEARN-1); at most 60 characters.</summary>
    public required string CauseCode { get; init; }

    /// <summary>Whose doing it was. customerFault needs evidence and the approval of a second person (S1-HELP-4).</summary>
    public required CausedBy CausedBy { get; init; }

    /// <summary>What was found, and the reason of the decision; at most 10,000 characters.</summary>
    public required string Findings { get; init; }

    /// <summary>What was delivered, measured by what the customer expected (S4-NEEDS-1).</summary>
    public required ExpectationOutcome Expectation { get; init; }

    /// <summary>What shows it, at most 20 of up to 1,000 characters.</summary>
    public IReadOnlyList<string> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>A gesture of goodwill where there is no remedy; at most 2,000 characters.</summary>
    public string? Gesture { get; init; }

    /// <summary>Why there is no gesture either; at most 2,000 characters.</summary>
    public string? Waiver { get; init; }

    public static readonly Resolution Example = new()
    {
        Kind = ResolutionKind.Explained, CauseCode = "late-delivery", CausedBy = CausedBy.ThirdParty, Findings = "The courier had left the parcel with a neighbour.",
        Expectation = ExpectationOutcome.Met,
    };
}

/// <summary>A decision on a complaint. One on appeal stands beside the first (S3-FAIR-2).</summary>
/// <param name="Number">Its place among the decisions, from 1.</param>
/// <param name="Instance">The instance of the complaint that it ended.</param>
/// <param name="OnAppeal">Whether it was made on appeal.</param>
/// <param name="Resolution">What was decided.</param>
/// <param name="By">Who decided.</param>
/// <param name="ReviewedBy">The second person who approved, where one was needed.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Decision(int Number, int Instance, bool OnAppeal, Resolution Resolution, StaffId? By, StaffId? ReviewedBy, DateTimeOffset At);

/// <summary>That somebody asked the customer whether it is solved.</summary>
/// <param name="Instance">The instance of the complaint.</param>
/// <param name="Channel">On which way it was tried.</param>
/// <param name="Answer">What the customer said, or that nobody answered.</param>
/// <param name="Note">What else was said.</param>
/// <param name="By">The member of staff who recorded it; null where a credential acts for nobody.</param>
/// <param name="At">When it was recorded.</param>
public sealed record FollowUpContact(int Instance, IntakeChannel Channel, FollowUpAnswer Answer, string? Note, StaffId? By, DateTimeOffset At)
{
    public const int NoteMaxLength = 2_000;
}

/// <summary>The steps PROVIDE and VERIFY, of all instances.</summary>
public sealed record ProvidedComplaint
{
    public static readonly ProvidedComplaint NotYet = new();

    public IReadOnlyList<SecondReview> Reviews { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Decision> Decisions { get; init => field = value ?? []; } = [];
    public IReadOnlyList<FollowUpContact> FollowUps { get; init => field = value ?? []; } = [];
}
