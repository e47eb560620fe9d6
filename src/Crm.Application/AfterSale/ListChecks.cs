using Crm.Domain;
using Crm.Domain.AfterSale;

namespace Crm.Application.AfterSale;

/// <summary>Which checks to list.</summary>
public sealed record ListChecks : ListQuery, IQuery<Page<CheckDetails>>
{
    /// <summary>Only those of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only those in these states, separated by commas.</summary>
    public Choices<CheckState>? State { get; init; }
}

internal sealed class ListChecksHandler(ICrmDb db) : IQueryHandler<ListChecks, Page<CheckDetails>>
{
    private static readonly Order<AfterSaleCheck, CheckDetails>[] Orders =
    [
        Order<AfterSaleCheck, CheckDetails>.ByCreation(r => r.Id),
        Order<AfterSaleCheck, CheckDetails>.By("dueAt", c => c.DueAt, r => r.DueAt, r => r.Id),
    ];

    public Task<Result<Page<CheckDetails>>> Handle(ListChecks query, CancellationToken ct)
    {
        IQueryable<AfterSaleCheck> rows = db.AfterSaleChecks;
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(c => c.CustomerId == customer);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(c => states.Values.Contains(c.State));
        }
        return rows.ToPage(query, Orders, CheckDetails.Projection, ct);
    }
}
