using Crm.Domain;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

public sealed record RetireProgramme(ProgrammeId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireProgrammeHandler(ICrmDb db, UnitOfWork work, ProgrammesInForce inForce, Caller caller, TimeProvider clock) : ICommandHandler<RetireProgramme, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireProgramme command, CancellationToken ct)
    {
        if (await db.Programmes.FirstOrDefaultAsync(p => p.Id == command.Id, ct) is not { } programme)
        {
            return Error.NotFound<Programme>();
        }
        if (programme.RetiredAt is not null)
        {
            return new Nothing();
        }
        if (!command.IfMatch.Allows(programme.Version))
        {
            return Error.Stale;
        }
        programme.Retire(clock.GetUtcNow());
        db.ProgrammeVersions.Add(programme.AsVersion(caller.StaffId));
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return new Nothing();
    }
}
