using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>
/// The programmes of tenants, remembered for a few seconds, so that a purchase of somebody who is in none costs no query. What this process changes it forgets at once; what another
/// one changes shows within four seconds, and an entry says by which version it was made.
/// </summary>
public sealed class ProgrammesInForce(TimeProvider clock)
{
    private const int MostKept = 2_000;

    private readonly Remembered<int, IReadOnlyList<ProgrammeInForce>> kept = new(clock, MostKept);

    /// <summary>All of the tenant's, those out of use included.</summary>
    public ValueTask<IReadOnlyList<ProgrammeInForce>> Of(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, async (_, inner) =>
        await db.Programmes.Select(p => new ProgrammeInForce(p.Id, p.Version, p.Content, p.RetiredAt != null)).ToListAsync(inner), ct);

    public async ValueTask<ProgrammeInForce?> Find(ICrmDb db, int tenant, ProgrammeId id, CancellationToken ct) =>
        (await Of(db, tenant, ct)).FirstOrDefault(p => p.Id == id);

    public void Forget(int tenant) => kept.Forget(tenant);
}
