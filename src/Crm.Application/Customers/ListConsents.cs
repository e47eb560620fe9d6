using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>Which decisions to list.</summary>
public sealed record ListConsents : ListQuery, IQuery<Page<ConsentDetails>>
{
    /// <summary>The customer.</summary>
    public CustomerId Id { get; init; }
}

internal sealed class ListConsentsHandler(ICrmDb db) : IQueryHandler<ListConsents, Page<ConsentDetails>>
{
    private static readonly Order<Consent, ConsentDetails>[] Orders = [Order<Consent, ConsentDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<ConsentDetails>>> Handle(ListConsents query, CancellationToken ct) =>
        db.Consents.Where(c => c.CustomerId == query.Id).ToPage(query, Orders, ConsentDetails.Projection, ct).OfKnown(db, query.Id, ct);
}
