using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>
/// What follows where a programme begins to redeem by night, or does so otherwise than before: every member is looked at by the next night, since nobody knows whose points are enough.
/// A slice of at most <see cref="Slice"/> at a time; repeated it finds those that are left.
/// </summary>
public sealed record CallMembersToNight(ProgrammeId Id) : ICommand<Nothing>
{
    public const int Slice = 1_000;
}

internal sealed class CallMembersToNightHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : ICommandHandler<CallMembersToNight, Nothing>
{
    public async Task<Result<Nothing>> Handle(CallMembersToNight command, CancellationToken ct)
    {
        var (id, now) = (command.Id, clock.GetUtcNow());
        if (await programmes.Find(db, caller.Tenant.Number, id, ct) is not { } programme)
        {
            db.DropAlarm(Alarms.MembersCalled, id.Value);
            return new Nothing();
        }
        var night = programme.Content.NextMidnight(now);
        var later = db.Members.Where(m => m.ProgrammeId == id && m.LeftAt == null && m.MergedIntoId == null && (m.DueAt == null || m.DueAt > night));
        var slice = await later.OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(CallMembersToNight.Slice).ToListAsync(ct);
        if (slice.Count > 0)
        {
            db.AskInTurn($"members {id}", async inner =>
            {
                await later.Where(m => slice.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, night), inner);
                return Result.Done;
            });
        }
        if (slice.Count < CallMembersToNight.Slice)
        {
            db.DropAlarm(Alarms.MembersCalled, id.Value);
        }
        else
        {
            db.MoveAlarm(Alarms.MembersCalled, id.Value, now);
        }
        return new Nothing();
    }
}
