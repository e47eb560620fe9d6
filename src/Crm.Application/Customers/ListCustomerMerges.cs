using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>The merges of a customer.</summary>
public sealed record ListCustomerMerges : ListQuery, IQuery<Page<CustomerMergeRow>>
{
    /// <summary>The customer, as survivor or as loser.</summary>
    public CustomerId Id { get; init; }
}

/// <summary>A merge of two records of a customer.</summary>
/// <param name="Id">The merge.</param>
/// <param name="SurvivorId">The record that took the other in.</param>
/// <param name="LoserId">The record that became a tombstone.</param>
/// <param name="By">The member of staff who merged them.</param>
/// <param name="UndoneAt">When it was undone.</param>
/// <param name="CreatedAt">When the records were merged.</param>
/// <param name="UpdatedAt">When the merge last changed.</param>
/// <param name="Version">Grows by one with every change.</param>
public sealed record CustomerMergeRow(
    CustomerMergeId Id, CustomerId SurvivorId, CustomerId LoserId, StaffId? By, DateTimeOffset? UndoneAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    /// <summary>Until when the merge can be undone.</summary>
    public DateTimeOffset UndoUntil => CreatedAt + CustomerMerge.Window;

    public static readonly CustomerMergeRow Example = new(
        MergeReport.Example.MergeId!.Value, CustomerDetails.Example.Id, MergeBody.Example.LoserId, null, null,
        DateTimeOffset.UnixEpoch.AddYears(57) - CustomerMerge.Window, DateTimeOffset.UnixEpoch.AddYears(57) - CustomerMerge.Window, 1);

    public static readonly Expression<Func<CustomerMerge, CustomerMergeRow>> Projection = m => new CustomerMergeRow(
        m.Id, m.SurvivorId, m.LoserId, m.By, m.UndoneAt, m.CreatedAt, m.UpdatedAt, m.Version);
}

internal sealed class ListCustomerMergesHandler(ICrmDb db) : IQueryHandler<ListCustomerMerges, Page<CustomerMergeRow>>
{
    private static readonly Order<CustomerMerge, CustomerMergeRow>[] Orders = [Order<CustomerMerge, CustomerMergeRow>.ByCreation(r => r.Id)];

    public async Task<Result<Page<CustomerMergeRow>>> Handle(ListCustomerMerges query, CancellationToken ct)
    {
        var merges = db.CustomerMerges.Where(m => m.SurvivorId == query.Id || m.LoserId == query.Id);
        if ((await merges.ToPage(query, Orders, CustomerMergeRow.Projection, ct)).Failed(out var error, out var page))
        {
            return error;
        }
        // Only an empty page leaves open whether there is such a customer.
        return page.Data.Count > 0 || await db.Customers.AnyAsync(c => c.Id == query.Id, ct) ? page : Error.NotFound<Customer>();
    }
}
