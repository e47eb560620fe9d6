using Crm.Domain;

namespace Crm.Application.Clocks;

public sealed record CancelClock(ClockId Id) : ICommand<ClockDetails>;

internal sealed class CancelClockHandler(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks) : ICommandHandler<CancelClock, ClockDetails>
{
    public Task<Result<ClockDetails>> Handle(CancelClock command, CancellationToken ct) =>
        clocks.Drive(db, command.Id, (clock, open) => clock.Cancel(open, caller.StaffId, time.GetUtcNow()), ct);
}
