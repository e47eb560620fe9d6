using Crm.Application.Members;
using Crm.Application.Rewards;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>
/// A slice of a programme's night: of the members of whom something is due, at most <see cref="Slice"/>, in one short transaction. While there are more it rings again at once, and
/// else at the next local midnight. Repeated, or begun again after a crash, it finds what is left to do and does nothing twice.
/// </summary>
public sealed record RunProgrammeNight(ProgrammeId Id) : ICommand<Nothing>, IHandledAgain
{
    public const int Slice = 50;
}

internal sealed class RunProgrammeNightHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes, MemberLedgers ledgers, NightlyRedemptions redemptions)
    : ICommandHandler<RunProgrammeNight, Nothing>
{
    public async Task<Result<Nothing>> Handle(RunProgrammeNight command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await programmes.Find(db, caller.Tenant.Number, command.Id, ct) is not { } programme)
        {
            db.DropAlarm(Alarms.ProgrammeNight, command.Id.Value);
            return new Nothing();
        }
        var due = await db.Members.Where(m => m.ProgrammeId == command.Id && m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(RunProgrammeNight.Slice).ToListAsync(ct);
        var night = await redemptions.Begin(programme, due, ct);
        foreach (var member in due)
        {
            var loaded = await ledgers.Of(member, ct);
            if (night.Of(member, loaded.Rolling, now).Failed(out var error, out var change))
            {
                return error;
            }
            ledgers.Keep(change);
        }
        night.End();
        var next = due.Count == RunProgrammeNight.Slice ? now : programme.Content.NextMidnight(now);
        db.MoveAlarm(Alarms.ProgrammeNight, command.Id.Value, next);
        return new Nothing();
    }
}
