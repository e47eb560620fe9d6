using Crm.Domain;
using Crm.Domain.Tenants;
using FluentValidation;

namespace Crm.Application.Tenants;

/// <summary>Why a tenant is suspended.</summary>
/// <param name="Reason">For the platform's records; 1 to 500 characters. The tenant does not see it.</param>
public sealed record SuspensionBody(string Reason)
{
    public const int ReasonMaxLength = Tenant.ReasonMaxLength;

    public static readonly SuspensionBody Example = new("Invoice 2026-114 is overdue by 60 days.");
}

public sealed record SuspendTenant(TenantId Id, string Reason) : ICatalogCommand<TenantDetails>;

internal sealed class SuspendTenantValidator : AbstractValidator<SuspendTenant>
{
    public SuspendTenantValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Tenant.ReasonMaxLength);
}

internal sealed class SuspendTenantHandler(ICatalogDb catalog, TimeProvider clock) : ICatalogCommandHandler<SuspendTenant, TenantDetails>
{
    public async Task<Result<TenantDetails>> Handle(SuspendTenant command, CancellationToken ct)
    {
        if ((await catalog.Tenants.Load(command.Id, default, ct)).Failed(out var error, out var tenant)
            || tenant.Suspend(command.Reason, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        return TenantDetails.Of(tenant);
    }
}
