using Crm.Domain;
using Crm.Domain.Purchases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Purchases;

public sealed record GetPurchase(PurchaseId Id) : IQuery<PurchaseDetails>;

internal sealed class GetPurchaseHandler(ICrmDb db) : IQueryHandler<GetPurchase, PurchaseDetails>
{
    public async Task<Result<PurchaseDetails>> Handle(GetPurchase query, CancellationToken ct) =>
        await db.Purchases.AsNoTracking().Include(p => p.Returns).FirstOrDefaultAsync(p => p.Id == query.Id, ct) is { } purchase
            ? PurchaseDetails.Of(purchase) : Error.NotFound<Purchase>();
}
