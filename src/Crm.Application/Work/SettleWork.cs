using Crm.Domain;
using Crm.Domain.Staff;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Goes on with the work of somebody who came or left, a portion at a time, until nothing is left to do.</summary>
public sealed record SettleWork(StaffId StaffId) : ICommand<Nothing>;

internal sealed class SettleWorkHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<SettleWork, Nothing>
{
    public async Task<Result<Nothing>> Handle(SettleWork command, CancellationToken ct)
    {
        var member = await db.Staff.FirstOrDefaultAsync(s => s.Id == command.StaffId, ct);
        if (member is null)
        {
            db.DropAlarm(Alarms.WorkSettle, command.StaffId.Value);
            return new Nothing();
        }
        var now = clock.GetUtcNow();
        if (await db.Settle(member, caller, now, ct) is { } again)
        {
            db.MoveAlarm(Alarms.WorkSettle, command.StaffId.Value, again);
        }
        else
        {
            db.DropAlarm(Alarms.WorkSettle, command.StaffId.Value);
        }
        return new Nothing();
    }
}

/// <summary>At every instant exactly one accountable owner, also when staff come and go (S3-OWNER-1).</summary>
internal static class Settling
{
    private const int Portion = 200;
    private static readonly TimeSpan UntilSomebodyComes = TimeSpan.FromMinutes(15);

    /// <summary>Gives to who came what nobody owns, and what who left owns to others. Answers when to go on, if there is more.</summary>
    public static Task<DateTimeOffset?> Settle(this ICrmDb db, StaffMember member, Caller caller, DateTimeOffset now, CancellationToken ct) =>
        member.Active ? db.TakeUp(member, now, ct) : db.PassOn(member, caller, now, ct);

    /// <summary>Settles what is to be settled at once, and lets an alarm ring for the rest.</summary>
    public static async Task SettleFirst(this ICrmDb db, StaffId id, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var member = db.Staff.Local.First(s => s.Id == id);
        if (await db.Settle(member, caller, now, ct) is { } again)
        {
            db.DropAlarm(Alarms.WorkSettle, id.Value);
            db.SetAlarm(Alarms.WorkSettle, id.Value, again);
        }
    }

    private static async Task<DateTimeOffset?> TakeUp(this ICrmDb db, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        var unowned = await db.WorkItems.Where(w => w.OwnerId == null && w.State == WorkState.Open).OrderBy(w => w.RankAt).ThenBy(w => w.Id).Take(Portion).ToListAsync(ct);
        foreach (var item in unowned)
        {
            item.Reassign(new(member.Id, member.ManagerId ?? member.Id, [AssignmentReason.WasUnowned]), now);
            db.Record(item);
            db.DropAlarm(Alarms.WorkUnowned, item.Id.Value);
        }
        return unowned.Count == Portion ? now : null;
    }

    private static async Task<DateTimeOffset?> PassOn(this ICrmDb db, StaffMember left, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var theirs = await db.WorkItems.Where(w => w.OwnerId == left.Id && w.State == WorkState.Open).OrderBy(w => w.RankAt).ThenBy(w => w.Id).Take(Portion).ToListAsync(ct);
        if (theirs.Count == 0)
        {
            return null;
        }
        var manager = await db.Staff.Where(s => s.Id == left.ManagerId && s.Active).Select(s => new { s.Id, s.ManagerId }).FirstOrDefaultAsync(ct);
        var owner = manager is not null
            ? new Owner(manager.Id, manager.ManagerId ?? manager.Id, [AssignmentReason.OwnerLeft])
            : await db.ChooseOwner(caller, null, null, [left.Id], now, ct) is { } chosen ? chosen with { Reasons = [AssignmentReason.OwnerLeft, .. chosen.Reasons] } : null;
        if (owner is null)
        {
            // Nobody works here. It stays theirs until somebody does, since an owner who left is more than none.
            return now + UntilSomebodyComes;
        }
        foreach (var item in theirs)
        {
            var waited = item.HandOver is not null;
            item.Reassign(owner, now);
            db.Record(item, handOverEnded: waited);
        }
        return theirs.Count == Portion ? now : null;
    }
}

internal sealed class SettleWorkWhenStaffEmployed(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<StaffEmployed>
{
    public Task Handle(StaffEmployed happened, CancellationToken ct) =>
        db.Staff.Local.Any(s => s.Id == happened.StaffId && s.Active) ? db.SettleFirst(happened.StaffId, caller, clock.GetUtcNow(), ct) : Task.CompletedTask;
}

internal sealed class SettleWorkWhenStaffReturned(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<StaffReturned>
{
    public Task Handle(StaffReturned happened, CancellationToken ct) => db.SettleFirst(happened.StaffId, caller, clock.GetUtcNow(), ct);
}

internal sealed class SettleWorkWhenStaffLeft(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<StaffLeft>
{
    public Task Handle(StaffLeft happened, CancellationToken ct) => db.SettleFirst(happened.StaffId, caller, clock.GetUtcNow(), ct);
}
