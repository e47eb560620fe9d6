using Crm.Domain.Customers;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>What a customer is to us as a key account: of their own, or of the organisation that they act for.</summary>
public sealed record KeyStanding
{
    /// <summary>The class of customers by which policies know every key account.</summary>
    public const string CustomerClass = "key";

    public required KeyAccountId AccountId { get; init; }

    /// <summary>The customer that the designation is about.</summary>
    public required CustomerId HolderId { get; init; }
    public required string Tier { get; init; }
    public required StaffId ManagerId { get; init; }

    /// <summary>Whether the account manager works here, is not absent and declared no conflict with the customer.</summary>
    public required bool ManagerAvailable { get; init; }

    /// <summary>The executive sponsor, where there is one who works here.</summary>
    public StaffId? SponsorId { get; init; }
}

/// <summary>
/// Whose matters take the key policy. A tenant without key accounts costs nothing, which is remembered for a few seconds; otherwise it is one query for a customer and a
/// unit of work.
/// </summary>
public sealed class KeyStandings(ICrmDb db, Caller caller, TimeProvider clock, KeyAccountsInUse inUse)
{
    private readonly Dictionary<CustomerId, KeyStanding?> asked = [];

    public async ValueTask<KeyStanding?> Of(CustomerId? customer, CancellationToken ct)
    {
        if (customer is not { } id || !await inUse.Any(db, caller.Tenant.Number, ct))
        {
            return null;
        }
        if (!asked.TryGetValue(id, out var standing))
        {
            asked[id] = standing = await Ask(id, ct);
        }
        return standing;
    }

    /// <summary>Who cares for a customer: the account manager who is there, or the customer's owner.</summary>
    public async ValueTask<StaffId?> CarerOf(Customer customer, CancellationToken ct) => await Of(customer.Id, ct) is { ManagerAvailable: true } account ? account.ManagerId : customer.OwnerId;

    /// <summary>The facts of a clock with the class and tier of the customer, unless they are told already.</summary>
    public async ValueTask<ClockFacts> Complete(ClockFacts facts, CustomerId? customer, CancellationToken ct) =>
        facts is { CustomerClass: null, Tier: null } && await Of(customer, ct) is { } standing ? facts with { CustomerClass = KeyStanding.CustomerClass, Tier = standing.Tier } : facts;

    private Task<KeyStanding?> Ask(CustomerId id, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), caller.Today(clock));
        var organisations = db.OrganisationsOf(id, today);
        return db.KeyAccounts.Where(k => k.EndedAt == null && (k.CustomerId == id || organisations.Contains(k.CustomerId)))
            .OrderBy(k => k.CustomerId == id ? 0 : 1).ThenBy(k => k.Id)
            .Select(k => new KeyStanding
            {
                AccountId = k.Id,
                HolderId = k.CustomerId,
                Tier = k.Tier,
                ManagerId = k.ManagerId,
                ManagerAvailable = db.Staff.Any(s => s.Id == k.ManagerId && s.Active)
                    && !db.Absences.Any(a => a.StaffId == k.ManagerId && !a.Cancelled && a.From <= now && a.To > now)
                    && !db.DeclaredConflicts.Any(d => d.StaffId == k.ManagerId && d.CustomerId == id && d.EndedAt == null && d.FromOn <= today && (d.UntilOn == null || d.UntilOn >= today)),
                SponsorId = db.Staff.Where(s => s.Id == k.SponsorId && s.Active).Select(s => (StaffId?)s.Id).FirstOrDefault(),
            }).FirstOrDefaultAsync(ct);
    }
}

/// <summary>Which tenants have key accounts, remembered for a few seconds. What this process changes it forgets at once.</summary>
public sealed class KeyAccountsInUse(TimeProvider clock)
{
    private const int MostKept = 10_000;
    private readonly Remembered<int, bool> kept = new(clock, MostKept);

    public ValueTask<bool> Any(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, (_, inner) => db.KeyAccounts.AnyAsync(k => k.EndedAt == null, inner), ct);

    public void Forget(int tenant) => kept.Forget(tenant);
}

/// <summary>Who belongs to an account.</summary>
internal static class AccountPeople
{
    /// <summary>The organisations that a person acts for: works for, represents, or belongs to.</summary>
    public static IQueryable<CustomerId> OrganisationsOf(this ICrmDb db, CustomerId person, DateOnly today) =>
        Standing(db, today).Where(r => r.CustomerId == person).Select(r => r.OtherCustomerId);

    /// <summary>The people who act for a customer.</summary>
    public static IQueryable<CustomerId> PeopleOf(this ICrmDb db, CustomerId organisation, DateOnly today) =>
        Standing(db, today).Where(r => r.OtherCustomerId == organisation).Select(r => r.CustomerId);

    /// <inheritdoc cref="PeopleOf(ICrmDb, CustomerId, DateOnly)"/>
    public static IQueryable<CustomerId> PeopleOf(this ICrmDb db, IQueryable<CustomerId> organisations, DateOnly today) =>
        Standing(db, today).Where(r => organisations.Contains(r.OtherCustomerId)).Select(r => r.CustomerId);

    private static IQueryable<Relation> Standing(ICrmDb db, DateOnly today) => db.Relations.Where(r =>
        !r.Removed && (r.Kind == RelationKind.WorksFor || r.Kind == RelationKind.Represents || r.Kind == RelationKind.BelongsTo) && (r.UntilOn == null || r.UntilOn >= today));
}
