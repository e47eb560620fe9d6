using Crm.Domain.Macros;

namespace Crm.Domain.Complaints;

/// <summary>Whether words go to the customer or came from them.</summary>
public enum MessageDirection { Outgoing, Incoming }

/// <summary>
/// Words that went to a complainant or came from them. A message never changes: a wrong one is corrected by another that names it, and both stay to be seen (S2-TRANSP-2).
/// Only its words go with an erased customer.
/// </summary>
public sealed class ComplaintMessage : IHasId<ComplaintMessage>, IResource
{
    public const int WordsMaxLength = 20_000;
    public const int ReasonMaxLength = 1_000;

    public static string Prefix => "message";

    public required MessageId Id { get; init; }
    public required ComplaintId ComplaintId { get; init; }

    /// <summary>The instance of the complaint.</summary>
    public required int Instance { get; init; }
    public required MessageDirection Direction { get; init; }
    public required IntakeChannel Channel { get; init; }
    public required string Words { get; init; }

    /// <summary>What an outgoing message is for.</summary>
    public MacroPurpose? Purpose { get; init; }
    public MacroId? MacroId { get; init; }
    public int? MacroVersion { get; init; }

    /// <summary>The wrong message that this one corrects.</summary>
    public MessageId? CorrectsId { get; init; }

    /// <summary>Why it went out with words that the phrase guard blocks.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Whether a person answered with it: the only thing that counts as a response (S1-DEFLECT-1).</summary>
    public required bool Substantive { get; init; }

    /// <summary>Whether the same macro had gone out on this complaint before.</summary>
    public required bool Deflects { get; init; }

    /// <summary>Who sent it or wrote it down; nobody where the customer wrote through the link, or a credential acts for nobody.</summary>
    public StaffId? By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Words that are about to go to a customer.</summary>
public sealed record OutgoingWords(string Words, IntakeChannel Channel, MacroPurpose Purpose)
{
    public MacroId? MacroId { get; init; }
    public int? MacroVersion { get; init; }

    /// <summary>Whether the same macro had gone out on this complaint before.</summary>
    public bool Repeats { get; init; }
    public MessageId? CorrectsId { get; init; }

    /// <summary>Why they go out though the phrase guard blocks them, and which phrases it found.</summary>
    public string? OverrideReason { get; init; }
    public IReadOnlyList<PhraseId> Overridden { get; init => field = value ?? []; } = [];
}

/// <summary>That words went out which the phrase guard blocks. The audit trail shows it as it stands at each time (S2-PHRASE-1).</summary>
public sealed record PhraseOverride(MessageId MessageId, string Reason, IReadOnlyList<PhraseId> Phrases, StaffId? By, DateTimeOffset At);

public static class ComplaintMessageErrors
{
    public static readonly Error TooMany = new(ErrorKind.Conflict, "complaint.too_many_messages",
        "The complaint has as many messages as fit. Call the customer, or bring the complaint to an end.");

    public static readonly Error CorrectedUnknown = new Error(ErrorKind.Invalid, "corrected_message_unknown",
        "The complaint has no message of this direction with this id. Name the message that was wrong.").About("/correctsId");

    public static readonly Error MacroUnknown = new Error(ErrorKind.Invalid, "macro_unknown",
        "There is no such version of a macro. Give the id and version that rendering it answered.").About("/macroId");

    public static readonly Error OverrideMissing = new(ErrorKind.Forbidden, "message.override_missing",
        "To let words go out that the phrase guard blocks, the credential needs the permission phrases:override. Say what errors of phrase.blocked propose, or ask a supervisor.");

    public static readonly Error ExecutiveCallNotYours = new(ErrorKind.Forbidden, "complaint.executive_call_not_yours",
        "The customer called over the head of whoever handles the complaint, who neither moves that work nor gets it.");

    public static readonly Error ExecutiveCalledAlready = new(ErrorKind.Conflict, "complaint.executive_already_called",
        "The executive was called already and will answer. That is possible once until the complaint is opened again.");
}
