using System.Collections.Concurrent;
using Crm.Domain;
using Crm.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Calendars;

/// <summary>
/// The open time of calendars in use, kept in memory so that a promise costs neither a query nor a reckoning of the year. A version never
/// changes, so what is kept is never old.
/// </summary>
public sealed class OpenTimes
{
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<(int Tenant, CalendarId Id, int Number), OpenTime> kept = new();

    /// <summary>The open time of a version of a calendar of the tenant whose store this is; refused where there is none.</summary>
    public async ValueTask<Result<OpenTime>> Of(ICrmDb db, int tenant, CalendarId id, int number, CancellationToken ct)
    {
        if (kept.TryGetValue((tenant, id, number), out var known))
        {
            return known;
        }
        var content = await db.CalendarVersions.Where(v => v.CalendarId == id && v.Number == number).Select(v => v.Content).FirstOrDefaultAsync(ct);
        return content is null ? await db.NoVersion(id, ct) : Keep(tenant, id, number, content);
    }

    /// <summary>The open time of the present version, and its number; refused where there is no such calendar.</summary>
    public async ValueTask<Result<(OpenTime OpenTime, int Number)>> OfPresent(ICrmDb db, int tenant, CalendarId id, CancellationToken ct)
    {
        var present = await db.Calendars.Where(c => c.Id == id).Select(c => new { c.Content, c.Version }).FirstOrDefaultAsync(ct);
        return present is null ? Error.NotFound<Calendar>() : (Keep(tenant, id, present.Version, present.Content), present.Version);
    }

    /// <summary>The open times of the present versions of calendars that exist; those that are not known yet are asked for together.</summary>
    public async ValueTask<IReadOnlyDictionary<CalendarId, OpenTime>> OfPresent(
        ICrmDb db, int tenant, IEnumerable<(CalendarId Id, int Number)> present, CancellationToken ct)
    {
        var (found, unknown) = (new Dictionary<CalendarId, OpenTime>(), new List<CalendarId>());
        foreach (var (id, number) in present.Distinct())
        {
            if (kept.TryGetValue((tenant, id, number), out var known))
            {
                found[id] = known;
                continue;
            }
            unknown.Add(id);
        }
        if (unknown.Count > 0)
        {
            foreach (var read in await db.Calendars.Where(c => unknown.Contains(c.Id)).Select(c => new { c.Id, c.Version, c.Content }).ToListAsync(ct))
            {
                found[read.Id] = Keep(tenant, read.Id, read.Version, read.Content);
            }
        }
        return found;
    }

    /// <summary>The open time of a version that was read along with something else.</summary>
    public OpenTime Keep(int tenant, CalendarId id, int number, CalendarContent content)
    {
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }
        return kept.GetOrAdd((tenant, id, number), static (_, c) => OpenTime.Of(c), content);
    }
}
