using Crm.Domain;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Staff;

public sealed record GetAbsence(StaffId StaffId, AbsenceId Id) : IQuery<AbsenceDetails>;

internal sealed class GetAbsenceHandler(ICrmDb db) : IQueryHandler<GetAbsence, AbsenceDetails>
{
    public async Task<Result<AbsenceDetails>> Handle(GetAbsence query, CancellationToken ct) =>
        await db.Absences.Where(a => a.Id == query.Id && a.StaffId == query.StaffId).Select(AbsenceDetails.Projection).FirstOrDefaultAsync(ct)
            is { } found ? found : Error.NotFound<Absence>();
}
