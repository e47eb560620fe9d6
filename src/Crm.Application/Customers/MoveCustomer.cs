using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

/// <summary>To which stage of the lifecycle a customer moves (S4-ALL-1).</summary>
/// <param name="Lifecycle">The new stage.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record MoveCustomerBody(Lifecycle Lifecycle, string? Reason = null)
{
    public static readonly MoveCustomerBody Example = new(Lifecycle.Customer, "Signed the first order");
}

public sealed record MoveCustomer(CustomerId Id, Lifecycle Lifecycle, string? Reason) : ICommand<CustomerDetails>;

internal sealed class MoveCustomerValidator : AbstractValidator<MoveCustomer>
{
    public MoveCustomerValidator() => RuleFor(x => x.Reason).MaximumLength(LifecycleChange.ReasonMaxLength);
}

internal sealed class MoveCustomerHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<MoveCustomer, CustomerDetails>
{
    public async Task<Result<CustomerDetails>> Handle(MoveCustomer command, CancellationToken ct)
    {
        if ((await db.Customers.Load(command.Id, default, ct)).Failed(out var error, out var customer))
        {
            return error;
        }
        var (before, now) = (customer.Lifecycle, clock.GetUtcNow());
        if (customer.MoveTo(command.Lifecycle, command.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        if (customer.Lifecycle != before)
        {
            db.Tell(caller, customer.Id, "customer.lifecycle_changed", customer.ResourceId, now, new { from = before, to = customer.Lifecycle, command.Reason });
        }
        return CustomerDetails.Of(customer, caller.Tenant.Settings);
    }
}
