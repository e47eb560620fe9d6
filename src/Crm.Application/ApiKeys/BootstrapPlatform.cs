using Crm.Domain;
using Crm.Domain.ApiKeys;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ApiKeys;

/// <summary>Makes sure that there is a platform key: the given one, or where there is none at all a new one, whose text is the answer.</summary>
public sealed record BootstrapPlatform(ApiKeySecret? Given) : ICatalogCommand<BootstrappedKey>;

/// <summary>What was found or made: whether the platform had no key at all before, and the text of a key that was made.</summary>
public sealed record BootstrappedKey(bool IsFirst, string? Text);

internal sealed class BootstrapPlatformHandler(ICatalogDb catalog, TimeProvider clock) : ICatalogCommandHandler<BootstrapPlatform, BootstrappedKey>
{
    public async Task<Result<BootstrappedKey>> Handle(BootstrapPlatform command, CancellationToken ct)
    {
        var known = await catalog.ApiKeys.Where(k => k.TenantNumber == null && k.RevokedAt == null).Select(k => k.Lookup).ToListAsync(ct);
        if (command.Given is { } given ? known.Contains(given.Lookup) : known.Count > 0)
        {
            return new BootstrappedKey(false, null);
        }
        var secret = command.Given ?? ApiKeySecret.New();
        catalog.ApiKeys.Add(ApiKey.Issue(null, "Platform", secret, null, [.. Permission.OfPlatform.Order(StringComparer.Ordinal)], null, null, clock.GetUtcNow()));
        return new BootstrappedKey(known.Count == 0, command.Given is null ? secret.Text : null);
    }
}
