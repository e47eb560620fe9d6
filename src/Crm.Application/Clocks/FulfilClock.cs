using Crm.Domain;

namespace Crm.Application.Clocks;

public sealed record FulfilClock(ClockId Id) : ICommand<ClockDetails>;

internal sealed class FulfilClockHandler(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks) : ICommandHandler<FulfilClock, ClockDetails>
{
    public Task<Result<ClockDetails>> Handle(FulfilClock command, CancellationToken ct) =>
        clocks.Drive(db, command.Id, (clock, open) => clock.Fulfil(open, caller.StaffId, time.GetUtcNow()), ct);
}
