using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record ReviseCustomer(CustomerId Id, Patch<CustomerProfile> Changes, IfMatch IfMatch) : ICommand<CustomerDetails>;

internal sealed class ReviseCustomerHandler(
    ICrmDb db, AttributeValues attributes, Caller caller, TimeProvider clock, IValidator<CustomerProfile> validator)
    : ICommandHandler<ReviseCustomer, CustomerDetails>
{
    public async Task<Result<CustomerDetails>> Handle(ReviseCustomer command, CancellationToken ct)
    {
        if ((await db.Customers.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var customer)
            || command.Changes.ApplyTo(customer.Profile).Failed(out error, out var profile))
        {
            return error;
        }
        if (Validation.Check(validator, profile) is { } invalid)
        {
            return invalid;
        }
        return (await attributes.Accept(profile, customer.Profile, ct)).Failed(out error, out var accepted)
            || customer.Revise(accepted, caller.Tenant.Settings.Country, clock.GetUtcNow()).Failed(out error)
                ? error
                : CustomerDetails.Of(customer, caller.Tenant.Settings);
    }
}
