using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Authorities;

public sealed record GetAuthorityMatrix : IQuery<AuthorityMatrixDetails>;

internal sealed class GetAuthorityMatrixHandler(ICrmDb db, Caller caller) : IQueryHandler<GetAuthorityMatrix, AuthorityMatrixDetails>
{
    public async Task<Result<AuthorityMatrixDetails>> Handle(GetAuthorityMatrix query, CancellationToken ct) =>
        await db.AuthorityMatrices.Select(m => AuthorityMatrixDetails.Of(m)).FirstOrDefaultAsync(ct) ?? AuthorityMatrixDetails.OfShipped(caller);
}
