using Crm.Domain;
using Crm.Domain.Tenants;
using FluentValidation;

namespace Crm.Application.Tenants;

/// <summary>Why a tenant closes, and when everything of it is erased.</summary>
/// <param name="Reason">For the platform's records; 1 to 500 characters.</param>
/// <param name="GracePeriod">How long it may still read and export: an ISO 8601 duration from PT0S to P365D in weeks, days, hours, minutes and seconds; P30D where absent.</param>
public sealed record ClosureBody(string Reason, string? GracePeriod = null)
{
    public const int ReasonMaxLength = Tenant.ReasonMaxLength;
    public const int GracePeriodMaxLength = Durations.MaxLength;

    public static readonly ClosureBody Example = new("The contract ended on 20 March.", "P60D");
}

public sealed record CloseTenant(TenantId Id, string Reason, string? GracePeriod) : ICatalogCommand<TenantDetails>;

internal sealed class CloseTenantValidator : AbstractValidator<CloseTenant>
{
    public CloseTenantValidator()
    {
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(Tenant.ReasonMaxLength);
        RuleFor(x => x.GracePeriod).Must(g => g is null || (Durations.TryParse(g, out var grace) && grace <= Tenant.MostGrace))
            .Code("duration_invalid", "An ISO 8601 duration from PT0S to P365D is needed here, without months and years, as in P30D.");
    }
}

internal sealed class CloseTenantHandler(ICatalogDb catalog, TimeProvider clock) : ICatalogCommandHandler<CloseTenant, TenantDetails>
{
    public async Task<Result<TenantDetails>> Handle(CloseTenant command, CancellationToken ct)
    {
        var grace = Durations.TryParse(command.GracePeriod, out var given) ? given : Tenant.UsualGrace;
        if ((await catalog.Tenants.Load(command.Id, default, ct)).Failed(out var error, out var tenant)
            || tenant.Close(command.Reason, grace, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        return TenantDetails.Of(tenant);
    }
}
