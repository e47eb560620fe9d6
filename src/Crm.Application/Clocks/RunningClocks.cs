using Crm.Application.Calendars;
using Crm.Application.KeyAccounts;
using Crm.Application.Members;
using Crm.Application.Policies;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Clocks;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Clocks;

/// <summary>
/// The clocks of records, for the features whose records have any: started by the policy in force, and driven by what happens to the record in the
/// transaction in which it happens.
/// </summary>
public sealed class RunningClocks(
    ICrmDb db, Caller caller, TimeProvider time, OpenTimes times, PoliciesInForce policies, KeyStandings standings, MemberTiers tiers)
{
    private readonly Dictionary<CalendarId, (OpenTime OpenTime, int Number)> present = [];

    /// <summary>Starts a clock by the policy in force, or by terms of its own; refused where neither has a target.</summary>
    /// <param name="done">Whether what it waits for is done in the same breath.</param>
    public async Task<Result<Clock>> Start(ClockPurpose purpose, DateTimeOffset startedAt, CancellationToken ct, ClockTerms? own = null, bool done = false)
    {
        var now = time.GetUtcNow();
        purpose = purpose with { Facts = await Complete(purpose.Facts, purpose.CustomerId, ct) };
        if ((own is null ? await Terms(purpose.Facts, now, ct) : own).Failed(out var error, out var terms)
            || (await OpenTimeOf(terms.CalendarId, terms.CalendarVersion, ct)).Failed(out error, out var open)
            || Clock.Start(purpose, terms, open, startedAt, caller.StaffId, now).Failed(out error, out var clock))
        {
            return error;
        }
        if (done)
        {
            clock.Fulfil(open, caller.StaffId, now);
        }
        db.Append([clock]);
        db.Record(clock, null);
        return clock;
    }

    /// <summary>The clocks of a record, to be driven together. One query.</summary>
    public async Task<Result<SubjectClocks>> Of(RecordId subject, CancellationToken ct)
    {
        var found = await db.Clocks.Where(c => c.Subject == subject).OrderBy(c => c.Id).ToListAsync(ct);
        var clocks = new List<(Clock Clock, OpenTime OpenTime)>(found.Count);
        foreach (var clock in found)
        {
            if ((await OpenTimeOf(clock.CalendarId, clock.CalendarVersion, ct)).Failed(out var error, out var open))
            {
                return error;
            }
            clocks.Add((clock, open));
        }
        return new SubjectClocks(db, caller, time, clocks);
    }

    /// <summary>The terms of something that is due at an instant of its own; only who is told on the way is the policy's.</summary>
    /// <param name="from">Since when time counts for it.</param>
    /// <param name="customer">Whose standing completes the facts; null where they are complete, as those of a clock that runs.</param>
    public async Task<Result<ClockTerms>> TermsUntil(
        DateTimeOffset due, DateTimeOffset from, CalendarId? calendar, int? version, ClockFacts facts, CustomerId? customer, CancellationToken ct)
    {
        if ((await OpenTimeOf(calendar, version, ct)).Failed(out var error, out var open))
        {
            return error;
        }
        return await TermsOf(open.Measure(from, due), calendar, version, [], facts, customer, ct);
    }

    /// <summary>The terms of a target of its own; only who is told on the way is the policy's.</summary>
    public async Task<ClockTerms> TermsOf(
        TimeSpan target, CalendarId? calendar, int? version, IReadOnlyList<WaitState> pausedIn, ClockFacts facts, CustomerId? customer, CancellationToken ct)
    {
        var chosen = await policies.Choose(db, caller.Tenant.Number, await Complete(facts, customer, ct), time.GetUtcNow(), ct);
        return new ClockTerms(target, calendar, version, chosen?.PolicyId, chosen?.PolicyVersion, pausedIn, Rungs: chosen?.Rungs ?? PolicyPresets.Standard.Rungs);
    }

    /// <summary>Lets the running clock of a record be due at another instant, as was agreed.</summary>
    public async Task<Result> Retarget(RecordId subject, Metric metric, DateTimeOffset due, CalendarId? calendar, int? version, CancellationToken ct)
    {
        var clock = await db.Clocks.Where(c => c.Subject == subject && c.Metric == metric).OrderByDescending(c => c.Instance).FirstOrDefaultAsync(ct);
        if (clock is null)
        {
            return Result.Done;
        }
        var woke = clock.WakesAt;
        if ((await OpenTimeOf(clock.CalendarId, clock.CalendarVersion, ct)).Failed(out var error, out var before)
            || (await OpenTimeOf(calendar, version, ct)).Failed(out error, out var after)
            || (await TermsUntil(due, clock.StartedAt, calendar, version, clock.Facts, null, ct)).Failed(out error, out var terms)
            || clock.Recalculate(terms, before, after, Pauses.None, caller.StaffId, time.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        db.Record(clock, woke);
        return Result.Done;
    }

    /// <summary>The facts of a clock with what the customer is to us, by which policies ask.</summary>
    private async ValueTask<ClockFacts> Complete(ClockFacts facts, CustomerId? customer, CancellationToken ct) =>
        await tiers.Complete(await standings.Complete(facts, customer, ct), customer, ct);

    /// <summary>What a clock with these facts would be measured by now.</summary>
    public async Task<Result<ClockTerms>> Terms(ClockFacts facts, DateTimeOffset now, CancellationToken ct)
    {
        if (await policies.Choose(db, caller.Tenant.Number, facts, now, ct) is not { } chosen)
        {
            return ClockErrors.NoTarget;
        }
        var target = chosen.Target;
        var calendar = target.CountsAllTime() ? null : target.CalendarId ?? caller.Tenant.Settings.DefaultCalendarId;
        if ((await PresentVersion(calendar, ct)).Failed(out var error, out var version))
        {
            return error;
        }
        return new ClockTerms(target.Target, calendar, version, chosen.PolicyId, chosen.PolicyVersion, target.PausedIn, target.MostPause, chosen.Rungs);
    }

    /// <summary>The version of a calendar that counts for what starts now.</summary>
    public async ValueTask<Result<int?>> PresentVersion(CalendarId? calendar, CancellationToken ct)
    {
        if (calendar is not { } id)
        {
            return (int?)null;
        }
        if (!present.TryGetValue(id, out var known))
        {
            if ((await times.OfPresent(db, caller.Tenant.Number, id, ct)).Failed(out _, out known))
            {
                return CalendarErrors.Unknown.About("/calendarId");
            }
            present[id] = known;
        }
        return known.Number;
    }

    public async ValueTask<Result<OpenTime>> OpenTimeOf(CalendarId? calendar, int? version, CancellationToken ct) =>
        calendar is { } id ? await times.Of(db, caller.Tenant.Number, id, version!.Value, ct) : OpenTime.Always;
}

/// <summary>The clocks of one record. What happens to the record happens to all of them that it concerns; the others are left alone.</summary>
public sealed class SubjectClocks(ICrmDb db, Caller caller, TimeProvider time, IReadOnlyList<(Clock Clock, OpenTime OpenTime)> clocks)
{
    /// <summary>How many clocks of a metric there are.</summary>
    public int Instances(Metric metric) => clocks.Count(c => c.Clock.Metric == metric);

    /// <summary>When the first of those that run is due.</summary>
    public DateTimeOffset? FirstDue => clocks.Where(c => c.Clock.State == ClockState.Running).Min(c => c.Clock.DueAt);

    public bool Runs(Metric metric) => clocks.Any(c => c.Clock.Metric == metric && !c.Clock.HasEnded);

    public void Fulfil(params ReadOnlySpan<Metric> metrics)
    {
        foreach (var metric in metrics)
        {
            Each(c => c.Metric == metric && !c.HasEnded, (c, open, now) => c.Fulfil(open, caller.StaffId, now));
        }
    }

    /// <summary>Lets stand still what may for this reason.</summary>
    public void Pause(WaitState waitsFor) =>
        Each(c => c.State == ClockState.Running && !Metrics.NeverPauses(c.Metric) && c.PausedIn.Contains(waitsFor), (c, open, now) => c.Pause(waitsFor, open, caller.StaffId, now));

    public void Resume() => Each(c => c.State == ClockState.Paused, (c, open, now) => c.Resume(open, caller.StaffId, now));

    /// <summary>Lets go on what had ended: the total time of a matter that comes back.</summary>
    public void Reopen(Metric metric) =>
        Each(c => c.Metric == metric && c.State is ClockState.Fulfilled or ClockState.FulfilledLate, (c, open, now) => c.Reopen(open, caller.StaffId, now));

    public void Cancel(Metric metric) => Each(c => c.Metric == metric && !c.HasEnded, (c, open, now) => c.Cancel(open, caller.StaffId, now));

    public void CancelAllBut(Metric metric) => Each(c => c.Metric != metric && !c.HasEnded, (c, open, now) => c.Cancel(open, caller.StaffId, now));

    private void Each(Func<Clock, bool> concerned, Func<Clock, OpenTime, DateTimeOffset, Result> act)
    {
        foreach (var (clock, open) in clocks.Where(c => concerned(c.Clock)))
        {
            var woke = clock.WakesAt;
            // What a clock refuses here, it refused because it had come to that by itself.
            _ = act(clock, open, time.GetUtcNow());
            db.Record(clock, woke);
        }
    }
}
