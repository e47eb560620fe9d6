using System.Text.Json;

namespace Crm.Domain.Customers;

public enum CustomerKind { Person, Organisation }

/// <summary>Where a customer stands with us, potential and actual alike (S4-ALL-1).</summary>
public enum Lifecycle { Prospect, Lead, Customer, Dormant, Lost, WonBack }

/// <summary>How a customer wishes to be addressed (S4-NAME-1).</summary>
public enum Formality { Formal, Informal }

/// <summary>What is known of a customer and may be edited (S3-DB-1, S4-NAME-1).</summary>
public record CustomerProfile
{
    public const int NameMaxLength = 200;
    public const int HonorificMaxLength = 50;
    public const int TagMaxLength = 50;
    public const int MaxTags = 50;
    public const int MaxAttributes = 100;

    // Serialisers made at compile time give null to a member that is absent, so the members with a default keep it themselves.
    private static readonly IReadOnlyDictionary<string, JsonElement> None = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    public static readonly CustomerProfile Example = new()
    {
        Kind = CustomerKind.Person, GivenName = "Maryam", FamilyName = "Ahmadi", PreferredName = "Maryam", Formality = Customers.Formality.Formal,
        ContactPoints = [new(ContactPointKind.Phone, "+98 912 123 4567", "mobile", true)], Language = "fa-IR", Tags = ["vip", "tehran"],
    };

    /// <summary>A person or an organisation. It cannot change later.</summary>
    public required CustomerKind Kind { get; init; }

    /// <summary>A person's given name. A person needs at least one of given and family name.</summary>
    public string? GivenName { get; init; }

    /// <summary>A person's family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>An organisation's name; an organisation needs it.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>What the customer likes to be called.</summary>
    public string? PreferredName { get; init; }

    /// <summary>How the name is said, in any notation that helps who speaks.</summary>
    public string? Pronunciation { get; init; }

    /// <summary>Title before the name, such as Dr or خانم. The tenant's forms of address list the usual ones.</summary>
    public string? Honorific { get; init; }

    /// <summary>Whether to address formally; the tenant's custom where absent.</summary>
    public Formality? Formality { get; init; }

    /// <summary>Ways to reach the customer, at most 20. The first of a kind counts as primary where none says so.</summary>
    public IReadOnlyList<ContactPoint> ContactPoints { get; init => field = value ?? []; } = [];

    /// <summary>BCP 47 tag of the language to use with the customer; the tenant's where absent.</summary>
    public string? Language { get; init; }

    /// <summary>IANA name of the customer's time zone; the tenant's where absent.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Free labels, at most 50; compared in folded form.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>Values of the tenant's own attributes by their key, at most 100. GET /v1/customers/schema lists them.</summary>
    public IReadOnlyDictionary<string, JsonElement> Attributes { get; init => field = value ?? None; } = None;

    /// <summary>The member of staff who cares for the customer.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>Your own key for the customer, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The profile without what a message or an answer adds to it.</summary>
    public CustomerProfile ProfileOnly() => new(this);

    /// <summary>Names and contact points in their stored form, or every member that cannot be accepted.</summary>
    internal Result<CustomerProfile> Normalize(string country)
    {
        var wrong = new List<FieldError>();
        if (Kind == CustomerKind.Person && FoldedText.Shown(GivenName) is null && FoldedText.Shown(FamilyName) is null)
        {
            wrong.Add(new("/givenName", "name_required", "A person needs a given name or a family name."));
        }
        if (Kind == CustomerKind.Organisation && FoldedText.Shown(OrganisationName) is null)
        {
            wrong.Add(new("/organisationName", "name_required", "An organisation needs its name."));
        }
        var points = new List<ContactPoint>(ContactPoints.Count);
        for (var i = 0; i < ContactPoints.Count; i++)
        {
            if (ContactPoints[i].Normalize(country, $"/contactPoints/{i}/value").Failed(out var error, out var point))
            {
                wrong.AddRange(error.Fields);
            }
            else if (!points.Exists(p => p.Kind == point.Kind && p.Normalized == point.Normalized))
            {
                points.Add(point);
            }
        }
        foreach (var kind in points.Where(p => p.Primary).GroupBy(p => p.Kind).Where(g => g.Count() > 1))
        {
            wrong.Add(new("/contactPoints", "primary_ambiguous", "At most one contact point of each kind is the primary one."));
        }
        return wrong.Count > 0 ? Error.Invalid(wrong) : ProfileOnly() with
        {
            GivenName = FoldedText.Shown(GivenName),
            FamilyName = FoldedText.Shown(FamilyName),
            OrganisationName = FoldedText.Shown(OrganisationName),
            PreferredName = FoldedText.Shown(PreferredName),
            Pronunciation = FoldedText.Shown(Pronunciation),
            Honorific = FoldedText.Shown(Honorific),
            ExternalId = FoldedText.Shown(ExternalId),
            ContactPoints = WithPrimaries(points),
            Tags = [.. Tags.Select(t => FoldedText.Nfc(t.Trim())).Where(t => t.Length > 0).DistinctBy(FoldedText.Fold)],
        };
    }

    /// <summary>Whether there is the name that the kind of customer needs.</summary>
    internal bool HasName => Kind == CustomerKind.Person ? (GivenName ?? FamilyName) is not null : OrganisationName is not null;

    internal static List<ContactPoint> WithPrimaries(List<ContactPoint> points) =>
        points.ConvertAll(p => p.Primary || points.Exists(q => q.Kind == p.Kind && q.Primary) || points.Find(q => q.Kind == p.Kind) != p
            ? p
            : p with { Primary = true });
}
