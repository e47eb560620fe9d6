using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Gestures;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>Somebody for whom there is an occasion, found by a record.</summary>
internal sealed record ComingOccasion(CustomerId CustomerId, RecordId Cause, string Occurrence);

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

    /// <summary>What waits for a day; what is settled waits no more, so that the next ones are found without a place to go on from.</summary>
    public static async Task<IReadOnlyList<ComingOccasion>> Waiting(this ICrmDb db, StandingGestureId id, DateOnly? day, int most, CancellationToken ct) =>
        await db.StandingOccasions.Where(o => o.StandingGestureId == id && o.State == OccasionState.Waiting && (day == null || o.DueOn <= day))
            .OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(most).Select(o => new ComingOccasion(o.CustomerId, o.Cause, o.Occurrence)).ToListAsync(ct);

    private static async Task<IReadOnlyList<ComingOccasion>> Birthdays(
        this ICrmDb db, StandingGestureContent content, DateOnly day, FactId after, int most, string yearly, CancellationToken ct)
    {
        var (on, or) = (100 * day.Month + day.Day, IsLastOfShortFebruary(day) ? LeapDay : 0);
        var to = db.Receivers(content);
        var found = await db.Facts.Where(f => (f.BirthdayOn == on || f.BirthdayOn == or) && f.Id > after && to.Contains(f.CustomerId))
            .OrderBy(f => f.Id).Take(most).Select(f => new { f.CustomerId, f.Id }).ToListAsync(ct);
        return [.. found.Select(f => new ComingOccasion(f.CustomerId, RecordId.Of(f.Id), yearly))];
    }

    private static async Task<IReadOnlyList<ComingOccasion>> Became(
        this ICrmDb db, StandingGestureContent content, LifecycleChangeId from, LifecycleChangeId until, int most, string yearly, CancellationToken ct)
    {
        var to = db.Receivers(content).Where(id => db.Customers.Any(c => c.Id == id && (c.Lifecycle == Lifecycle.Customer || c.Lifecycle == Lifecycle.WonBack)));
        var found = await db.LifecycleChanges.Where(c => c.To == Lifecycle.Customer && c.Id > from && c.Id < until && to.Contains(c.CustomerId)
                && !db.LifecycleChanges.Any(e => e.CustomerId == c.CustomerId && e.To == Lifecycle.Customer && e.Id < c.Id))
            .OrderBy(c => c.Id).Take(most).Select(c => new { c.CustomerId, c.Id }).ToListAsync(ct);
        return [.. found.Select(c => new ComingOccasion(c.CustomerId, RecordId.Of(c.Id), yearly))];
    }

    private static async Task<IReadOnlyList<ComingOccasion>> Joined(
        this ICrmDb db, StandingGestureContent content, MemberId from, MemberId until, int most, string yearly, CancellationToken ct)
    {
        var to = db.Receivers(content);
        var found = await db.Members.Where(m => m.ProgrammeId == content.ProgrammeId && m.Id > from && m.Id < until && m.LeftAt == null && to.Contains(m.CustomerId))
            .OrderBy(m => m.Id).Take(most).Select(m => new { m.CustomerId, m.Id }).ToListAsync(ct);
        return [.. found.Select(m => new ComingOccasion(m.CustomerId, RecordId.Of(m.Id), yearly))];
    }

    /// <summary>Those in use, and where it is about a programme its members.</summary>
    private static IQueryable<CustomerId> Receivers(this ICrmDb db, StandingGestureContent content)
    {
        var active = db.Customers.Where(c => c.State == CustomerState.Active);
        return content.ProgrammeId is { } programme
            ? active.Where(c => db.Members.Any(m => m.ProgrammeId == programme && m.CustomerId == c.Id && m.LeftAt == null)).Select(c => c.Id)
            : active.Select(c => c.Id);
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

    private static bool IsLastOfShortFebruary(DateOnly day) => 100 * day.Month + day.Day == LastOfShortFebruary && !DateTime.IsLeapYear(day.Year);
}
