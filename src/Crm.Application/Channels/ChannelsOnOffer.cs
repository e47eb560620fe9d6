using Crm.Application.Calendars;
using Crm.Domain.Calendars;
using Crm.Domain.Channels;
using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Channels;

/// <summary>A channel as it is offered. <paramref name="Hours"/>: null where it is always open.</summary>
public sealed record ChannelOnOffer(
    ChannelId Id, Channel Kind, string Name, string Address, CostToCustomer CostToCustomer, string? CostText, string? WhoSees, int Position, OpenTime? Hours);

/// <summary>
/// What tenants offer now, remembered for a few seconds, so that the questions of everybody who may ask without a credential cost the
/// store next to nothing. Whether it is open is reckoned anew for every question.
/// </summary>
public sealed class ChannelsOnOffer(OpenTimes times, TimeProvider clock)
{
    private const int MostKept = 10_000;

    private readonly Remembered<int, IReadOnlyList<ChannelOnOffer>> kept = new(clock, MostKept);

    /// <summary>What the tenant offered a moment ago.</summary>
    public ValueTask<IReadOnlyList<ChannelOnOffer>> Recently(ICrmDb db, int tenant, CancellationToken ct) =>
        kept.Get(tenant, (number, inner) => Now(db, number, inner), ct);

    /// <summary>
    /// What the tenant offers now: what costs its customers nothing first, then by position. One query, and another one where there are calendars
    /// that this process does not know yet.
    /// </summary>
    public async Task<IReadOnlyList<ChannelOnOffer>> Now(ICrmDb db, int tenant, CancellationToken ct)
    {
        var rows = await db.Channels.Where(c => c.WithdrawnAt == null && c.Active).OrderBy(c => c.Id).Take(CustomerChannel.Most).Select(c => new
        {
            c.Id,
            c.Kind,
            c.Name,
            c.Address,
            c.CostToCustomer,
            c.CostText,
            c.WhoSees,
            c.Position,
            c.CalendarId,
            Number = db.Calendars.Where(k => k.Id == c.CalendarId).Select(k => (int?)k.Version).FirstOrDefault(),
        }).ToListAsync(ct);
        var hours = await times.OfPresent(db, tenant, rows.Where(r => r.CalendarId is not null).Select(r => (r.CalendarId!.Value, r.Number!.Value)), ct);
        return
        [
            .. rows.OrderBy(r => !ChannelContent.CostsNothing(r.CostToCustomer)).ThenBy(r => r.Position).ThenBy(r => r.Id).Select(r => new ChannelOnOffer(
                r.Id, r.Kind, r.Name, r.Address, r.CostToCustomer, r.CostText, r.WhoSees, r.Position, r.CalendarId is { } calendar ? hours[calendar] : null)),
        ];
    }

    /// <summary>Forgets what a tenant offered, since it changed.</summary>
    public void Forget(int tenant) => kept.Forget(tenant);
}
