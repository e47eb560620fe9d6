using Crm.Domain;
using Crm.Domain.ApiKeys;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ApiKeys;

public sealed record RevokeApiKey(ApiKeyId Id, IfMatch IfMatch) : ICatalogCommand<Nothing>;

internal sealed class RevokeApiKeyHandler(ICatalogDb catalog, Caller caller, TimeProvider clock) : ICatalogCommandHandler<RevokeApiKey, Nothing>
{
    public async Task<Result<Nothing>> Handle(RevokeApiKey command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await catalog.KeysOf(caller).Load(command.Id, default, ct)).Failed(out var error, out var key))
        {
            return error;
        }
        if (key.RevokedAt is null && !command.IfMatch.Allows(key.Version))
        {
            return Error.Stale;
        }
        if (key.IsManagingAt(now))
        {
            // Asked in the transaction: the other one may be revoked at this very moment.
            catalog.AskInTurn("managing keys", inner => OthersManage(key, now, inner));
        }
        key.Revoke(now);
        return new Nothing();
    }

    private async Task<Result> OthersManage(ApiKey key, DateTimeOffset now, CancellationToken ct)
    {
        var roles = key.TenantNumber is null ? [] : ApiKey.ManagingRoles;
        return await catalog.KeysOf(caller).AnyAsync(
            k => k.Id != key.Id && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now)
                && (k.ManagesKeys || (k.Role != null && roles.Contains(k.Role.Value))), ct) ? Result.Done : ApiKeyErrors.NoOwner;
    }
}
