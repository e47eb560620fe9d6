using Crm.Domain;

namespace Crm.Application.CorrectiveActions;

public sealed record StartCorrectiveAction(CorrectiveActionId Id) : ICommand<CorrectiveActionDetails>;

internal sealed class StartCorrectiveActionHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<StartCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(StartCorrectiveAction command, CancellationToken ct) =>
        (await db.CorrectiveActions.Load(command.Id, default, ct)).Failed(out var error, out var action) || action.Start(clock.GetUtcNow()).Failed(out error)
            ? error
            : CorrectiveActionDetails.Of(action);
}
