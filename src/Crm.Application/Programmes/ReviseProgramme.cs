using Crm.Domain;
using Crm.Domain.Programmes;
using FluentValidation;

namespace Crm.Application.Programmes;

public sealed record ReviseProgramme(ProgrammeId Id, Patch<ProgrammeContent> Changes, IfMatch IfMatch) : ICommand<ProgrammeDetails>;

internal sealed class ReviseProgrammeHandler(
    ICrmDb db, UnitOfWork work, ProgrammesInForce inForce, Caller caller, TimeProvider clock, IValidator<ProgrammeContent> validator)
    : ICommandHandler<ReviseProgramme, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(ReviseProgramme command, CancellationToken ct)
    {
        if ((await db.Programmes.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var programme)
            || command.Changes.ApplyTo(programme.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (programme.Revise(content.Completed(caller.Tenant.Settings.TimeZone, caller.Tenant.Settings.Currency), clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        db.ProgrammeVersions.Add(programme.AsVersion(caller.StaffId));
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return ProgrammeDetails.Of(programme);
    }
}
