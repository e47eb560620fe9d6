using Crm.Domain.Channels;
using Crm.Domain.Customers;

namespace Crm.Domain.Complaints;

/// <summary>The way on which a complaint, or a part of one, comes in (S3-ACCESS-1).</summary>
public enum IntakeChannel { Phone, Post, InPerson, Kiosk, Web, Email, Chat, Social, PublicReview, Partner }

/// <summary>What the customer is dissatisfied with, apart from who handles it (S2-PERSONAL-1).</summary>
public enum TargetKind { Organisation, Product, Service, Person }

/// <summary>What can still be done with a product.</summary>
public enum ProductCondition { Usable, Impaired, Unusable }

/// <summary>A complaint as it comes in. Nothing of it is refused for what it is about (S2-OWN-1).</summary>
public record ComplaintIntake
{
    public const int CategoryMaxLength = 60;
    public const int LanguageMaxLength = 35;
    public const int NameMaxLength = 200;
    public const int MaxContacts = 5;
    public const int MaxHazards = 20;
    public const int HazardMaxLength = 500;

    /// <summary>The customer who complains; absent where that is not known or not told.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>On which way it came.</summary>
    public required IntakeChannel Channel { get; init; }

    /// <summary>When it was received, as of a letter; now where absent, and at most 5 minutes in the future. When it was entered is createdAt.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The code of what it is about, in your own words of order; at most 60 characters. Any is taken.</summary>
    public string? Category { get; init; }

    /// <summary>BCP 47 tag of the customer's language.</summary>
    public string? Language { get; init; }

    /// <summary>What the complainant is called, as they said it; at most 200 characters.</summary>
    public string? ComplainantName { get; init; }

    /// <summary>How to answer, at most 5. Words that are no number or address are kept as they are and marked as not verified.</summary>
    public IReadOnlyList<ComplaintContact> Contacts { get; init => field = value ?? []; } = [];

    /// <summary>For whom it is made, where that is somebody else; at most 200 characters.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What the customer is dissatisfied with; the organisation where absent.</summary>
    public TargetKind? Target { get; init; }

    /// <summary>The member of staff whom the complaint is about, if any. They never handle it, nor does anybody who reports to them (S3-FAIR-1).</summary>
    public StaffId? TargetStaffId { get; init; }

    /// <summary>The product that it is about.</summary>
    public ComplaintProduct? Product { get; init; }

    /// <summary>Whether the customer says that they will leave (S5-RET-2).</summary>
    public bool ThreatensToLeave { get; init; }

    /// <summary>Whether the customer says that they will make it public (S5-RET-2).</summary>
    public bool ThreatensPublicity { get; init; }

    /// <summary>What it cost the customer so far, as they say.</summary>
    public Money? CostToCustomer { get; init; }

    /// <summary>What the way on which it came cost the customer (S4-FREE-1). Where absent, what the channel catalogue says: of several channels of the kind the first on offer.</summary>
    public CostToCustomer? ChannelCost { get; init; }

    /// <summary>What is dangerous about it, at most 20 of up to 500 characters.</summary>
    public IReadOnlyList<string> Hazards { get; init => field = value ?? []; } = [];

    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The intake without what a message adds to it, as it is kept.</summary>
    internal ComplaintIntake Kept(string country) => new ComplaintIntake(this) with
    {
        Category = FoldedText.Shown(Category),
        ComplainantName = FoldedText.Shown(ComplainantName),
        OnBehalfOf = FoldedText.Shown(OnBehalfOf),
        Target = Target ?? (TargetStaffId is null ? TargetKind.Organisation : TargetKind.Person),
        Contacts = [.. Contacts.Select(c => c.Read(country))],
        Product = Product is { } product ? product with { Name = FoldedText.Shown(product.Name), Reference = FoldedText.Shown(product.Reference) } : null,
        Hazards = [.. Hazards.Select(FoldedText.Shown).OfType<string>()],
        ExternalId = FoldedText.Shown(ExternalId),
    };
}

/// <summary>One way to answer a complainant.</summary>
/// <param name="Kind">Phone, e-mail, postal address or social account.</param>
/// <param name="Value">As it was given, word for word; 1 to 300 characters.</param>
/// <param name="Normalized">E.164 of a phone, lower case of an e-mail. Computed; what is sent is ignored.</param>
/// <param name="Verified">Whether the words could be read as what they are said to be. Computed; what is sent is ignored.</param>
public sealed record ComplaintContact(ContactPointKind Kind, string Value, string? Normalized = null, bool Verified = false)
{
    public const int ValueMaxLength = ContactPoint.ValueMaxLength;
    public const int NormalizedMaxLength = ContactPoint.NormalizedMaxLength;

    internal ComplaintContact Read(string country) =>
        new ContactPoint(Kind, Value).Normalize(country, "").Failed(out _, out var read)
            ? this with { Value = FoldedText.Nfc(Value), Normalized = null, Verified = false }
            : this with { Value = FoldedText.Nfc(Value), Normalized = read.Normalized, Verified = true };
}

/// <summary>A product that somebody complains about.</summary>
/// <param name="Name">What it is called; at most 200 characters.</param>
/// <param name="Reference">Its number, or that of the order; at most 100 characters.</param>
/// <param name="PurchasedOn">The day on which it was bought. What is unusable within 7 days goes on the fast lane (S2-URGENT-1).</param>
/// <param name="Condition">What can still be done with it.</param>
public sealed record ComplaintProduct(string? Name = null, string? Reference = null, DateOnly? PurchasedOn = null, ProductCondition? Condition = null)
{
    public const int NameMaxLength = 200;
    public const int ReferenceMaxLength = 100;
}

/// <summary>A document or picture that goes with a statement; it lies elsewhere.</summary>
/// <param name="Url">Where it is, over https; at most 2,000 characters.</param>
/// <param name="Name">What it is called; 1 to 200 characters.</param>
/// <param name="MediaType">What it is: a picture, audio, video, PDF, plain text or office document.</param>
/// <param name="Bytes">How large it is; up to 26,214,400.</param>
public sealed record StatementAttachment(string Url, string Name, string MediaType, long Bytes)
{
    public const int UrlMaxLength = 2000;
    public const int NameMaxLength = 200;
    public const int MediaTypeMaxLength = 100;
    public const long MostBytes = 25 * 1024 * 1024;
    public const int MaxCount = 20;

    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/pdf", "text/plain", "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "message/rfc822",
    };

    /// <summary>Pictures, audio and video but SVG, which can hold scripts, and the usual documents.</summary>
    public static bool IsAcceptable(string mediaType) =>
        Documents.Contains(mediaType)
        || (!mediaType.Contains("svg", StringComparison.OrdinalIgnoreCase) && mediaType.Split('/') is ["image" or "audio" or "video", { Length: > 0 }]);

    /// <summary>An absolute address over https that names no user.</summary>
    public static bool IsAcceptableAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;
}
