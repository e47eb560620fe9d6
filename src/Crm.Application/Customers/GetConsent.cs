using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetConsent(CustomerId CustomerId, ConsentId Id) : IQuery<ConsentDetails>;

internal sealed class GetConsentHandler(ICrmDb db) : IQueryHandler<GetConsent, ConsentDetails>
{
    public async Task<Result<ConsentDetails>> Handle(GetConsent query, CancellationToken ct) =>
        await db.Consents.Where(c => c.Id == query.Id && c.CustomerId == query.CustomerId).Select(ConsentDetails.Projection).FirstOrDefaultAsync(ct)
            is { } consent ? consent : Error.NotFound<Consent>();
}
