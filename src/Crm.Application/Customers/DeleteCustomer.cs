using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

public sealed record DeleteCustomer(CustomerId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class DeleteCustomerHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<DeleteCustomer, Nothing>
{
    public async Task<Result<Nothing>> Handle(DeleteCustomer command, CancellationToken ct)
    {
        if ((await db.Customers.Load(command.Id, default, ct)).Failed(out var error, out var customer))
        {
            return error;
        }
        if (customer.State == CustomerState.Active && !command.IfMatch.Allows(customer.Version))
        {
            return Error.Stale;
        }
        customer.Delete(clock.GetUtcNow());
        return new Nothing();
    }
}
