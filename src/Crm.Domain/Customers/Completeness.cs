namespace Crm.Domain.Customers;

/// <summary>What is good to know of a customer before work starts.</summary>
public enum KnownPart { Phone, Email, PostalAddress, Language, FormOfAddress, Owner, Consent, Fact, Person }

/// <summary>How much of what is good to know of a customer is known, and what is missing (S4-INTERNAL-1). Every part counts alike.</summary>
public static class Completeness
{
    public static (int Score, IReadOnlyList<KnownPart> Missing) Of(CustomerProfile profile, bool hasConsent, bool hasFact, bool hasPerson)
    {
        (KnownPart Part, bool Known)[] parts =
        [
            (KnownPart.Phone, Has(ContactPointKind.Phone)), (KnownPart.Email, Has(ContactPointKind.Email)), (KnownPart.PostalAddress, Has(ContactPointKind.Post)),
            (KnownPart.Language, profile.Language is not null),
            // An organisation is addressed through its people.
            profile.Kind == CustomerKind.Organisation ? (KnownPart.Person, hasPerson) : (KnownPart.FormOfAddress, (profile.PreferredName ?? profile.Honorific) is not null),
            (KnownPart.Owner, profile.OwnerId is not null), (KnownPart.Consent, hasConsent), (KnownPart.Fact, hasFact),
        ];
        return (100 * parts.Count(p => p.Known) / parts.Length, [.. parts.Where(p => !p.Known).Select(p => p.Part)]);

        bool Has(ContactPointKind kind) => profile.ContactPoints.Any(p => p.Kind == kind);
    }
}
