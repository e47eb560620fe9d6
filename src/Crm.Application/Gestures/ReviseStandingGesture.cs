using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Gestures;
using Crm.Domain.Programmes;
using FluentValidation;

namespace Crm.Application.Gestures;

public sealed record ReviseStandingGesture(StandingGestureId Id, Patch<StandingGestureContent> Changes, IfMatch IfMatch) : ICommand<StandingGestureDetails>;

internal sealed class ReviseStandingGestureHandler(
    ICrmDb db, UnitOfWork work, StandingGesturesInForce inForce, ProgrammesInForce programmes, Caller caller, TimeProvider clock, IValidator<StandingGestureContent> validator)
    : ICommandHandler<ReviseStandingGesture, StandingGestureDetails>
{
    public async Task<Result<StandingGestureDetails>> Handle(ReviseStandingGesture command, CancellationToken ct)
    {
        if ((await db.StandingGestures.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var standing)
            || command.Changes.ApplyTo(standing.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (content.ProgrammeId is { } programme && programme != standing.Content.ProgrammeId && await programmes.Find(db, caller.Tenant.Number, programme, ct) is null or { Retired: true })
        {
            return ProgrammeErrors.Unknown;
        }
        if (standing.Revise(content, caller.Today(clock), clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return StandingGestureDetails.Of(standing);
    }
}
