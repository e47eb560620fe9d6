namespace Crm.Domain.Complaints;

/// <summary>What is given to a complaint from outside when it comes in.</summary>
/// <param name="Reference">What it is called between people: <see cref="ComplaintReference.Of"/> of something random.</param>
/// <param name="ReceivedOn">The day of receipt, where the tenant is.</param>
/// <param name="Country">The country of a telephone number without country code.</param>
public sealed record ComplaintFiling(string Reference, StaffId? OwnerId, DateOnly ReceivedOn, string Country, ComplaintRules Rules)
{
    /// <summary>The closed complaint that this one follows, too late to reopen it.</summary>
    public ComplaintId? FollowUpOfId { get; init; }

    /// <summary>How many requests it took the customer to complain: one, and one more for each time a draft was saved.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>The secret by which the customer finds it again, which exists in full only now.</summary>
    public TrackingToken Tracking { get; init; }
}

/// <summary>
/// A complaint on its way through the practice of H.E.L.P.: heard, met with empathy, led to a solution, provided for, and asked whether it is solved. Each step
/// is refused until those before it are done, and names what is missing. What happens is added to a log and never changed; the members here are what the
/// log comes to. One member of staff answers for it (S2-OWN-1), who is impartial (S3-FAIR-1). Reopening and appeal begin another instance: the customer is heard anew.
/// </summary>
public sealed partial class Complaint : AggregateRoot<Complaint>, IResource
{
    /// <summary>How many steps there may be before only an end is left.</summary>
    public const int MaxEvents = 1_000;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly List<ComplaintEvent> added = [];

    private Complaint() { }

    public static string Prefix => "complaint";

    public string Reference { get; private set; } = "";
    public CustomerId? CustomerId { get; private set; }
    public IntakeChannel Channel { get; private set; }
    public string? Category { get; private set; }
    public string? Language { get; private set; }
    public TargetKind Target { get; private set; }
    public StaffId? TargetStaffId { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>How many steps it took to complain (S3-ACCESS-2).</summary>
    public int IntakeSteps { get; private set; } = 1;

    /// <summary>What was told at intake, but for the statement. Gone with an erased customer.</summary>
    public ComplaintIntake? Intake { get; private set; }

    public ComplaintSeverity Severity { get; private set; }
    public Priority Priority { get; private set; }
    public ComplaintRisk Risk { get; private set; }

    /// <summary>What severity, priority and risk at intake follow from.</summary>
    public IReadOnlyList<TriageReason> TriageReasons { get; private set; } = [];

    /// <summary>Who answers for it. Nobody only where nobody who works here is impartial; then an owner comes before every step.</summary>
    public StaffId? OwnerId { get; private set; }
    public ComplaintStage Stage { get; private set; }
    public WaitingFor? WaitingFor { get; private set; }
    public int EscalationLevel { get; private set; }
    public bool InAppeal { get; private set; }

    /// <summary>Who handled it before the appeal.</summary>
    public StaffId? FirstHandlerId { get; private set; }

    /// <summary>Grows by one with every reopening and appeal, from 1.</summary>
    public int Instance { get; private set; }
    public int ReopenCount { get; private set; }
    public ComplaintId? FollowUpOfId { get; private set; }
    public ComplaintId? DuplicateOfId { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>When it was first resolved, whatever came later.</summary>
    public DateTimeOffset? FirstResolvedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public DateTimeOffset? AbuseFlaggedAt { get; private set; }

    /// <summary>The present resolution.</summary>
    public ResolutionKind? ResolutionKind { get; private set; }

    /// <summary>The root cause of the present resolution.</summary>
    public string? CauseCode { get; private set; }
    public CausedBy? CausedBy { get; private set; }
    public ExpectationOutcome? Expectation { get; private set; }

    /// <summary>How many follow-up contacts of this instance had no answer.</summary>
    public int UnansweredFollowUps { get; private set; }

    /// <summary>How many steps of H.E.L.P. this instance must have, and how many it has.</summary>
    public int HelpRequired { get; private set; }
    public int HelpCompleted { get; private set; }

    public AssessmentMade? Assessment { get; private set; }
    public HeardComplaint? Heard { get; private set; }
    public LedComplaint? Led { get; private set; }
    public ProvidedComplaint? Provided { get; private set; }

    /// <summary>How many parts the statement has.</summary>
    public int StatementParts { get; private set; }
    public int RemedyCount { get; private set; }
    public int EventCount { get; private set; }

    /// <summary>The steps of the present unit of work, to be added to the log.</summary>
    public IReadOnlyList<ComplaintEvent> Added => added;

    private HeardComplaint Hearing => Heard ?? HeardComplaint.NotYet;
    private LedComplaint Leading => Led ?? LedComplaint.NotYet;
    private ProvidedComplaint Providing => Provided ?? ProvidedComplaint.NotYet;

    /// <summary>Takes in a complaint, whatever it is about. A phone that cannot be read is kept as words.</summary>
    /// <param name="intake">What is told.</param>
    /// <param name="statement">The first part of the statement, verbatim.</param>
    public static Result<FiledComplaint> File(
        ComplaintIntake intake, string statement, IReadOnlyList<StatementAttachment> attachments, ComplaintFiling filing, StaffId? by, DateTimeOffset now)
    {
        if (intake.ReceivedAt > now + ClockSkew)
        {
            return Error.Invalid([new("/receivedAt", "in_future", "This lies in the future.")]);
        }
        var kept = intake.Kept(filing.Country) with { ReceivedAt = intake.ReceivedAt ?? now };
        var triage = Triage.Of(kept, filing.ReceivedOn, filing.Rules);
        var complaint = new Complaint
        {
            Id = ComplaintId.New(now),
            Reference = filing.Reference,
            CustomerId = kept.CustomerId,
            Channel = kept.Channel,
            Category = kept.Category,
            Language = kept.Language,
            Target = kept.Target!.Value,
            TargetStaffId = kept.TargetStaffId,
            ReceivedAt = kept.ReceivedAt!.Value,
            ReceivedOn = filing.ReceivedOn,
            ProductKey = kept.Product?.Name is { Length: > 0 } name ? ByteKey.Of(FoldedText.SortKey(name)) : null,
            Intake = kept,
            IntakeSteps = filing.Steps,
            Severity = triage.Severity,
            Priority = triage.Priority,
            Risk = triage.Risk,
            TriageReasons = triage.Reasons,
            OwnerId = filing.OwnerId,
            FollowUpOfId = filing.FollowUpOfId,
            TrackingKey = filing.Tracking.Key,
            ExternalId = kept.ExternalId,
            Instance = 1,
            StatementParts = 1,
        };
        complaint.Happen(ComplaintEventKind.Filed, by, now, kept.Channel,
            ("severity", triage.Severity), ("priority", triage.Priority), ("risk", triage.Risk), ("owner", filing.OwnerId), ("followUpOf", filing.FollowUpOfId));
        complaint.Raise(new ComplaintFiled(complaint.Id, complaint.CustomerId, complaint.OwnerId, triage.Severity, triage.Priority, kept.Channel));
        if (triage.Risk == ComplaintRisk.High)
        {
            complaint.Raise(new ComplaintAtRisk(complaint.Id, complaint.CustomerId, complaint.OwnerId, triage.Severity));
        }
        var author = kept.OnBehalfOf is null ? StatementAuthor.Customer : StatementAuthor.Representative;
        return new FiledComplaint(complaint, complaint.Part(1, statement, author, kept.Channel, kept.Language, attachments, by, now), filing.Tracking);
    }

    /// <summary>Tells the customer that the complaint has come, once. It may be done by the product itself.</summary>
    public Result Acknowledge(IntakeChannel channel, string? words, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Acknowledge, by) is { } refusal)
        {
            return refusal;
        }
        AcknowledgedAt = now;
        Stage = ComplaintStage.Acknowledged;
        Happen(ComplaintEventKind.Acknowledged, by, now, channel, ("words", FoldedText.Shown(words)));
        Raise(new ComplaintAcknowledged(Id));
        return Result.Done;
    }

    /// <summary>Records how bad it is, and what must be done at once. It may be assessed again; the last assessment counts.</summary>
    public Result Assess(ComplaintAssessment assessment, StaffId? by, DateTimeOffset now)
    {
        if (Refusal(ComplaintAction.Assess, by) is { } refusal)
        {
            return refusal;
        }
        var kept = assessment with { Impact = FoldedText.Shown(assessment.Impact), ImmediateAction = FoldedText.Shown(assessment.ImmediateAction) };
        Assessment = new(kept, by, now);
        Severity = kept.Severity;
        if (kept.SafetyAtRisk)
        {
            Priority = Priority.Urgent;
            TriageReasons = TriageReasons.Contains(TriageReason.Hazard) ? TriageReasons : [.. TriageReasons, TriageReason.Hazard];
        }
        Stage = Stage == ComplaintStage.Acknowledged ? ComplaintStage.Assessed : Stage;
        Happen(ComplaintEventKind.Assessed, by, now, null, ("severity", kept.Severity), ("safetyAtRisk", kept.SafetyAtRisk), ("complex", kept.Complex),
            ("impact", kept.Impact), ("immediateAction", kept.ImmediateAction));
        Raise(new ComplaintAssessed(Id, kept.Severity, kept.SafetyAtRisk));
        return Result.Done;
    }

    private void Happen(ComplaintEventKind kind, StaffId? by, DateTimeOffset now, IntakeChannel? channel, params ReadOnlySpan<(string Name, object? Value)> details)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in details)
        {
            if (value is not null)
            {
                told[name] = value switch
                {
                    Enum choice => Word(choice),
                    bool yes => yes ? "true" : "false",
                    _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
                };
            }
        }
        var step = new ComplaintEvent { ComplaintId = Id, Number = ++EventCount, Kind = kind, At = now, By = by, Channel = channel, Instance = Instance, Details = told };
        added.Add(step);
        FollowWaiting(step);
        var steps = HelpSteps().ToList();
        (HelpRequired, HelpCompleted) = (steps.Count, steps.Count(s => s.Done));
        Changed(now);
    }

    /// <summary>A code as it stands on the wire.</summary>
    private static string Word(Enum choice)
    {
        var name = choice.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>A complaint that came in, the first part of its statement, and the secret by which the customer finds it again.</summary>
public sealed record FiledComplaint(Complaint Complaint, StatementPart Statement, TrackingToken Tracking);
