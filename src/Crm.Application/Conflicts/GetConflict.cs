using Crm.Domain;
using Crm.Domain.Conflicts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Conflicts;

public sealed record GetConflict(ConflictId Id) : IQuery<ConflictDetails>;

internal sealed class GetConflictHandler(ICrmDb db, Caller caller) : IQueryHandler<GetConflict, ConflictDetails>
{
    public async Task<Result<ConflictDetails>> Handle(GetConflict query, CancellationToken ct) =>
        await db.DeclaredConflicts.SeenBy(caller).Where(c => c.Id == query.Id).Select(ConflictDetails.Projection).FirstOrDefaultAsync(ct) is { } conflict
            ? conflict
            : Error.NotFound<DeclaredConflict>();
}
