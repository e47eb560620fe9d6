using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>Which relations to list.</summary>
public sealed record ListRelations : ListQuery, IQuery<Page<RelationDetails>>
{
    /// <summary>The customer.</summary>
    public CustomerId Id { get; init; }

    /// <summary>Only relations of these kinds, separated by commas.</summary>
    public Choices<RelationKind>? Kind { get; init; }
}

internal sealed class ListRelationsHandler(ICrmDb db) : IQueryHandler<ListRelations, Page<RelationDetails>>
{
    private static readonly Order<Relation, RelationDetails>[] Orders = [Order<Relation, RelationDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<RelationDetails>>> Handle(ListRelations query, CancellationToken ct)
    {
        var id = query.Id;
        var relations = db.Relations.AsNoTracking().Where(r => (r.CustomerId == id || r.OtherCustomerId == id) && !r.Removed);
        if (query.Kind is { } kinds)
        {
            relations = relations.Where(r => kinds.Values.Contains(r.Kind));
        }
        return relations.ToPage(query, Orders, r => RelationDetails.Of(
                r, id, db.Customers.Where(c => c.Id != id && (c.Id == r.CustomerId || c.Id == r.OtherCustomerId)).Select(c => c.DisplayName).First()), ct)
            .OfKnown(db, id, ct);
    }
}
