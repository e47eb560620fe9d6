using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record UpsertCustomer(string ExternalId, CustomerProfile Profile, bool AllowDuplicate, IfMatch? IfMatch) : ICommand<Upserted<CustomerDetails>>;

internal sealed class UpsertCustomerValidator : AbstractValidator<UpsertCustomer>
{
    public UpsertCustomerValidator(IValidator<CustomerProfile> profile)
    {
        RuleFor(x => x.ExternalId).ExternalId();
        RuleFor(x => x.Profile).SetValidator(profile).OverridePropertyName("");
    }
}

internal sealed class UpsertCustomerHandler(ICrmDb db, AttributeValues attributes, Caller caller, TimeProvider clock) : ICommandHandler<UpsertCustomer, Upserted<CustomerDetails>>
{
    public async Task<Result<Upserted<CustomerDetails>>> Handle(UpsertCustomer command, CancellationToken ct)
    {
        var key = FoldedText.Nfc(command.ExternalId.Trim());
        if (Upserting.Mismatch(command.Profile.ExternalId is { } given ? FoldedText.Nfc(given.Trim()) : null, key) is { } mismatch)
        {
            return mismatch;
        }
        if ((await db.LoadForUpsert(db.Customers, key, command.IfMatch, ct)).Failed(out var error, out var existing))
        {
            return error;
        }
        var profile = command.Profile.ProfileOnly() with { ExternalId = key };
        return existing.Record is { } known ? await Replace(known, profile, ct) : await Register(profile, command.AllowDuplicate, ct);
    }

    private async Task<Result<Upserted<CustomerDetails>>> Register(CustomerProfile profile, bool allowDuplicate, CancellationToken ct)
    {
        if ((await attributes.Accept(profile, null, ct)).Failed(out var error, out var accepted)
            || Customer.Register(accepted, Lifecycle.Prospect, caller.Tenant.Settings.Country, caller.StaffId, clock.GetUtcNow()).Failed(out error, out var customer))
        {
            return error;
        }
        if (!allowDuplicate)
        {
            db.RefuseDuplicate(customer);
        }
        db.Customers.Add(customer);
        return new Upserted<CustomerDetails>(CustomerDetails.Of(customer, caller.Tenant.Settings), true);
    }

    private async Task<Result<Upserted<CustomerDetails>>> Replace(Customer known, CustomerProfile profile, CancellationToken ct) =>
        (await attributes.Accept(profile, known.Profile, ct)).Failed(out var error, out var accepted)
        || known.Revise(accepted, caller.Tenant.Settings.Country, clock.GetUtcNow()).Failed(out error)
            ? error
            : new Upserted<CustomerDetails>(CustomerDetails.Of(known, caller.Tenant.Settings), false);
}
