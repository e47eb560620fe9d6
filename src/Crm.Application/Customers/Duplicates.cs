using System.Linq.Expressions;
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

    private static readonly Read<FewKeys, Candidate> AmongFew = new((db, few) => db.CustomerTerms
        .Where(t => (t.Term == few.First || t.Term == few.Second || t.Term == few.Third || t.Term == few.Fourth) && t.CustomerId != few.Self)
        .Join(db.Customers, t => t.CustomerId, c => c.Id, Candidate.Of).Take(MostCandidates));

    /// <summary>
    /// The save is refused where the same customer seems to be known: asked inside its transaction, in turn with others of the same contact point, so that
    /// the same registration fifty times at once is one.
    /// </summary>
    public static void RefuseDuplicate(this ICrmDb db, Customer customer)
    {
        var keys = KeysOf(customer.Profile);
        db.AskInTurn(keys[^1].ToString(), async ct =>
            await Of(db, customer.Id, customer.Profile, keys, ct) is [var known, ..] ? CustomerErrors.Duplicate.With(known.CustomerId.ToString()) : Result.Done);
    }

    /// <summary>Likely duplicates, surest first. One query, bounded.</summary>
    public static Task<IReadOnlyList<LikelyDuplicate>> Of(ICrmDb db, CustomerId self, CustomerProfile profile, CancellationToken ct) =>
        Of(db, self, profile, KeysOf(profile), ct);

    private static async Task<IReadOnlyList<LikelyDuplicate>> Of(ICrmDb db, CustomerId self, CustomerProfile profile, List<ByteKey> keys, CancellationToken ct)
    {
        var candidates = keys.Count <= FewKeys.Count
            ? await db.All(AmongFew, FewKeys.Of(keys, self), ct)
            : await db.CustomerTerms.Where(t => keys.Contains(t.Term) && t.CustomerId != self)
                .Join(db.Customers, t => t.CustomerId, c => c.Id, Candidate.Of).Take(MostCandidates).ToListAsync(ct);
        return [.. candidates
            .Select(c => (c.Term == keys[0] ? Shared(profile, c.Profile) : "contact") is { } because ? new LikelyDuplicate(c.Id, c.DisplayName, because) : null)
            .OfType<LikelyDuplicate>().OrderBy(d => d.Because == "contact" ? 0 : 1).DistinctBy(d => d.CustomerId)];
    }

    /// <summary>The name and then the contact points, as exact keys, so that the index of terms leads; ordering in the database would make it walk the customers instead.</summary>
    private static List<ByteKey> KeysOf(CustomerProfile profile) =>
    [
        CustomerTerm.Name(NameSkeleton.Of(profile)),
        .. profile.ContactPoints.Where(p => p.Kind is ContactPointKind.Phone or ContactPointKind.Email).Select(p => CustomerTerm.Contact(p.Kind, p.Normalized!)),
    ];

    /// <summary>What two customers of like name have in common; null for nothing.</summary>
    private static string? Shared(CustomerProfile one, CustomerProfile other) =>
        one.Attributes.Any(a => other.Attributes.TryGetValue(a.Key, out var value) && value.ToString() == a.Value.ToString()) ? "nameAndAttribute"
        : one.ContactPoints.Any(p => other.ContactPoints.Any(q => p.Kind == q.Kind && p.Normalized == q.Normalized)) ? "nameAndContact"
        : null;

    private sealed record Candidate(ByteKey Term, CustomerId Id, string DisplayName, CustomerProfile Profile)
    {
        public static readonly Expression<Func<CustomerTerm, Customer, Candidate>> Of = (t, c) => new Candidate(t.Term, c.Id, c.DisplayName, c.Profile);
    }

    /// <summary>The keys of most customers: a list of any length is no compiled query, and every registration asks.</summary>
    private sealed record FewKeys(CustomerId Self, ByteKey First, ByteKey Second, ByteKey Third, ByteKey Fourth)
    {
        public const int Count = 4;

        public static FewKeys Of(List<ByteKey> keys, CustomerId self) => new(self, keys[0], At(keys, 1), At(keys, 2), At(keys, 3));

        private static ByteKey At(List<ByteKey> keys, int place) => keys[Math.Min(place, keys.Count - 1)];
    }
}

/// <summary>Somebody who may be the same customer.</summary>
/// <param name="CustomerId">Who.</param>
/// <param name="DisplayName">The name to show.</param>
/// <param name="Because">What the two have in common: contact, nameAndContact or nameAndAttribute.</param>
public sealed record LikelyDuplicate(CustomerId CustomerId, string DisplayName, string Because)
{
    public static readonly LikelyDuplicate Example = new(CustomerId.Parse("customer_01j00000000000000000000001", null), "مریم احمدی", "contact");
}
