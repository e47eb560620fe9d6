namespace Crm.Domain.Customers;

/// <summary>A member of staff who is told of what is recorded on a customer (S4-INTERNAL-1).</summary>
public sealed class CustomerWatcher
{
    public const int MaxPerCustomer = 100;

    public required CustomerId CustomerId { get; init; }
    public required StaffId StaffId { get; init; }
    public required DateTimeOffset Since { get; init; }
}
