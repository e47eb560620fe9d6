using Crm.Domain;
using Crm.Domain.ApiKeys;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ApiKeys;

public sealed record GetApiKey(ApiKeyId Id) : IQuery<ApiKeyDetails>;

internal sealed class GetApiKeyHandler(ICatalogDb catalog, Caller caller) : IQueryHandler<GetApiKey, ApiKeyDetails>
{
    public async Task<Result<ApiKeyDetails>> Handle(GetApiKey query, CancellationToken ct) =>
        await catalog.KeysOf(caller).Where(k => k.Id == query.Id).Select(ApiKeyDetails.Projection).FirstOrDefaultAsync(ct) is { } key
            ? key : Error.NotFound<ApiKey>();
}
