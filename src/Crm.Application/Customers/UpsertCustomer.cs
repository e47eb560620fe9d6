using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record UpsertCustomer(string ExternalId, CustomerProfile Profile, bool AllowDuplicate, IfMatch? IfMatch) : ICommand<UpsertedCustomer>;

/// <summary>The customer, and whether it was new.</summary>
public sealed record UpsertedCustomer(CustomerDetails Customer, bool IsNew);

internal sealed class UpsertCustomerValidator : AbstractValidator<UpsertCustomer>
{
    public UpsertCustomerValidator(IValidator<CustomerProfile> profile)
    {
        RuleFor(x => x.ExternalId).ExternalId();
        RuleFor(x => x.Profile).SetValidator(profile).OverridePropertyName("");
    }
}

internal sealed class UpsertCustomerHandler(ICrmDb db, AttributeValues attributes, Caller caller, TimeProvider clock) : ICommandHandler<UpsertCustomer, UpsertedCustomer>
{
    private static readonly Error VersionNeeded = new(ErrorKind.PreconditionRequired, "if_match_required",
        "A change needs If-Match with the ETag of the version that it is based on.");

    public async Task<Result<UpsertedCustomer>> Handle(UpsertCustomer command, CancellationToken ct)
    {
        var key = FoldedText.Nfc(command.ExternalId.Trim());
        if (command.Profile.ExternalId is { } given && FoldedText.Nfc(given.Trim()) != key)
        {
            return CustomerErrors.ExternalIdDiffers;
        }
        var own = CustomerTerm.Own(key);
        var known = await db.Customers.Join(db.CustomerTerms.Where(t => t.Term == own), c => c.Id, t => t.CustomerId, (c, t) => c).FirstOrDefaultAsync(ct);
        var profile = command.Profile.ProfileOnly() with { ExternalId = key };
        return known is null ? await Register(profile, command.AllowDuplicate, ct) : await Replace(known, profile, command.IfMatch, ct);
    }

    private async Task<Result<UpsertedCustomer>> Register(CustomerProfile profile, bool allowDuplicate, CancellationToken ct)
    {
        if ((await attributes.Accept(profile, null, ct)).Failed(out var error, out var accepted)
            || Customer.Register(accepted, Lifecycle.Prospect, caller.Tenant.Settings.Country, caller.StaffId, clock.GetUtcNow()).Failed(out error, out var customer))
        {
            return error;
        }
        if (!allowDuplicate && await Duplicates.Likely(db, customer, ct) is { } duplicate)
        {
            return CustomerErrors.Duplicate.With(duplicate.ToString());
        }
        db.Customers.Add(customer);
        return new UpsertedCustomer(CustomerDetails.Of(customer, caller.Tenant.Settings), true);
    }

    private async Task<Result<UpsertedCustomer>> Replace(Customer known, CustomerProfile profile, IfMatch? ifMatch, CancellationToken ct)
    {
        if (ifMatch is not { } believed)
        {
            return VersionNeeded.Because($"The present ETag is {IfMatch.ETagOf(known.Version)}.").With(known.ResourceId);
        }
        if (!believed.Allows(known.Version))
        {
            return Error.Stale;
        }
        return (await attributes.Accept(profile, known.Profile, ct)).Failed(out var error, out var accepted)
            || known.Revise(accepted, caller.Tenant.Settings.Country, clock.GetUtcNow()).Failed(out error)
                ? error
                : new UpsertedCustomer(CustomerDetails.Of(known, caller.Tenant.Settings), false);
    }
}
