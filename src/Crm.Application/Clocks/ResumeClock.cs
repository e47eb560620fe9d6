using Crm.Domain;

namespace Crm.Application.Clocks;

public sealed record ResumeClock(ClockId Id) : ICommand<ClockDetails>;

internal sealed class ResumeClockHandler(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks) : ICommandHandler<ResumeClock, ClockDetails>
{
    public Task<Result<ClockDetails>> Handle(ResumeClock command, CancellationToken ct) =>
        clocks.Drive(db, command.Id, (clock, open) => clock.Resume(open, caller.StaffId, time.GetUtcNow()), ct);
}
