namespace Crm.Domain.Complaints;

/// <summary>One thing that a complaint is to be made good with.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">How much money; of a refund or discount.</param>
/// <param name="Points">How many points; of points.</param>
/// <param name="Text">What exactly is promised, as it stands in the promise; 1 to 500 characters.</param>
public sealed record OfferedRemedy(RemedyKind Kind, string Text, Money? Amount = null, long? Points = null)
{
    public const int TextMaxLength = Commitments.Commitment.TextMaxLength;
}

/// <summary>What is offered to a customer, until when, and how soon after acceptance it is done.</summary>
public sealed record OfferTerms(string Text, IReadOnlyList<OfferedRemedy> Remedies, DateTimeOffset ValidUntil, string? Within);

/// <summary>An offer to a complainant, as it was negotiated (S1-HELP-6). Its terms never change; another offer is another record.</summary>
public sealed record Offer : IResource
{
    public const int TextMaxLength = 2_000;
    public const int WithinMaxLength = 30;
    public const int ReasonMaxLength = 2_000;
    public const int MaxRemedies = 5;
    public const int MaxCount = 50;
    public static readonly TimeSpan LongestValidity = TimeSpan.FromDays(366);

    public static string Prefix => "offer";

    /// <summary>The offer's id.</summary>
    public required OfferId Id { get; init; }

    /// <summary>The instance of the complaint in which it was made.</summary>
    public required int Instance { get; init; }

    /// <summary>What is offered, as the customer reads it.</summary>
    public required string Text { get; init; }

    /// <summary>What it is made of; each becomes a promise when it is accepted.</summary>
    public IReadOnlyList<OfferedRemedy> Remedies { get; init => field = value ?? []; } = [];

    /// <summary>Until when it can be accepted.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>How much open time there is after acceptance, an ISO 8601 duration.</summary>
    public string? Within { get; init; }

    /// <summary>On which way it was made.</summary>
    public required IntakeChannel Channel { get; init; }

    /// <summary>Who made it.</summary>
    public StaffId? By { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Proposed, accepted, declined or withdrawn; that it expired follows from the time.</summary>
    public OfferState State { get; init; }

    /// <summary>When it was accepted, declined or withdrawn.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>On which way the customer answered.</summary>
    public IntakeChannel? AnsweredOn { get; init; }

    /// <summary>Who recorded that.</summary>
    public StaffId? AnsweredBy { get; init; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public string? Reason { get; init; }

    public OfferState StateAt(DateTimeOffset now) => State == OfferState.Proposed && now >= ValidUntil ? OfferState.Expired : State;

    internal static Offer Make(OfferTerms terms, int instance, IntakeChannel channel, StaffId? by, DateTimeOffset now) => new()
    {
        Id = OfferId.New(now),
        Instance = instance,
        Text = FoldedText.Nfc(terms.Text),
        Remedies = [.. terms.Remedies.Select(r => r with { Text = FoldedText.Nfc(r.Text.Trim()) })],
        ValidUntil = terms.ValidUntil,
        Within = terms.Within,
        Channel = channel,
        By = by,
        At = now,
    };
}

/// <summary>A remedy that a customer accepted: what it came to, without words, which stays when the customer is erased. Never changed.</summary>
public sealed class ComplaintRemedy
{
    public required ComplaintId ComplaintId { get; init; }

    /// <summary>Its place among the remedies of the complaint, from 1.</summary>
    public required int Number { get; init; }
    public required Guid OfferId { get; init; }
    public required RemedyKind Kind { get; init; }

    /// <summary>In the minor unit of the currency.</summary>
    public long? Amount { get; init; }
    public string? Currency { get; init; }
    public long? Points { get; init; }
    public required CommitmentId CommitmentId { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
}
