using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>Which attribute definitions to list.</summary>
public sealed record ListAttributes : ListQuery, IQuery<Page<AttributeDetails>>
{
    /// <summary>Only those in use (false) or retired (true); both where absent.</summary>
    public bool? Retired { get; init; }
}

internal sealed class ListAttributesHandler(ICrmDb db) : IQueryHandler<ListAttributes, Page<AttributeDetails>>
{
    private static readonly Order<AttributeDefinition, AttributeDetails>[] Orders = [Order<AttributeDefinition, AttributeDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<AttributeDetails>>> Handle(ListAttributes query, CancellationToken ct) =>
        (query.Retired is { } retired ? db.AttributeDefinitions.Where(d => d.RetiredAt != null == retired) : db.AttributeDefinitions)
            .ToPage(query, Orders, AttributeDetails.Projection, ct);
}
