using Crm.Domain;
using Crm.Domain.Staff;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Goes on with the work of somebody who came or left, a portion at a time, until nothing is left to do.</summary>
public sealed record SettleWork(StaffId StaffId) : ICommand<Nothing>;

internal sealed class SettleWorkHandler(ICrmDb db, TimeProvider clock, Settling settling) : ICommandHandler<SettleWork, Nothing>
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
        if (await settling.Settle(member, now, ct) is { } again)
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

/// <summary>At every instant exactly one accountable owner, also when staff come and go (S3-OWNER-1), and nobody who is partial (S3-FAIR-1).</summary>
internal sealed class Settling(ICrmDb db, Caller caller, ImpartialOwners impartial)
{
    private const int Portion = 200;
    private static readonly TimeSpan UntilSomebodyComes = TimeSpan.FromMinutes(15);

    /// <summary>Gives to who came what nobody owns, and what who left owns to others. Answers when to go on, if there is more.</summary>
    public Task<DateTimeOffset?> Settle(StaffMember member, DateTimeOffset now, CancellationToken ct) => member.Active ? TakeUp(member, now, ct) : PassOn(member, now, ct);

    /// <summary>Settles what is to be settled at once, and lets an alarm ring for the rest.</summary>
    public async Task SettleFirst(StaffId id, DateTimeOffset now, CancellationToken ct)
    {
        var member = db.Staff.Local.First(s => s.Id == id);
        if (await Settle(member, now, ct) is { } again)
        {
            db.DropAlarm(Alarms.WorkSettle, id.Value);
            db.SetAlarm(Alarms.WorkSettle, id.Value, again);
        }
    }

    private async Task<DateTimeOffset?> TakeUp(StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        var unowned = await db.WorkItems.Where(w => w.OwnerId == null && w.State == WorkState.Open).OrderBy(w => w.RankAt).ThenBy(w => w.Id).Take(Portion).ToListAsync(ct);
        var withheld = await impartial.Withheld(unowned, member.Id, ct);
        foreach (var item in unowned.Where(i => !withheld.Contains(i.Id)))
        {
            item.Reassign(new(member.Id, member.ManagerId ?? member.Id, [AssignmentReason.WasUnowned]), now);
            db.Record(item);
            db.DropAlarm(Alarms.WorkUnowned, item.Id.Value);
        }
        // What is withheld stays in front, so that more of it than fits into a portion waits for the next who comes.
        return unowned.Count == Portion && withheld.Count < Portion ? now : null;
    }

    private async Task<DateTimeOffset?> PassOn(StaffMember left, DateTimeOffset now, CancellationToken ct)
    {
        var theirs = await db.WorkItems.Where(w => w.OwnerId == left.Id && w.State == WorkState.Open).OrderBy(w => w.RankAt).ThenBy(w => w.Id).Take(Portion).ToListAsync(ct);
        if (theirs.Count == 0)
        {
            return null;
        }
        var manager = await db.Staff.Where(s => s.Id == left.ManagerId && s.Active).Select(s => new { s.Id, s.ManagerId }).FirstOrDefaultAsync(ct);
        var owner = manager is not null ? new Owner(manager.Id, manager.ManagerId ?? manager.Id, [AssignmentReason.OwnerLeft]) : await Other([left.Id], now, ct);
        if (owner is null)
        {
            // Nobody works here. It stays theirs until somebody does, since an owner who left is more than none.
            return now + UntilSomebodyComes;
        }
        var (withheld, kept) = (await impartial.Withheld(theirs, owner.Id, ct), false);
        foreach (var item in theirs)
        {
            var next = withheld.Contains(item.Id) ? await Other([left.Id, .. await impartial.Barred(item, ct)], now, ct) : owner;
            if (next is null)
            {
                kept = true;
                continue;
            }
            var waited = item.HandOver is not null;
            item.Reassign(next, now);
            db.Record(item, handOverEnded: waited);
        }
        return kept ? now + UntilSomebodyComes : theirs.Count == Portion ? now : null;
    }

    private async Task<Owner?> Other(IReadOnlyCollection<StaffId> barred, DateTimeOffset now, CancellationToken ct) =>
        await db.ChooseOwner(caller, null, null, barred, now, ct) is { } chosen ? chosen with { Reasons = [AssignmentReason.OwnerLeft, .. chosen.Reasons] } : null;
}

internal sealed class SettleWorkWhenStaffEmployed(ICrmDb db, Settling settling, TimeProvider clock) : IEventHandler<StaffEmployed>
{
    public Task Handle(StaffEmployed happened, CancellationToken ct) =>
        db.Staff.Local.Any(s => s.Id == happened.StaffId && s.Active) ? settling.SettleFirst(happened.StaffId, clock.GetUtcNow(), ct) : Task.CompletedTask;
}

internal sealed class SettleWorkWhenStaffReturned(Settling settling, TimeProvider clock) : IEventHandler<StaffReturned>
{
    public Task Handle(StaffReturned happened, CancellationToken ct) => settling.SettleFirst(happened.StaffId, clock.GetUtcNow(), ct);
}

internal sealed class SettleWorkWhenStaffLeft(Settling settling, TimeProvider clock) : IEventHandler<StaffLeft>
{
    public Task Handle(StaffLeft happened, CancellationToken ct) => settling.SettleFirst(happened.StaffId, clock.GetUtcNow(), ct);
}
