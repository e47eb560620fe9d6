using Crm.Domain;
using Crm.Domain.ApiKeys;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ApiKeys;

/// <summary>Makes sure that there is a platform key: the given one, or where there is none at all a new one, whose text is the answer.</summary>
public sealed record BootstrapPlatform(ApiKeySecret? Given) : ICatalogCommand<BootstrappedKey>;

/// <summary>The text of the key where one was made, null where the platform had one.</summary>
public sealed record BootstrappedKey(string? Text);

internal sealed class BootstrapPlatformHandler(ICatalogDb catalog, TimeProvider clock) : ICatalogCommandHandler<BootstrapPlatform, BootstrappedKey>
{
    public async Task<Result<BootstrappedKey>> Handle(BootstrapPlatform command, CancellationToken ct)
    {
        var lookup = command.Given?.Lookup;
        if (await catalog.ApiKeys.AnyAsync(k => k.TenantNumber == null && (lookup == null ? k.RevokedAt == null : k.Lookup == lookup), ct))
        {
            return new BootstrappedKey(null);
        }
        var secret = command.Given ?? ApiKeySecret.New();
        catalog.ApiKeys.Add(ApiKey.Issue(null, "Platform", secret, null, [.. Permission.OfPlatform.Order(StringComparer.Ordinal)], null, null, clock.GetUtcNow()));
        return new BootstrappedKey(command.Given is null ? secret.Text : null);
    }
}
