using Crm.Domain.Authorities;

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
/// <param name="Authority">What the authority matrix says to it for whoever makes it.</param>
public sealed record OfferTerms(string Text, IReadOnlyList<OfferedRemedy> Remedies, DateTimeOffset ValidUntil, string? Within, OfferAuthority Authority);

/// <summary>What the authority matrix said to an offer when it was made, and who approved of it where that was needed (S3-EMPOWER-1).</summary>
/// <param name="Level">The level of authority of who made it; everyone where a credential acts for nobody.</param>
/// <param name="MatrixVersion">The version of the matrix by which it was decided whether it needs approval; 0 is what ships.</param>
/// <param name="Reasons">Why it needs approval; none where it was granted at once.</param>
/// <param name="Approval">What was decided on it; null until then, and where nothing had to be.</param>
public sealed record OfferAuthority(string Level, int MatrixVersion, IReadOnlyList<AuthorityReason> Reasons, OfferApproval? Approval = null)
{
    public const int LevelMaxLength = AuthorityRule.RoleMaxLength;

    public bool IsGranted() => Reasons.Count == 0 || Approval?.Approved == true;
}

/// <summary>The decision of a second person on an offer above somebody's authority.</summary>
/// <param name="Approved">Whether they agree.</param>
/// <param name="Reason">Why.</param>
/// <param name="MatrixVersion">The version of the authority matrix in force at the decision.</param>
/// <param name="By">The second person.</param>
/// <param name="At">When it was decided.</param>
public sealed record OfferApproval(bool Approved, string Reason, int MatrixVersion, StaffId By, DateTimeOffset At)
{
    public const int ReasonMaxLength = 2_000;
}

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

    /// <summary>Waiting for approval or not approved, proposed, accepted, declined or withdrawn; that it expired follows from the time.</summary>
    public OfferState State { get; init; }

    /// <summary>When it was accepted, declined or withdrawn.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>On which way the customer answered.</summary>
    public IntakeChannel? AnsweredOn { get; init; }

    /// <summary>Who recorded that.</summary>
    public StaffId? AnsweredBy { get; init; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public string? Reason { get; init; }

    /// <summary>What the authority matrix said to it; null for an offer from before there was one.</summary>
    public OfferAuthority? Authority { get; init; }

    /// <summary>Whether the customer may know of it.</summary>
    public bool IsMade() => Authority?.IsGranted() != false;

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
        Authority = terms.Authority,
        State = terms.Authority.IsGranted() ? OfferState.Proposed : OfferState.PendingApproval,
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

/// <summary>
/// What a remedy that was offered counts for, without a word: how much of it whom it holds in their authority and until when. It stays when the customer is erased.
/// </summary>
public sealed class RemedyGrant
{
    public required ComplaintId ComplaintId { get; init; }
    public required Guid OfferId { get; init; }

    /// <summary>Its place in the offer, from 1.</summary>
    public required int Number { get; init; }
    public required RemedyKind Kind { get; init; }

    /// <summary>In the minor unit of the currency.</summary>
    public long? Amount { get; init; }
    public string? Currency { get; init; }
    public long? Points { get; init; }

    /// <summary>Who offered it; nobody where a credential acts for nobody.</summary>
    public StaffId? By { get; init; }

    /// <summary>When it was granted; null while it waits for approval, and where it got none.</summary>
    public DateTimeOffset? GrantedAt { get; set; }

    /// <summary>Whether somebody else approved of it. Then it uses up nobody's own authority.</summary>
    public bool Approved { get; set; }

    /// <summary>Until when it counts: the offer's time, or without end once it is accepted.</summary>
    public DateTimeOffset? HoldsUntil { get; set; }
}
