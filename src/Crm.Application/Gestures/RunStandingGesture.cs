using Crm.Application.Calendars;
using Crm.Application.Members;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Gestures;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>
/// A slice of a day of a standing gesture: at most <see cref="Slice"/> occasions, in one short transaction that also keeps how far it came. While there are more it rings again at once, and
/// else at the next midnight where the tenant is. Repeated, or begun again after a crash, it finds which occasions are settled and gives nothing twice.
/// </summary>
public sealed record RunStandingGesture(StandingGestureId Id) : ICommand<Nothing>, IHandledAgain
{
    public const int Slice = 50;
}

internal sealed class RunStandingGestureHandler(ICrmDb db, Caller caller, TimeProvider clock, WeighingOccasions weighing, MemberLedgers ledgers, OpenTimes times)
    : ICommandHandler<RunStandingGesture, Nothing>
{
    public const string ToBeGiven = "gesture.to_be_given";

    public async Task<Result<Nothing>> Handle(RunStandingGesture command, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), caller.Today(clock));
        var standing = await db.StandingGestures.AsNoTracking().FirstOrDefaultAsync(g => g.Id == command.Id, ct);
        var run = await db.StandingRuns.FirstOrDefaultAsync(r => r.Id == command.Id, ct);
        if (standing is null || run is null)
        {
            db.DropAlarm(Alarms.StandingGestureNight, command.Id.Value);
            return new Nothing();
        }
        // The rule gives, and the audit trail says so.
        caller.Become(caller.Tenant, standing.ResourceId, standing.Content.Name, null, caller.Permissions);
        if (standing.RetiredAt is not null)
        {
            await EndWaiting(standing, now, ct);
            return new Nothing();
        }
        var day = run.Reach(today);
        if (day <= today)
        {
            var coming = standing.Content.IsOn(day) ? await db.OccasionsOn(standing, day, run.After, RunStandingGesture.Slice, caller, ct) : [];
            await Settle(standing, coming, day, now, ct);
            if (coming.Count == RunStandingGesture.Slice)
            {
                run.GoOnAfter(coming[^1].Cause.Value);
            }
            else
            {
                run.EndDay();
            }
        }
        db.MoveAlarm(Alarms.StandingGestureNight, command.Id.Value, run.Day > today ? ProgrammeDays.Midnight(run.Day, caller.Tenant.Settings.TimeZone) : now);
        return new Nothing();
    }

    private async Task Settle(StandingGesture standing, IReadOnlyList<ComingOccasion> coming, DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        var known = coming.Count == 0 ? [] : await db.KeptOf(standing.Id, coming).ToDictionaryAsync(o => (o.CustomerId, o.Occurrence), ct);
        var open = coming.Open(key => known.GetValueOrDefault(key) is { State: not OccasionState.Waiting });
        if (open.Count == 0)
        {
            return;
        }
        var slice = await weighing.Weigh(standing, open, now, ct);
        var deliverAt = await db.DeliveryTime(times, caller, now, ct);
        foreach (var weighed in slice.Occasions)
        {
            var (customer, occurrence) = (weighed.Coming.CustomerId, weighed.Coming.Occurrence);
            if (known.GetValueOrDefault((customer, occurrence)) is not { } occasion)
            {
                db.StandingOccasions.Add(occasion = StandingOccasion.Expect(standing.Id, customer, occurrence, weighed.Coming.Cause, day, now));
            }
            if (weighed.Gesture is not { } gesture)
            {
                occasion.LeaveOut(weighed.Refusal!.Value, now);
            }
            else if (gesture.State == GestureState.Granted && weighed.Member is { } member && ledgers.Pay(gesture, await ledgers.Of(member, ct), caller, now).Failed(out _))
            {
                occasion.LeaveOut(OccasionRefusal.PointsOverflow, now);
            }
            else
            {
                Give(gesture, occasion, weighed.OwnerId, deliverAt, now);
            }
        }
        // Who gives at this moment must not share with the rule what a budget has left, nor thank the same customer.
        db.AskInTurn("gestures", async inner => await weighing.Counted(standing, slice, now, inner) == slice.Counted ? Result.Done : RaceErrors.TurnLost);
    }

    private void Give(Gesture gesture, StandingOccasion occasion, StaffId? owner, DateTimeOffset deliverAt, DateTimeOffset now)
    {
        occasion.Give(gesture, now);
        db.Enter(gesture, caller, now);
        if (gesture is { State: GestureState.Granted, Kind: not GestureKind.Points } && owner is { } who)
        {
            db.Notify(who, ToBeGiven, RecordId.Of(gesture.Id), gesture.CustomerId, now, deliverAt);
        }
    }

    private async Task EndWaiting(StandingGesture standing, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db.StandingOccasions.Where(o => o.StandingGestureId == standing.Id && o.State == OccasionState.Waiting).OrderBy(o => o.DueOn).Take(RunStandingGesture.Slice).ToListAsync(ct);
        waiting.ForEach(o => o.LeaveOut(OccasionRefusal.RuleRetired, now));
        if (waiting.Count == RunStandingGesture.Slice)
        {
            db.MoveAlarm(Alarms.StandingGestureNight, standing.Id.Value, now);
        }
        else
        {
            db.DropAlarm(Alarms.StandingGestureNight, standing.Id.Value);
        }
    }
}
