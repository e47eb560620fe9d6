using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record GetCustomerStanding(CustomerId Id) : IQuery<CustomerStanding>;

/// <summary>What a customer is to us as a key account.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsKey">Whether matters of the customer take the key policy.</param>
/// <param name="KeyAccountId">The designation that makes it so.</param>
/// <param name="InheritedFrom">The organisation whose designation it is, where the customer acts for one and has none of their own.</param>
/// <param name="Tier">The tier.</param>
/// <param name="ManagerId">The account manager.</param>
/// <param name="SponsorId">The executive sponsor who can be called.</param>
public sealed record CustomerStanding(
    CustomerId CustomerId, bool IsKey, KeyAccountId? KeyAccountId, CustomerId? InheritedFrom, string? Tier, StaffId? ManagerId, StaffId? SponsorId)
{
    public static readonly CustomerStanding Example = new(
        KeyAccountDetails.Example.CustomerId, true, KeyAccountDetails.ExampleId, null, KeyAccountDetails.Example.Tier, KeyAccountDetails.ExampleManager, null);
}

internal sealed class GetCustomerStandingHandler(ICrmDb db, KeyStandings standings) : IQueryHandler<GetCustomerStanding, CustomerStanding>
{
    public async Task<Result<CustomerStanding>> Handle(GetCustomerStanding query, CancellationToken ct)
    {
        if (await standings.Of(query.Id, ct) is { } standing)
        {
            return new CustomerStanding(
                query.Id, true, standing.AccountId, standing.HolderId == query.Id ? null : standing.HolderId, standing.Tier, standing.ManagerId, standing.SponsorId);
        }
        return await db.Customers.AnyAsync(c => c.Id == query.Id && c.State != CustomerState.Deleted, ct)
            ? new CustomerStanding(query.Id, false, null, null, null, null, null) : Error.NotFound<Customer>();
    }
}
