using Crm.Application.Programmes;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

/// <summary>
/// The tiers of customers, by which policies ask (S5-LOYAL-2): a gold member's matter runs under gold targets. A tenant without tiers costs nothing; otherwise it is one query for a
/// customer and a unit of work.
/// </summary>
public sealed class MemberTiers(ICrmDb db, Caller caller, ProgrammesInForce programmes)
{
    private readonly Dictionary<CustomerId, string?> asked = [];

    /// <summary>The tier of the customer's oldest membership that has one.</summary>
    public async ValueTask<string?> Of(CustomerId? customer, CancellationToken ct)
    {
        if (customer is not { } id || !(await programmes.Of(db, caller.Tenant.Number, ct)).Any(p => p.Content.Tiers is not null))
        {
            return null;
        }
        if (!asked.TryGetValue(id, out var tier))
        {
            asked[id] = tier = await db.Members.Where(m => m.CustomerId == id && m.LeftAt == null && m.TierCode != null).OrderBy(m => m.Id).Select(m => m.TierCode).FirstOrDefaultAsync(ct);
        }
        return tier;
    }

    /// <summary>The facts of a clock with the customer's tier, unless one is told already.</summary>
    public async ValueTask<ClockFacts> Complete(ClockFacts facts, CustomerId? customer, CancellationToken ct) =>
        facts.Tier is null && await Of(customer, ct) is { } tier ? facts with { Tier = tier } : facts;
}
