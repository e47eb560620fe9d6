using Crm.Domain;
using Crm.Domain.ApiKeys;
using Crm.Domain.Customers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ApiKeys;

/// <summary>An API key to be made for the tenant. It needs a role, permissions, or both.</summary>
/// <param name="Name">What it is for; 1 to 100 characters.</param>
/// <param name="Role">A bundle of permissions.</param>
/// <param name="Permissions">Single permissions, in the form resource:action.</param>
/// <param name="StaffId">The active member of staff it acts as; what it does is theirs in records and audit.</param>
/// <param name="ExpiresAt">When it stops working; never where absent.</param>
/// <param name="CustomerId">The customer it acts for, with the role portal: it reads what is theirs and nothing else (S5-SELF-1).</param>
public sealed record IssueApiKey(
    string Name, Role? Role = null, IReadOnlyList<string>? Permissions = null, StaffId? StaffId = null, DateTimeOffset? ExpiresAt = null, CustomerId? CustomerId = null)
    : ICatalogCommand<ApiKeyDetails>
{
    public static readonly IssueApiKey Example = new("Web shop", Domain.Role.Integration, ["customers:export"]);
}

internal sealed class IssueApiKeyValidator : AbstractValidator<IssueApiKey>
{
    public IssueApiKeyValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(ApiKey.NameMaxLength);
        RuleFor(x => x.Permissions).NotEmpty().When(x => x.Role is null);
        RuleFor(x => x.Permissions).AtMost(ApiKey.MostPermissions);
        RuleForEach(x => x.Permissions).MaximumLength(ApiKey.PermissionLength);
        RuleForEach(x => x.Permissions).KnownPermission(Permission.OfTenant);
    }
}

internal sealed class IssueApiKeyHandler(ICatalogDb catalog, ICrmDb db, Caller caller, TimeProvider clock) : ICatalogCommandHandler<IssueApiKey, ApiKeyDetails>
{
    public async Task<Result<ApiKeyDetails>> Handle(IssueApiKey command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var permissions = (command.Permissions ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (ApiKey.Admit(caller.Permissions, command.Role, permissions, command.ExpiresAt, now).Failed(out var error))
        {
            return error;
        }
        if (command.StaffId is { } staff && !await db.Staff.AnyAsync(s => s.Id == staff && s.Active, ct))
        {
            return ApiKeyErrors.UnknownStaff.About("/staffId");
        }
        if (command.CustomerId is { } customer)
        {
            if (command.Role != Role.Portal || permissions.Count > 0 || command.StaffId is not null)
            {
                return ApiKeyErrors.CustomerIsPortal.About("/customerId");
            }
            if (!await db.Customers.AnyAsync(c => c.Id == customer && c.State == CustomerState.Active, ct))
            {
                return ApiKeyErrors.CustomerUnknown.About("/customerId");
            }
        }
        var secret = ApiKeySecret.New();
        var key = ApiKey.Issue(caller.Tenant.Number, command.Name, secret, command.Role, permissions, command.StaffId, command.ExpiresAt, now, command.CustomerId);
        catalog.ApiKeys.Add(key);
        return ApiKeyDetails.Of(key) with { Secret = secret.Text };
    }
}

internal static class PermissionRules
{
    public static IRuleBuilderOptions<T, string> KnownPermission<T>(this IRuleBuilder<T, string> rule, IReadOnlySet<string> possible) =>
        rule.Must(p => p is not null && possible.Contains(p)).Code("permission_unknown", "There is no such permission for this sort of key. The document lists those that there are.");
}
