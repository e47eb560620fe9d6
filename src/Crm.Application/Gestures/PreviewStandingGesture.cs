using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Gestures;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>What a standing gesture would come to on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Data">For whom, at most 50.</param>
/// <param name="More">Whether there are more.</param>
public sealed record StandingGesturePreview(DateOnly On, IReadOnlyList<PreviewedOccasion> Data, bool More)
{
    public const int Most = 50;

    public static readonly StandingGesturePreview Example = new(
        new(2026, 3, 21), [new(CustomerDetails.Example.Id, RecordId.Of(FactDetails.Example.Id), OccasionState.LeftOut, OccasionRefusal.Cooldown, [])], false);
}

/// <summary>What a standing gesture would come to for somebody.</summary>
/// <param name="CustomerId">For whom.</param>
/// <param name="Cause">The record because of which.</param>
/// <param name="State">Whether it would be given, asked or left out.</param>
/// <param name="Refusal">Why it would be left out.</param>
/// <param name="Concerns">Why a person would be asked.</param>
public sealed record PreviewedOccasion(CustomerId CustomerId, RecordId Cause, OccasionState State, OccasionRefusal? Refusal, IReadOnlyList<GestureConcern> Concerns);

public sealed record PreviewStandingGesture(StandingGestureId Id, DateOnly? On) : IQuery<StandingGesturePreview>;

internal sealed class PreviewStandingGestureHandler(ICrmDb db, Caller caller, TimeProvider clock, WeighingOccasions weighing) : IQueryHandler<PreviewStandingGesture, StandingGesturePreview>
{
    public async Task<Result<StandingGesturePreview>> Handle(PreviewStandingGesture query, CancellationToken ct)
    {
        if (await db.StandingGestures.AsNoTracking().FirstOrDefaultAsync(g => g.Id == query.Id, ct) is not { } standing)
        {
            return Error.NotFound<StandingGesture>();
        }
        var on = query.On ?? caller.Today(clock).AddDays(1);
        var found = standing.Content.IsOn(on) && standing.RetiredAt is null ? await db.OccasionsOn(standing, on, Guid.Empty, StandingGesturePreview.Most + 1, caller, ct) : [];
        var settled = await Settled(standing.Id, found, ct);
        var coming = found.Take(StandingGesturePreview.Most).Open(settled.Contains);
        var weighed = coming.Count == 0 ? [] : (await weighing.Weigh(standing, coming, clock.GetUtcNow(), ct)).Occasions;
        return new StandingGesturePreview(on, [.. weighed.Select(Row)], found.Count > StandingGesturePreview.Most);
    }

    private static PreviewedOccasion Row(WeighedOccasion weighed) => new(
        weighed.Coming.CustomerId, weighed.Coming.Cause,
        weighed.Gesture?.State switch { null => OccasionState.LeftOut, GestureState.Granted => OccasionState.Given, _ => OccasionState.Asked }, weighed.Refusal, weighed.Gesture?.Concerns ?? []);

    private async Task<HashSet<(CustomerId, string)>> Settled(StandingGestureId id, IReadOnlyList<ComingOccasion> found, CancellationToken ct) => found.Count == 0 ? []
        : [.. (await db.KeptOf(id, found).Where(o => o.State != OccasionState.Waiting).Select(o => new { o.CustomerId, o.Occurrence }).ToListAsync(ct)).Select(o => (o.CustomerId, o.Occurrence))];
}
