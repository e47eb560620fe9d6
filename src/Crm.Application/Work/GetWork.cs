using Crm.Domain;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

public sealed record GetWork(WorkId Id) : IQuery<WorkDetails>;

internal sealed class GetWorkHandler(ICrmDb db) : IQueryHandler<GetWork, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(GetWork query, CancellationToken ct) =>
        await db.WorkItems.Where(w => w.Id == query.Id).Select(WorkDetails.Projection).FirstOrDefaultAsync(ct) is { } found ? found : Error.NotFound<WorkItem>();
}
