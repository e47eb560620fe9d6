using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>
/// Who might be the same customer: somebody with the same telephone number or e-mail address, or with a name of the same skeleton and an
/// attribute in common.
/// </summary>
internal static class Duplicates
{
    private const int MostCandidates = 50;

    public static async Task<CustomerId?> Likely(ICrmDb db, Customer customer, CancellationToken ct) =>
        (await Of(db, customer.Id, customer.Profile, ct)).Select(d => (CustomerId?)d.CustomerId).FirstOrDefault();

    /// <summary>Likely duplicates, surest first. One query, bounded.</summary>
    public static async Task<IReadOnlyList<LikelyDuplicate>> Of(ICrmDb db, CustomerId self, CustomerProfile profile, CancellationToken ct)
    {
        var name = CustomerTerm.Name(NameSkeleton.Of(profile));
        // One list of exact keys, so that the index of terms leads; ordering in the database would make it walk the customers instead.
        List<ByteKey> keys =
        [
            name,
            .. profile.ContactPoints.Where(p => p.Kind is ContactPointKind.Phone or ContactPointKind.Email)
                .Select(p => CustomerTerm.Contact(p.Kind, p.Normalized!)),
        ];
        var candidates = await db.CustomerTerms.Where(t => keys.Contains(t.Term) && t.CustomerId != self)
            .Join(db.Customers, t => t.CustomerId, c => c.Id, (t, c) => new { t.Term, c.Id, c.DisplayName, c.Profile })
            .Take(MostCandidates).ToListAsync(ct);
        return [.. candidates
            .Select(c => (c.Term == name ? Shared(profile, c.Profile) : "contact") is { } because ? new LikelyDuplicate(c.Id, c.DisplayName, because) : null)
            .OfType<LikelyDuplicate>().OrderBy(d => d.Because == "contact" ? 0 : 1).DistinctBy(d => d.CustomerId)];
    }

    /// <summary>What two customers of like name have in common; null for nothing.</summary>
    private static string? Shared(CustomerProfile one, CustomerProfile other) =>
        one.Attributes.Any(a => other.Attributes.TryGetValue(a.Key, out var value) && value.ToString() == a.Value.ToString()) ? "nameAndAttribute"
        : one.ContactPoints.Any(p => other.ContactPoints.Any(q => p.Kind == q.Kind && p.Normalized == q.Normalized)) ? "nameAndContact"
        : null;
}

/// <summary>Somebody who may be the same customer.</summary>
/// <param name="CustomerId">Who.</param>
/// <param name="DisplayName">The name to show.</param>
/// <param name="Because">What the two have in common: contact, nameAndContact or nameAndAttribute.</param>
public sealed record LikelyDuplicate(CustomerId CustomerId, string DisplayName, string Because)
{
    public static readonly LikelyDuplicate Example = new(CustomerId.Parse("customer_01j00000000000000000000001", null), "مریم احمدی", "contact");
}
