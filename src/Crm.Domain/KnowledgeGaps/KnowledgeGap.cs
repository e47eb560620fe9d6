namespace Crm.Domain.KnowledgeGaps;

/// <summary>Whether a question was answered.</summary>
public enum KnowledgeGapState { Open, Answered, Withdrawn }

/// <summary>What a customer asked and nobody knew, and the promise to answer it (S2-KNOW-1).</summary>
public sealed class KnowledgeGap : AggregateRoot<KnowledgeGap>, IResource
{
    public const int QuestionMaxLength = 2000;
    public const int AnswerMaxLength = 5000;
    public const int ReasonMaxLength = 500;

    private KnowledgeGap() { }

    public static string Prefix => "knowledge_gap";

    public CustomerId CustomerId { get; private set; }
    public InteractionId? InteractionId { get; private set; }
    public string Question { get; private set; } = "";

    /// <summary>The promise to answer.</summary>
    public CommitmentId CommitmentId { get; private set; }

    /// <summary>Until when an answer was promised at first.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Who did not know, and is told the answer.</summary>
    public StaffId? AskedById { get; private set; }

    /// <summary>Who finds it out.</summary>
    public StaffId OwnerId { get; private set; }
    public KnowledgeGapState State { get; private set; }
    public string? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public StaffId? AnsweredById { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }

    public static KnowledgeGap RaiseGap(
        CustomerId customer, InteractionId? interaction, string question, CommitmentId commitment, DateTimeOffset dueAt, StaffId owner, string? externalId, StaffId? by, DateTimeOffset now)
    {
        var gap = new KnowledgeGap
        {
            Id = KnowledgeGapId.New(now), CustomerId = customer, InteractionId = interaction, Question = Stored(question), CommitmentId = commitment, DueAt = dueAt, OwnerId = owner,
            AskedById = by, ExternalId = externalId,
        };
        gap.Changed(now);
        gap.Raise(new KnowledgeGapRaised(gap.Id, customer, commitment, by, owner, dueAt));
        return gap;
    }

    public Result AnswerWith(string answer, StaffId? by, DateTimeOffset now)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }
        (State, Answer, AnsweredAt, AnsweredById) = (KnowledgeGapState.Answered, Stored(answer), now, by);
        Changed(now);
        Raise(new KnowledgeGapAnswered(Id, CustomerId, AskedById, OwnerId));
        return Result.Done;
    }

    public Result Withdraw(string reason, DateTimeOffset now)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }
        (State, WithdrawnAt, WithdrawalReason) = (KnowledgeGapState.Withdrawn, now, Stored(reason));
        Changed(now);
        Raise(new KnowledgeGapWithdrawn(Id, CustomerId));
        return Result.Done;
    }

    /// <summary>Somebody else finds it out. Tells whether that changed anything.</summary>
    public bool GiveTo(StaffId owner, DateTimeOffset now)
    {
        if (State != KnowledgeGapState.Open || owner == OwnerId)
        {
            return false;
        }
        OwnerId = owner;
        Changed(now);
        Raise(new KnowledgeGapOwnerChanged(Id, CustomerId, owner));
        return true;
    }

    private Error? Refusal() => State switch
    {
        KnowledgeGapState.Answered => KnowledgeGapErrors.AlreadyAnswered,
        KnowledgeGapState.Withdrawn => KnowledgeGapErrors.Withdrawn,
        _ => null,
    };

    private static string Stored(string text) => FoldedText.Nfc(text.Trim());
}
