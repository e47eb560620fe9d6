using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Gestures;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>Somebody for whom there is an occasion, found by a record.</summary>
/// <param name="Counts">Whether it is one after all; one that is not only keeps the place.</param>
internal sealed record ComingOccasion(CustomerId CustomerId, RecordId Cause, string Occurrence, bool Counts = true);

/// <summary>
/// For whom a standing gesture has an occasion on a day, in the order of the records that say so and after one of them: so many at most, from an index, however many customers there are.
/// </summary>
internal static class ComingOccasions
{
    private const int LastOfShortFebruary = 228, LeapDay = 229;

    public static async Task<IReadOnlyList<ComingOccasion>> OccasionsOn(this ICrmDb db, StandingGesture standing, DateOnly day, Guid after, int most, Caller caller, CancellationToken ct)
    {
        var yearly = StandingOccasion.OccurrenceIn(standing.Content.Trigger, day.Year);
        return standing.Content.Trigger switch
        {
            GestureTrigger.Birthday => await db.Birthdays(standing.Content, day, new(after), most, yearly, ct),
            GestureTrigger.CustomerAnniversary => await InEarlierYears(day, after, most, caller, (from, until, left) => db.Became(standing.Content, new(from), new(until), left, yearly, ct)),
            GestureTrigger.MemberAnniversary => await InEarlierYears(day, after, most, caller, (from, until, left) => db.Joined(standing.Content, new(from), new(until), left, yearly, ct)),
            _ => await db.Waiting(standing.Id, day, most, ct),
        };
    }

    /// <summary>Those of them that are kept already.</summary>
    public static IQueryable<StandingOccasion> KeptOf(this ICrmDb db, StandingGestureId id, IReadOnlyList<ComingOccasion> coming)
    {
        var (customers, occurrences) = (coming.Select(c => c.CustomerId).Distinct().ToList(), coming.Select(c => c.Occurrence).Distinct().ToList());
        return db.StandingOccasions.Where(o => o.StandingGestureId == id && customers.Contains(o.CustomerId) && occurrences.Contains(o.Occurrence));
    }

    /// <summary>Those that are still to be settled, each once.</summary>
    public static List<ComingOccasion> Open(this IEnumerable<ComingOccasion> coming, Func<(CustomerId, string), bool> isSettled) =>
        [.. coming.Where(c => c.Counts).DistinctBy(c => (c.CustomerId, c.Occurrence)).Where(c => !isSettled((c.CustomerId, c.Occurrence)))];

    /// <summary>What waits for a day; what is settled waits no more, so that the next ones are found without a place to go on from.</summary>
    private static async Task<IReadOnlyList<ComingOccasion>> Waiting(this ICrmDb db, StandingGestureId id, DateOnly day, int most, CancellationToken ct) =>
        await db.StandingOccasions.Where(o => o.StandingGestureId == id && o.State == OccasionState.Waiting && o.DueOn <= day)
            .OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(most).Select(o => new ComingOccasion(o.CustomerId, o.Cause, o.Occurrence)).ToListAsync(ct);

    private static async Task<IReadOnlyList<ComingOccasion>> Birthdays(
        this ICrmDb db, StandingGestureContent content, DateOnly day, FactId after, int most, string yearly, CancellationToken ct)
    {
        var (programme, found) = (content.ProgrammeId, new List<(FactId Id, CustomerId CustomerId)>());
        // Each day by itself, so that the index of birthdays leads in the order of the facts.
        foreach (var on in IsLastOfShortFebruary(day) ? [LastOfShortFebruary, LeapDay] : new[] { NumberOf(day) })
        {
            var facts = await db.Facts.Where(f => f.BirthdayOn == on && f.Id > after && db.Customers.Any(c => c.Id == f.CustomerId && c.State == CustomerState.Active)
                    && (programme == null || db.Members.Any(m => m.ProgrammeId == programme && m.CustomerId == f.CustomerId && m.LeftAt == null)))
                .OrderBy(f => f.Id).Take(most).Select(f => new { f.Id, f.CustomerId }).ToListAsync(ct);
            found.AddRange(facts.Select(f => (f.Id, f.CustomerId)));
        }
        return [.. found.OrderBy(f => f.Id).Take(most).Select(f => new ComingOccasion(f.CustomerId, RecordId.Of(f.Id), yearly))];
    }

    private static async Task<IReadOnlyList<ComingOccasion>> Became(
        this ICrmDb db, StandingGestureContent content, LifecycleChangeId from, LifecycleChangeId until, int most, string yearly, CancellationToken ct)
    {
        var programme = content.ProgrammeId;
        var found = await db.LifecycleChanges.Where(l => l.To == Lifecycle.Customer && l.Id > from && l.Id < until
                && db.Customers.Any(c => c.Id == l.CustomerId && c.State == CustomerState.Active && (c.Lifecycle == Lifecycle.Customer || c.Lifecycle == Lifecycle.WonBack))
                && (programme == null || db.Members.Any(m => m.ProgrammeId == programme && m.CustomerId == l.CustomerId && m.LeftAt == null)))
            .OrderBy(l => l.Id).Take(most).Select(l => new { l.Id, l.CustomerId }).ToListAsync(ct);
        // By customer alone, so that the few changes of each are read and not everybody's; who became one again has the anniversary of the first time.
        var ids = found.Select(l => l.CustomerId).Distinct().ToList();
        var changes = ids.Count == 0 ? [] : await db.LifecycleChanges.Where(l => ids.Contains(l.CustomerId)).Select(l => new { l.Id, l.CustomerId, l.To }).ToListAsync(ct);
        var first = changes.Where(l => l.To == Lifecycle.Customer).GroupBy(l => l.CustomerId).Select(g => g.Min(l => l.Id)).ToHashSet();
        return [.. found.Select(l => new ComingOccasion(l.CustomerId, RecordId.Of(l.Id), yearly, first.Contains(l.Id)))];
    }

    private static async Task<IReadOnlyList<ComingOccasion>> Joined(
        this ICrmDb db, StandingGestureContent content, MemberId from, MemberId until, int most, string yearly, CancellationToken ct)
    {
        var found = await db.Members.Where(m => m.ProgrammeId == content.ProgrammeId && m.Id > from && m.Id < until && m.LeftAt == null
                && db.Customers.Any(c => c.Id == m.CustomerId && c.State == CustomerState.Active))
            .OrderBy(m => m.Id).Take(most).Select(m => new { m.CustomerId, m.Id }).ToListAsync(ct);
        return [.. found.Select(m => new ComingOccasion(m.CustomerId, RecordId.Of(m.Id), yearly))];
    }

    /// <summary>Goes through the same day of each earlier year of the tenant. Ids tell when they were made, so each day is a span of them, and the spans are in order.</summary>
    private static async Task<IReadOnlyList<ComingOccasion>> InEarlierYears(
        DateOnly day, Guid after, int most, Caller caller, Func<Guid, Guid, int, Task<IReadOnlyList<ComingOccasion>>> find)
    {
        var (zone, found) = (caller.Tenant.Settings.TimeZone, new List<ComingOccasion>());
        for (var year = caller.DayOf(UuidV7.TimeOf(caller.Tenant.Id.Value)).Year; year < day.Year && found.Count < most; year++)
        {
            if (day.Day > DateTime.DaysInMonth(year, day.Month))
            {
                continue;
            }
            var first = new DateOnly(year, day.Month, day.Day);
            // Who began on the 29th of February has the 28th in a year without one.
            var end = first.AddDays(IsLastOfShortFebruary(day) && DateTime.IsLeapYear(year) ? 2 : 1);
            var (from, until) = (UuidV7.FirstAt(ProgrammeDays.Midnight(first, zone)), UuidV7.FirstAt(ProgrammeDays.Midnight(end, zone)));
            from = new MemberId(after) > new MemberId(from) ? after : from;
            if (new MemberId(from) < new MemberId(until))
            {
                found.AddRange(await find(from, until, most - found.Count));
            }
        }
        return found;
    }

    private static bool IsLastOfShortFebruary(DateOnly day) => NumberOf(day) == LastOfShortFebruary && !DateTime.IsLeapYear(day.Year);

    private static int NumberOf(DateOnly day) => (100 * day.Month) + day.Day;
}
