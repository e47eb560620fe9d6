using Crm.Domain;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

public sealed record GetStock(RewardId Id) : IQuery<StockLeft>;

internal sealed class GetStockHandler(ICrmDb db) : IQueryHandler<GetStock, StockLeft>
{
    public async Task<Result<StockLeft>> Handle(GetStock query, CancellationToken ct) =>
        await db.Rewards.Where(r => r.Id == query.Id)
            .Select(r => new StockLeft(r.Id, db.RewardStocks.Where(s => s.RewardId == r.Id).Select(s => (long?)s.Left).FirstOrDefault())).FirstOrDefaultAsync(ct) is { } stock
            ? stock : Error.NotFound<Reward>();
}
