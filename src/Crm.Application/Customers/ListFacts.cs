using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>Which facts to list.</summary>
public sealed record ListFacts : ListQuery, IQuery<Page<FactDetails>>
{
    /// <summary>The customer.</summary>
    public CustomerId Id { get; init; }

    /// <summary>Only facts of these kinds, separated by commas.</summary>
    public Choices<FactKind>? Kind { get; init; }
}

internal sealed class ListFactsHandler(ICrmDb db, Caller caller) : IQueryHandler<ListFacts, Page<FactDetails>>
{
    private static readonly Order<Fact, FactDetails>[] Orders = [Order<Fact, FactDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<FactDetails>>> Handle(ListFacts query, CancellationToken ct)
    {
        var facts = db.Facts.Where(f => f.CustomerId == query.Id && !f.Removed && (f.OnlyFor == null || f.OnlyFor == caller.StaffId));
        if (query.Kind is { } kinds)
        {
            facts = facts.Where(f => kinds.Values.Contains(f.Kind));
        }
        return facts.ToPage(query, Orders, FactDetails.Projection, ct).OfKnown(db, query.Id, ct);
    }
}
