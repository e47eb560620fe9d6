using Crm.Domain;
using Crm.Domain.Causes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Causes;

public sealed record GetCause(CauseId Id) : IQuery<CauseDetails>;

internal sealed class GetCauseHandler(ICrmDb db) : IQueryHandler<GetCause, CauseDetails>
{
    public async Task<Result<CauseDetails>> Handle(GetCause query, CancellationToken ct) =>
        await db.Causes.Where(c => c.Id == query.Id).Select(CauseDetails.Projection).FirstOrDefaultAsync(ct) is { } cause ? cause : Error.NotFound<Cause>();
}
