using Crm.Domain.Phrases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Phrases;

/// <summary>
/// The phrase guard of each tenant, remembered for a few seconds, for whatever goes out to customers. A change made in this process is known in it
/// at once.
/// </summary>
public sealed class PhraseCheck(TimeProvider clock)
{
    private const int MostKept = 1000;

    private static readonly PhraseGuards AsShipped = new(ShippedPhrases.With([]));

    private readonly Remembered<int, PhraseGuards> kept = new(clock, MostKept);

    /// <summary>What the lists of a language have in a text; all lists where no language is given. No more than one query, and mostly none.</summary>
    public async ValueTask<PhraseFindings> Of(ICrmDb db, int tenant, string text, string? language, CancellationToken ct) =>
        (await Guards(db, tenant, ct)).Check(text, language);

    /// <summary>The lists themselves, for who checks several texts.</summary>
    public ValueTask<PhraseGuards> Guards(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, (_, inner) => Load(db, inner), ct);

    /// <summary>Forgets a tenant's lists, since they changed.</summary>
    public void Forget(int tenant) => kept.Forget(tenant);

    private static async Task<PhraseGuards> Load(ICrmDb db, CancellationToken ct)
    {
        var rows = await db.Phrases.AsNoTracking().Where(p => p.RemovedAt == null || p.Origin == PhraseOrigin.Shipped).ToListAsync(ct);
        return rows.Count == 0 ? AsShipped : new(ShippedPhrases.With(rows));
    }
}
