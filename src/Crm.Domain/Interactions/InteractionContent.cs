namespace Crm.Domain.Interactions;

/// <summary>The way on which a contact comes or goes.</summary>
public enum Channel { Phone, Email, Chat, InPerson, Post, Kiosk, Web, Social }

/// <summary>Who began it: the customer (inbound) or we (outbound).</summary>
public enum Direction { Inbound, Outbound }

/// <summary>How somebody feels, from calm to furious in rising order (S2-CALM-1). From angry on, a contact counts as begun in anger; at calm or uneasy, as ended in peace.</summary>
public enum Emotion { Calm, Uneasy, Annoyed, Angry, Furious }

/// <summary>What a feeling was noticed by.</summary>
public enum SignalKind { Tone, Pace, Face, Gesture, Silence }

/// <summary>What came of a contact.</summary>
public enum Outcome { Informed, Resolved, FollowUpNeeded, NoAnswer, MessageLeft, Dropped, Transferred, Escalated, Declined }

/// <summary>Who may see an interaction: everybody of the tenant (team), the customer too, or only its author (private).</summary>
public enum Visibility { Team, Customer, Private }

/// <summary>A contact as it is told to us (S5-360-1, S2-CALM-1). Words are what was said, verbatim; notes are what the writer thought of it.</summary>
public record InteractionContent
{
    public const int NumberMaxLength = 50;
    public const int SubjectMaxLength = 300;
    public const int WordsMaxLength = 100_000;
    public const int NotesMaxLength = 20_000;
    public const int DeEscalationMaxLength = 5_000;
    public const int MaxParts = 50;

    // Serialisers made at compile time give null to a member that is absent, so the lists keep their default themselves.

    /// <summary>With whom.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>On which way.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Who began it.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The number from which the customer called or on which we did, in any spelling and script; answered in E.164. A callback for a dropped call goes to it.</summary>
    public string? Number { get; init; }

    /// <summary>When it began, or when a letter was received; at most 5 minutes in the future. When it was entered is enteredAt of the answer.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; absent while it goes on, and where there is no end, as of a letter.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What it was about, in a line; at most 300 characters.</summary>
    public string? Subject { get; init; }

    /// <summary>What was said or written, verbatim; at most 100,000 characters.</summary>
    public string? Words { get; init; }

    /// <summary>What the writer adds, kept apart from the words; at most 20,000 characters.</summary>
    public string? Notes { get; init; }

    /// <summary>How the customer felt at the beginning.</summary>
    public Emotion? EmotionAtStart { get; init; }

    /// <summary>How the customer felt at the end; needed where an ended contact began angry or furious (S2-CALM-1).</summary>
    public Emotion? EmotionAtEnd { get; init; }

    /// <summary>What the feelings were noticed by, at most 50. They never stand for the words.</summary>
    public IReadOnlyList<Signal> Signals { get; init => field = value ?? []; } = [];

    /// <summary>What was done to calm the customer; at most 5,000 characters.</summary>
    public string? DeEscalation { get; init; }

    /// <summary>When the customer waited on the line; telephone only, at most 50, inside the contact and not overlapping.</summary>
    public IReadOnlyList<Hold> Holds { get; init => field = value ?? []; } = [];

    /// <summary>Who else took part, at most 50.</summary>
    public IReadOnlyList<Participant> Participants { get; init => field = value ?? []; } = [];

    /// <summary>The member of staff who had the contact; the caller's where absent.</summary>
    public StaffId? StaffId { get; init; }

    /// <summary>What came of it.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What is to be done later. It is open until another interaction names this one in closesFollowUpOfId.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>The interaction whose follow-up this one carries out.</summary>
    public InteractionId? ClosesFollowUpOfId { get; init; }

    /// <summary>Who may see it; team where absent, or that of the corrected interaction.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>Members of staff to draw in, at most 50; each is told by the event staff.mentioned. A private interaction mentions nobody.</summary>
    public IReadOnlyList<StaffId> Mentions { get; init => field = value ?? []; } = [];

    /// <summary>Your own key for the interaction, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The content without what a message or an answer adds to it.</summary>
    public InteractionContent ContentOnly() => new(this);

    /// <summary>The content in its stored form.</summary>
    internal InteractionContent Normalized(StaffId? by) => ContentOnly() with
    {
        Subject = FoldedText.Shown(Subject),
        Words = Verbatim(Words),
        Notes = Verbatim(Notes),
        DeEscalation = Verbatim(DeEscalation),
        ExternalId = FoldedText.Shown(ExternalId),
        StaffId = StaffId ?? by,
        Visibility = Visibility ?? Interactions.Visibility.Team,
        Mentions = [.. Mentions.Distinct()],
        Holds = [.. Holds.OrderBy(h => h.From)],
    };

    private static string? Verbatim(string? text) => string.IsNullOrEmpty(text) ? null : FoldedText.Nfc(text);

}

/// <summary>Something noticed about the customer.</summary>
/// <param name="Kind">Where it showed.</param>
/// <param name="Note">What it was; at most 500 characters.</param>
public sealed record Signal(SignalKind Kind, string? Note = null)
{
    public const int NoteMaxLength = 500;
}

/// <summary>A time on hold within a call.</summary>
/// <param name="From">When the waiting began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Reason">Why; at most 200 characters.</param>
/// <param name="Consented">Whether the customer was asked before and agreed.</param>
public sealed record Hold(DateTimeOffset From, DateTimeOffset To, string? Reason = null, bool? Consented = null)
{
    public const int ReasonMaxLength = 200;
}

/// <summary>Somebody who took part: exactly one of customerId, staffId and name says who.</summary>
/// <param name="Role">As what, such as interpreter or lawyer; 1 to 50 characters.</param>
/// <param name="CustomerId">A customer.</param>
/// <param name="StaffId">A member of staff.</param>
/// <param name="Name">Anybody else; at most 200 characters.</param>
public sealed record Participant(string Role, CustomerId? CustomerId = null, StaffId? StaffId = null, string? Name = null)
{
    public const int RoleMaxLength = 50;
    public const int NameMaxLength = 200;
}

/// <summary>Something to be done after a contact.</summary>
/// <param name="On">On which day, in the tenant's time zone.</param>
/// <param name="Note">What; 1 to 1,000 characters.</param>
/// <param name="OwnerId">The member of staff who does it.</param>
public sealed record FollowUp(DateOnly On, string Note, StaffId? OwnerId = null)
{
    public const int NoteMaxLength = 1_000;
}
