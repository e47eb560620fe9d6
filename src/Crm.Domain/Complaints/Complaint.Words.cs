using Crm.Domain.Macros;

namespace Crm.Domain.Complaints;

/// <summary>What the customer and those who handle the complaint write to each other, and what the customer can do through the link.</summary>
public sealed partial class Complaint
{
    /// <summary>How many messages there may be, so that nobody fills the log by writing.</summary>
    public const int MaxMessages = 400;
    public const int LowestRating = 1;
    public const int HighestRating = 5;

    /// <summary>The hash by which the customer's token is looked up.</summary>
    public ByteKey TrackingKey { get; private set; }
    public int MessageCount { get; private set; }

    /// <summary>How often a macro went out that had gone out before (S1-DEFLECT-1).</summary>
    public int DeflectionFlags { get; private set; }
    public PhraseOverride? LastOverride { get; private set; }

    /// <summary>When the customer last called the executive, and in which instance. Nothing takes it back (S4-EXEC-1).</summary>
    public DateTimeOffset? ExecutiveCalledAt { get; private set; }
    public int? ExecutiveCalledIn { get; private set; }

    /// <summary>When the executive answered that call; null while they have not.</summary>
    public DateTimeOffset? ExecutiveAnsweredAt { get; private set; }

    /// <summary>How what came of it compares with what the customer expected, as the customer says: 1 far below, 3 as expected, 5 far above (S4-NEEDS-1).</summary>
    public int? OutcomeRating { get; private set; }

    /// <summary>Sends words to the customer. Possible at every stage, also when the complaint is closed.</summary>
    public Result<ComplaintMessage> Send(OutgoingWords words, StaffId? by, DateTimeOffset now)
    {
        if (RefusalOfMessage(by) is { } refusal)
        {
            return refusal;
        }
        var deflects = words.Repeats && words.CorrectsId is null;
        var message = Message(MessageDirection.Outgoing, words.Words, words.Channel, by, now, words, by is not null && words.Purpose.CanRespond(), deflects);
        Happen(ComplaintEventKind.MessageSent, by, now, words.Channel, ("message", message.Id), ("purpose", words.Purpose), ("macro", words.MacroId), ("macroVersion", words.MacroVersion),
            ("corrects", words.CorrectsId), ("overrideReason", message.OverrideReason));
        Raise(new ComplaintMessageSent(Id, message.Id, words.Purpose, message.Substantive, by, words.Channel, words.CorrectsId));
        if (message.OverrideReason is { } reason)
        {
            LastOverride = new(message.Id, reason, words.Overridden, by, now);
            Raise(new ComplaintPhraseOverridden(Id, message.Id, by));
        }
        if (deflects)
        {
            DeflectionFlags++;
            Happen(ComplaintEventKind.DeflectionFlagged, by, now, words.Channel, ("message", message.Id), ("macro", words.MacroId));
            Raise(new ComplaintDeflectionFlagged(Id, message.Id, words.MacroId!.Value, OwnerId, DeflectionFlags));
        }
        return message;
    }

    /// <summary>Takes in what the customer wrote, at every stage. Where it waited for the customer, it waits no more.</summary>
    public Result<ComplaintMessage> Receive(string words, IntakeChannel channel, MessageId? corrects, StaffId? by, DateTimeOffset now)
    {
        if (RefusalOfMessage(by) is { } refusal)
        {
            return refusal;
        }
        var message = Message(MessageDirection.Incoming, words, channel, by, now, new("", channel, MacroPurpose.Answer) { CorrectsId = corrects }, false, false);
        Happen(ComplaintEventKind.MessageReceived, by, now, channel, ("message", message.Id), ("corrects", corrects));
        Raise(new ComplaintMessageReceived(Id, message.Id, channel));
        if (WaitingFor == Complaints.WaitingFor.Customer)
        {
            EndWaiting(by, now);
        }
        return message;
    }

    /// <summary>
    /// The customer calls the executive: at every stage, over everybody's head, once until the complaint is opened again. No step, limit or owner stands in the way, and nothing
    /// takes it back.
    /// </summary>
    public Result CallExecutive(string? words, IntakeChannel channel, DateTimeOffset now)
    {
        if (ExecutiveCalledIn == Instance)
        {
            return ComplaintMessageErrors.ExecutiveCalledAlready;
        }
        (ExecutiveCalledAt, ExecutiveCalledIn, ExecutiveAnsweredAt) = (now, Instance, null);
        Happen(ComplaintEventKind.ExecutiveCalled, null, now, channel, ("words", FoldedText.Shown(words)));
        Raise(new ComplaintExecutiveCalled(Id, CustomerId, OwnerId, Instance));
        return Result.Done;
    }

    /// <summary>Whoever was called has written to the customer.</summary>
    public void TakeExecutiveAnswer(DateTimeOffset now) => ExecutiveAnsweredAt ??= ExecutiveCalledAt is null ? null : now;

    /// <summary>The customer says how what came of it compares with what they expected. Before the answer whether it is solved, which may open the complaint again.</summary>
    public Result RateOutcome(int rating, IntakeChannel channel, DateTimeOffset now)
    {
        if (!MayBeReopened(now) && Refusal(ComplaintAction.FollowUp, null) is { } refusal)
        {
            return refusal;
        }
        OutcomeRating = rating;
        Expectation = rating switch { < 3 => ExpectationOutcome.Missed, 3 => ExpectationOutcome.Met, _ => ExpectationOutcome.Exceeded };
        Happen(ComplaintEventKind.OutcomeRated, null, now, channel, ("rating", rating), ("outcome", Expectation));
        Raise(new ComplaintOutcomeRated(Id, rating, Expectation.Value, OwnerId));
        return Result.Done;
    }

    /// <summary>Gives the customer another link; the one before finds nothing any more.</summary>
    public Result RenewTracking(TrackingToken token, StaffId? by, DateTimeOffset now)
    {
        if (by is { } who && who == TargetStaffId)
        {
            return ComplaintErrors.ConflictOfInterest;
        }
        if (Room() is { } full)
        {
            return full;
        }
        TrackingKey = token.Key;
        Happen(ComplaintEventKind.TrackingRenewed, by, now, null);
        Raise(new ComplaintTrackingRenewed(Id));
        return Result.Done;
    }

    private Error? RefusalOfMessage(StaffId? by) =>
        by is { } who && who == TargetStaffId ? ComplaintErrors.ConflictOfInterest
        : MessageCount >= MaxMessages || EventCount >= MaxEvents ? ComplaintMessageErrors.TooMany : null;

    private ComplaintMessage Message(
        MessageDirection direction, string words, IntakeChannel channel, StaffId? by, DateTimeOffset now, OutgoingWords given, bool substantive, bool deflects)
    {
        MessageCount++;
        return new()
        {
            Id = MessageId.New(now), ComplaintId = Id, Instance = Instance, Direction = direction, Channel = channel, Words = FoldedText.Nfc(words),
            Purpose = direction == MessageDirection.Outgoing ? given.Purpose : null, MacroId = given.MacroId, MacroVersion = given.MacroVersion, CorrectsId = given.CorrectsId,
            OverrideReason = FoldedText.Shown(given.OverrideReason), Substantive = substantive, Deflects = deflects, By = by, At = now,
        };
    }
}
