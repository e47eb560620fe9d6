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

/// <summary>Where an offer stands. It expires by its time alone.</summary>
public enum OfferState { Proposed, Accepted, Declined, Withdrawn, Expired }

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
public sealed record ComplaintAssessment(ComplaintSeverity Severity, bool SafetyAtRisk = false, bool Complex = false, string? Impact = null, string? ImmediateAction = null);

/// <summary>An assessment as it was made.</summary>
public sealed record AssessmentMade(ComplaintAssessment Assessment, StaffId? By, DateTimeOffset At);

/// <summary>What the customer said they need, what we understood, and whether they say that we understood (S1-HELP-2).</summary>
public sealed record Playback(string StatedNeed, string UnderstoodNeed, PlaybackAnswer Answer, IntakeChannel Channel, StaffId? By, DateTimeOffset At);

/// <summary>What was said to show that we understand how it feels.</summary>
public sealed record EmpathyShown(string Words, IntakeChannel Channel, StaffId? By, DateTimeOffset At);

/// <summary>An apology, and apart from its words whether it owns a mistake (S1-HELP-3).</summary>
public sealed record ApologyMade(string Words, bool AdmitsFault, IntakeChannel Channel, StaffId? By, DateTimeOffset At);

/// <summary>The steps HEAR and EMPATHISE of one instance of a complaint.</summary>
public sealed record HeardComplaint
{
    public static readonly HeardComplaint NotYet = new();

    public DateTimeOffset? CompletedAt { get; init; }
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
public sealed record WishRefused(string Thanks, string Reason, IReadOnlyList<OfferId> Alternatives, StaffId? By, DateTimeOffset At);

/// <summary>The step LEAD. The wish and its refusal belong to one instance of a complaint; offers keep the number of theirs.</summary>
public sealed record LedComplaint
{
    public static readonly LedComplaint NotYet = new();

    public DesiredOutcome? Desired { get; init; }
    public WishRefused? Refusal { get; init; }
    public IReadOnlyList<Offer> Offers { get; init => field = value ?? []; } = [];
}

/// <summary>The judgement of a second person on a resolution that one alone may not make (S1-HELP-4, S1-HELP-10).</summary>
public sealed record SecondReview(ReviewSubject Subject, bool Approved, string Reason, int Instance, StaffId By, DateTimeOffset At);

/// <summary>A resolution to be recorded.</summary>
public sealed record Resolution
{
    public const int CauseCodeMaxLength = 60;
    public const int FindingsMaxLength = 10_000;
    public const int TextMaxLength = 2_000;
    public const int MaxEvidence = 20;
    public const int EvidenceMaxLength = 1_000;

    public required ResolutionKind Kind { get; init; }
    public required string CauseCode { get; init; }
    public required CausedBy CausedBy { get; init; }
    public required string Findings { get; init; }
    public required ExpectationOutcome Expectation { get; init; }
    public IReadOnlyList<string> Evidence { get; init => field = value ?? []; } = [];
    public string? Gesture { get; init; }
    public string? Waiver { get; init; }
}

/// <summary>A decision on a complaint. One on appeal stands beside the first (S3-FAIR-2).</summary>
public sealed record Decision(int Number, int Instance, bool OnAppeal, Resolution Resolution, StaffId? By, StaffId? ReviewedBy, DateTimeOffset At);

/// <summary>That somebody asked the customer whether it is solved.</summary>
public sealed record FollowUpContact(int Instance, IntakeChannel Channel, FollowUpAnswer Answer, string? Note, StaffId? By, DateTimeOffset At);

/// <summary>The steps PROVIDE and VERIFY, of all instances.</summary>
public sealed record ProvidedComplaint
{
    public static readonly ProvidedComplaint NotYet = new();

    public IReadOnlyList<SecondReview> Reviews { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Decision> Decisions { get; init => field = value ?? []; } = [];
    public IReadOnlyList<FollowUpContact> FollowUps { get; init => field = value ?? []; } = [];
}
