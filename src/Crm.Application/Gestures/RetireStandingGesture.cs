using Crm.Domain;
using Crm.Domain.Gestures;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

public sealed record RetireStandingGesture(StandingGestureId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireStandingGestureHandler(ICrmDb db, UnitOfWork work, StandingGesturesInForce inForce, Caller caller, TimeProvider clock)
    : ICommandHandler<RetireStandingGesture, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireStandingGesture command, CancellationToken ct)
    {
        if (await db.StandingGestures.FirstOrDefaultAsync(g => g.Id == command.Id, ct) is not { } standing)
        {
            return Error.NotFound<StandingGesture>();
        }
        if (standing.RetiredAt is not null)
        {
            return new Nothing();
        }
        if (!command.IfMatch.Allows(standing.Version))
        {
            return Error.Stale;
        }
        standing.Retire(clock.GetUtcNow());
        // What still waits is left out, visibly.
        db.MoveAlarm(Alarms.StandingGestureNight, standing.Id.Value, clock.GetUtcNow());
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return new Nothing();
    }
}
