using Crm.Domain;
using Crm.Domain.ApiKeys;
using Crm.Domain.Tenants;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ApiKeys;

/// <summary>A key that the operator of the installation makes from the command line: for a tenant, or for the platform where TenantId is null.</summary>
public sealed record IssueKey(TenantId? TenantId, string Name, Role? Role, IReadOnlyList<string> Permissions) : ICatalogCommand<IssuedKey>;

/// <summary>A new key. Its text is kept nowhere else.</summary>
public sealed record IssuedKey(ApiKeyId Id, TenantId? TenantId, string Name, Role? Role, IReadOnlyList<string> Permissions, string Key);

internal sealed class IssueKeyValidator : AbstractValidator<IssueKey>
{
    public IssueKeyValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(ApiKey.NameMaxLength);
        RuleFor(x => x.Role).IsInEnum().Must(r => r is null).When(x => x.TenantId is null, ApplyConditionTo.CurrentValidator)
            .Code("role_of_tenant", "A role belongs to a key of a tenant. Leave it out for a key of the platform.");
        RuleForEach(x => x.Permissions).Must((key, p) => (key.TenantId is null ? Permission.OfPlatform : Permission.OfTenant).Contains(p))
            .Code("permission_unknown", "There is no such permission for a key of this kind.");
    }
}

internal sealed class IssueKeyHandler(ICatalogDb catalog, TimeProvider clock) : ICatalogCommandHandler<IssueKey, IssuedKey>
{
    public async Task<Result<IssuedKey>> Handle(IssueKey command, CancellationToken ct)
    {
        int? number = null;
        if (command.TenantId is { } id)
        {
            number = await catalog.Tenants.Where(t => t.Id == id && t.Status != TenantStatus.Closed).Select(t => (int?)t.Number).FirstOrDefaultAsync(ct);
            if (number is null)
            {
                return Error.NotFound<Tenant>();
            }
        }
        IReadOnlyList<string> permissions = command.TenantId is null && command.Permissions.Count == 0
            ? [.. Permission.OfPlatform.Order(StringComparer.Ordinal)]
            : command.Permissions;
        var secret = ApiKeySecret.New();
        var key = ApiKey.Issue(number, command.Name, secret, command.Role, permissions, null, null, clock.GetUtcNow());
        catalog.ApiKeys.Add(key);
        return new IssuedKey(key.Id, command.TenantId, key.Name, key.Role, key.Permissions, secret.Text);
    }
}
