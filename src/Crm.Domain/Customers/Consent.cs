namespace Crm.Domain.Customers;

/// <summary>A way in which we may turn to a customer.</summary>
public enum ContactChannel { Phone, Sms, Email, Chat, Post, Social, InPerson }

public enum ConsentDecision { Granted, Withdrawn }

/// <summary>What a customer decided about being contacted (S4-ALL-1).</summary>
public sealed record ConsentContent
{
    public const int PurposeMaxLength = 40;
    public const int EvidenceMaxLength = 1000;
    public const int SourceMaxLength = 200;

    /// <summary>The purpose that needs no consent: answering the customer and keeping a promise. It can still be withdrawn.</summary>
    public const string Service = "service";

    /// <summary>What for, as a code of your own such as marketing or satisfactionSurvey; letters, digits, - and _, at most 40. The code service needs no consent.</summary>
    public required string Purpose { get; init; }

    /// <summary>The channel it is about; every channel where absent.</summary>
    public ContactChannel? Channel { get; init; }

    /// <summary>Whether consent was given or taken back.</summary>
    public required ConsentDecision Decision { get; init; }

    /// <summary>How it can be proved: words, document, recording; at most 1000 characters.</summary>
    public string? Evidence { get; init; }

    /// <summary>When the customer decided; now where absent, never in the future.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where the decision came in, such as web form; at most 200 characters.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a text is the code of a purpose, which begins with a letter.</summary>
    public static bool IsPurpose(string text) =>
        text.Length is > 0 and <= PurposeMaxLength && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static readonly ConsentContent Example = new()
    {
        Purpose = "marketing", Channel = ContactChannel.Email, Decision = ConsentDecision.Granted, Evidence = "Ticked the box of the order form", Source = "web form",
    };
}

/// <summary>One decision of a customer. It is never changed: a later one takes its place.</summary>
public sealed class Consent : AggregateRoot<Consent>, IResource
{
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private Consent() { }

    public static string Prefix => "consent";

    public CustomerId CustomerId { get; private set; }
    public string Purpose { get; private set; } = "";
    public ContactChannel? Channel { get; private set; }
    public ConsentDecision Decision { get; private set; }
    public string? Evidence { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Source { get; private set; }
    public StaffId? By { get; private set; }

    public static Result<Consent> Record(CustomerId customerId, ConsentContent content, StaffId? by, DateTimeOffset now)
    {
        var at = content.At ?? now;
        if (at > now + ClockDifference)
        {
            return Error.Invalid([new("/at", "instant_in_future", "This lies in the future. Give the instant at which it happened.")]);
        }
        var consent = new Consent
        {
            Id = ConsentId.New(now), CustomerId = customerId, Purpose = content.Purpose, Channel = content.Channel, Decision = content.Decision,
            Evidence = FoldedText.Shown(content.Evidence), At = at, Source = FoldedText.Shown(content.Source), By = by,
        };
        consent.Changed(now);
        consent.Raise(new ConsentRecorded(consent.Id, customerId, content.Purpose, content.Channel, content.Decision));
        return consent;
    }

    /// <summary>The decision in force for a purpose on a channel: the last one about either this channel or every channel.</summary>
    public static Consent? InForce(IEnumerable<Consent> consents, string purpose, ContactChannel channel) =>
        consents.Where(c => c.Purpose == purpose && (c.Channel is null || c.Channel == channel)).OrderBy(c => c.At).ThenBy(c => c.Id).LastOrDefault();

}

[EventType("consent.recorded", 1, "A customer gave or withdrew consent for a purpose, on a channel or on all.")]
public sealed record ConsentRecorded(
    ConsentId ConsentId, CustomerId CustomerId, string Purpose, ContactChannel? Channel, ConsentDecision Decision) : IDomainEvent;
