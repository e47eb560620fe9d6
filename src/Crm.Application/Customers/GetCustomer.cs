using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

public sealed record GetCustomer(CustomerId Id) : IQuery<CustomerDetails>;

internal sealed class GetCustomerHandler(ICrmDb db, Caller caller) : IQueryHandler<GetCustomer, CustomerDetails>
{
    private static readonly Read<CustomerId, CustomerDetails> ById = new((db, id) =>
        db.Customers.Where(c => c.Id == id && c.State != CustomerState.Deleted).Select(CustomerDetails.Projection));

    public async Task<Result<CustomerDetails>> Handle(GetCustomer query, CancellationToken ct) =>
        await db.First(ById, query.Id, ct) is { } customer ? customer.AddressedBy(caller.Tenant.Settings) : Error.NotFound<Customer>();
}
