using Crm.Domain.Gestures;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>A standing gesture as far as what happens must know it.</summary>
public sealed record StandingInForce(StandingGestureId Id, StandingGestureContent Content);

/// <summary>The standing gestures of tenants, remembered for a few seconds, so that what happens asks for none where there are none.</summary>
public sealed class StandingGesturesInForce(TimeProvider clock)
{
    private const int MostKept = 2_000;

    private readonly Remembered<int, IReadOnlyList<StandingInForce>> kept = new(clock, MostKept);

    public ValueTask<IReadOnlyList<StandingInForce>> Of(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, async (_, inner) =>
        await db.StandingGestures.Where(g => g.RetiredAt == null).Select(g => new StandingInForce(g.Id, g.Content)).ToListAsync(inner), ct);

    public void Forget(int tenant) => kept.Forget(tenant);
}
