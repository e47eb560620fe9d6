using Crm.Domain.Macros;

namespace Crm.Domain.Complaints;

public enum ComplaintEventKind
{
    Filed, Acknowledged, Assessed, StatementAdded, HearingCompleted, PlayedBack, EmpathyShown, Apologised, DesiredOutcomeRecorded, WishRefused, OfferMade, OfferAccepted,
    OfferDeclined, OfferWithdrawn, Reviewed, Resolved, FollowedUp, ClosedConfirmed, ClosedUnconfirmed, Reopened, Appealed, Withdrawn, MarkedDuplicate, AbuseFlagged,
    WaitingBegan, WaitingEnded, Escalated, OwnerChanged, ComplainantIdentified,
    MessageSent, MessageReceived, DeflectionFlagged, ExecutiveCalled, OutcomeRated, TrackingRenewed,
    ApprovalRequested, OfferApproved, OfferNotApproved, ApprovalDropped, RecurrenceDetected,
}

/// <summary>One step of a complaint. Never changed, and never taken away; only its words go with an erased customer.</summary>
public sealed class ComplaintEvent
{
    public required ComplaintId ComplaintId { get; init; }

    /// <summary>Its place in the log, from 1.</summary>
    public required int Number { get; init; }
    public required ComplaintEventKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who recorded it; nobody where a credential acts for nobody.</summary>
    public StaffId? By { get; init; }

    /// <summary>On which way the customer was met in this step.</summary>
    public IntakeChannel? Channel { get; init; }

    /// <summary>The instance of the complaint, which grows with every reopening.</summary>
    public required int Instance { get; init; }

    /// <summary>Codes and words of the step, by name.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Work on the matter itself by one of ours, which entering a form is not (S2-FORM-1).</summary>
    public bool IsAction() => By is not null && (MeetsCustomer() || Kind is ComplaintEventKind.Assessed or ComplaintEventKind.Escalated or ComplaintEventKind.Resolved);

    /// <summary>One of ours speaks with the customer.</summary>
    public bool MeetsCustomer() => By is not null && (TellsCustomer() || Kind is
        ComplaintEventKind.HearingCompleted or ComplaintEventKind.PlayedBack or ComplaintEventKind.EmpathyShown or ComplaintEventKind.Apologised
        or ComplaintEventKind.DesiredOutcomeRecorded or ComplaintEventKind.FollowedUp);

    /// <summary>After this the customer knows more about the matter than before.</summary>
    public bool TellsCustomer() => Kind is ComplaintEventKind.OfferMade or ComplaintEventKind.OfferApproved or ComplaintEventKind.WishRefused || Answers();

    /// <summary>What counts as a response: outgoing, by a person, with substance (S1-DEFLECT-1).</summary>
    public bool Answers() => By is not null && Kind switch
    {
        ComplaintEventKind.OfferMade or ComplaintEventKind.OfferApproved or ComplaintEventKind.WishRefused => true,
        ComplaintEventKind.MessageSent => Enum.TryParse<MacroPurpose>(Details.GetValueOrDefault("purpose"), ignoreCase: true, out var purpose) && purpose.CanRespond(),
        _ => false,
    };
}

/// <summary>Who speaks in a part of a statement.</summary>
public enum StatementAuthor { Customer, Representative, ThirdParty }

/// <summary>A part of what the complainant says, verbatim (S1-HELP-1). Never changed; the first part is the complaint itself.</summary>
public sealed class StatementPart
{
    public const int WordsMaxLength = 100_000;
    public const int MaxCount = 100;

    public required ComplaintId ComplaintId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }
    public required StatementAuthor Author { get; init; }
    public required IntakeChannel Channel { get; init; }
    public string? Language { get; init; }
    public required string Words { get; init; }
    public IReadOnlyList<StatementAttachment> Attachments { get; init; } = [];
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it down.</summary>
    public StaffId? By { get; init; }
}
