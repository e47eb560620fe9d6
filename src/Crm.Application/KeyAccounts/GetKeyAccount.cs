using Crm.Domain;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record GetKeyAccount(KeyAccountId Id) : IQuery<KeyAccountDetails>;

internal sealed class GetKeyAccountHandler(ICrmDb db) : IQueryHandler<GetKeyAccount, KeyAccountDetails>
{
    public async Task<Result<KeyAccountDetails>> Handle(GetKeyAccount query, CancellationToken ct) =>
        await db.KeyAccounts.Where(k => k.Id == query.Id).Select(KeyAccountDetails.Projection).FirstOrDefaultAsync(ct) is { } account ? account : Error.NotFound<KeyAccount>();
}
