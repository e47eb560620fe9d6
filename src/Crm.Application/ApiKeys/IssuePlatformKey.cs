using Crm.Domain;
using Crm.Domain.ApiKeys;
using FluentValidation;

namespace Crm.Application.ApiKeys;

/// <summary>An API key to be made for the platform. It sees no tenant's data.</summary>
/// <param name="Name">What it is for; 1 to 100 characters.</param>
/// <param name="Permissions">Permissions of the platform: tenants:read, tenants:provision.</param>
/// <param name="ExpiresAt">When it stops working; never where absent.</param>
public sealed record IssuePlatformKey(string Name, IReadOnlyList<string> Permissions, DateTimeOffset? ExpiresAt = null) : ICatalogCommand<ApiKeyDetails>
{
    public static readonly IssuePlatformKey Example = new("Billing", ["tenants:read"]);
}

internal sealed class IssuePlatformKeyValidator : AbstractValidator<IssuePlatformKey>
{
    public IssuePlatformKeyValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(ApiKey.NameMaxLength);
        RuleFor(x => x.Permissions).NotEmpty();
        RuleFor(x => x.Permissions).AtMost(ApiKey.MostPermissions);
        RuleForEach(x => x.Permissions).MaximumLength(ApiKey.PermissionLength);
        RuleForEach(x => x.Permissions).KnownPermission(Permission.OfPlatform);
    }
}

internal sealed class IssuePlatformKeyHandler(ICatalogDb catalog, Caller caller, TimeProvider clock) : ICatalogCommandHandler<IssuePlatformKey, ApiKeyDetails>
{
    public Task<Result<ApiKeyDetails>> Handle(IssuePlatformKey command, CancellationToken ct) => Task.FromResult(Issue(command));

    private Result<ApiKeyDetails> Issue(IssuePlatformKey command)
    {
        var now = clock.GetUtcNow();
        var permissions = command.Permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (ApiKey.Admit(caller.Permissions, null, permissions, command.ExpiresAt, now).Failed(out var error))
        {
            return error;
        }
        var secret = ApiKeySecret.New();
        var key = ApiKey.Issue(null, command.Name, secret, null, permissions, null, command.ExpiresAt, now);
        catalog.ApiKeys.Add(key);
        return ApiKeyDetails.Of(key) with { Secret = secret.Text };
    }
}
