using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetCurrentConsents(CustomerId CustomerId) : IQuery<CurrentConsents>;

/// <summary>What is in force now for a customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="DoNotContact">The wish to be left alone, which goes before every consent; null where none is in force.</param>
/// <param name="Consents">The decision in force per purpose and channel that was ever decided about.</param>
public sealed record CurrentConsents(CustomerId CustomerId, DoNotContact? DoNotContact, IReadOnlyList<CurrentConsent> Consents)
{
    public static readonly CurrentConsents Example = new(CustomerId.Parse("customer_01j00000000000000000000000", null), null, [CurrentConsent.Example]);
}

/// <summary>The decision in force for a purpose on a channel.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Channel">The channel; null for those that no decision names.</param>
/// <param name="Decision">Whether consent is given.</param>
/// <param name="Since">Since when.</param>
/// <param name="ConsentId">The decision.</param>
public sealed record CurrentConsent(string Purpose, ContactChannel? Channel, ConsentDecision Decision, DateTimeOffset Since, ConsentId ConsentId)
{
    public static readonly CurrentConsent Example = new(
        "marketing", ContactChannel.Email, ConsentDecision.Granted, new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero),
        ConsentId.Parse("consent_01j00000000000000000000000", null));

    /// <summary>Of everything that was ever decided, what is in force per purpose and channel: the last decision about either this channel or every channel.</summary>
    internal static IReadOnlyList<CurrentConsent> InForce(IReadOnlyList<CurrentConsent> decisions) =>
        [.. decisions.Select(d => (d.Purpose, d.Channel)).Distinct()
            .Select(k => decisions.Where(d => d.Purpose == k.Purpose && (d.Channel is null || d.Channel == k.Channel)).OrderBy(d => d.Since).ThenBy(d => d.ConsentId)
                .Last() with { Channel = k.Channel })
            .OrderBy(c => c.Purpose, StringComparer.Ordinal).ThenBy(c => c.Channel)];
}

internal sealed class GetCurrentConsentsHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<GetCurrentConsents, CurrentConsents>
{
    public async Task<Result<CurrentConsents>> Handle(GetCurrentConsents query, CancellationToken ct)
    {
        var found = await db.Customers.AsNoTracking().Where(c => c.Id == query.CustomerId && c.State != CustomerState.Deleted)
            .Select(c => new
            {
                c.DoNotContact,
                Decisions = db.Consents.Where(d => d.CustomerId == c.Id).Select(d => new CurrentConsent(d.Purpose, d.Channel, d.Decision, d.At, d.Id)).ToList(),
            }).FirstOrDefaultAsync(ct);
        return found is null
            ? Error.NotFound<Customer>()
            : new CurrentConsents(query.CustomerId, found.DoNotContact?.IsInForceAt(clock.GetUtcNow()) == true ? found.DoNotContact : null, CurrentConsent.InForce(found.Decisions));
    }
}
