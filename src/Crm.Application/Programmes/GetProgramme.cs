using Crm.Domain;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

public sealed record GetProgramme(ProgrammeId Id) : IQuery<ProgrammeDetails>;

internal sealed class GetProgrammeHandler(ICrmDb db) : IQueryHandler<GetProgramme, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(GetProgramme query, CancellationToken ct) =>
        await db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Id, ct) is { } programme ? ProgrammeDetails.Of(programme) : Error.NotFound<Programme>();
}
