using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetAttribute(AttributeDefinitionId Id) : IQuery<AttributeDetails>;

internal sealed class GetAttributeHandler(ICrmDb db) : IQueryHandler<GetAttribute, AttributeDetails>
{
    public async Task<Result<AttributeDetails>> Handle(GetAttribute query, CancellationToken ct) =>
        await db.AttributeDefinitions.Where(d => d.Id == query.Id).Select(AttributeDetails.Projection).FirstOrDefaultAsync(ct)
            is { } definition ? definition : Error.NotFound<AttributeDefinition>();
}
