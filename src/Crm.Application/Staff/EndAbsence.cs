using Crm.Domain;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Staff;

public sealed record EndAbsence(StaffId StaffId, AbsenceId Id) : ICommand<AbsenceDetails>;

internal sealed class EndAbsenceHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<EndAbsence, AbsenceDetails>
{
    public async Task<Result<AbsenceDetails>> Handle(EndAbsence command, CancellationToken ct)
    {
        var absence = await db.Absences.FirstOrDefaultAsync(a => a.Id == command.Id && a.StaffId == command.StaffId, ct);
        if (absence is null)
        {
            return Error.NotFound<Absence>();
        }
        return absence.End(clock.GetUtcNow()).Failed(out var error) ? error : AbsenceDetails.Of(absence);
    }
}
