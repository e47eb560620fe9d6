using Crm.Domain;
using Crm.Domain.Policies;
using FluentValidation;

namespace Crm.Application.Clocks;

/// <summary>That a clock stands still.</summary>
/// <param name="WaitsFor">For whom it waits.</param>
public sealed record ClockPauseBody(WaitState WaitsFor)
{
    public static readonly ClockPauseBody Example = new(WaitState.WaitingCustomer);
}

public sealed record PauseClock(ClockId Id, WaitState WaitsFor) : ICommand<ClockDetails>;

internal sealed class ClockPauseBodyValidator : AbstractValidator<ClockPauseBody>
{
    public ClockPauseBodyValidator() => RuleFor(x => x.WaitsFor).IsInEnum();
}

internal sealed class PauseClockHandler(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks) : ICommandHandler<PauseClock, ClockDetails>
{
    public Task<Result<ClockDetails>> Handle(PauseClock command, CancellationToken ct) =>
        clocks.Drive(db, command.Id, (clock, open) => clock.Pause(command.WaitsFor, open, caller.StaffId, time.GetUtcNow()), ct);
}
