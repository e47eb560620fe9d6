using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

/// <summary>What the worker does when the day of a milestone is over: who owns what was not reached, and their manager, are told once.</summary>
public sealed record CheckPlanMilestones(RelationshipPlanId Id) : ICommand<Nothing>, IHandledAgain;

internal sealed class CheckPlanMilestonesHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : ICommandHandler<CheckPlanMilestones, Nothing>
{
    public const string Notice = "plan.milestone_overdue";

    public async Task<Result<Nothing>> Handle(CheckPlanMilestones command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.RelationshipPlans.FirstOrDefaultAsync(p => p.Id == command.Id, ct) is not { } plan)
        {
            db.DropAlarm(Alarms.PlanMilestoneDue, command.Id.Value);
            return new Nothing();
        }
        var overdue = plan.FallDue(caller.Today(clock), now);
        var deliverAt = overdue.Count > 0 ? await db.DeliveryTime(times, caller, now, ct) : now;
        var owners = overdue.Select(m => m.OwnerId).Distinct().ToList();
        foreach (var owner in owners)
        {
            var receiver = await db.Receiver(owner, now, ct);
            foreach (var told in new[] { owner, receiver?.AccountableId ?? owner }.Distinct())
            {
                db.Notify(told, Notice, RecordId.Of(plan.Id), plan.CustomerId, now, deliverAt);
            }
        }
        if (plan.NextDue() is { } day)
        {
            db.MoveAlarm(Alarms.PlanMilestoneDue, command.Id.Value, PlanRecords.AfterDay(day, caller));
        }
        else
        {
            db.DropAlarm(Alarms.PlanMilestoneDue, command.Id.Value);
        }
        return new Nothing();
    }
}
