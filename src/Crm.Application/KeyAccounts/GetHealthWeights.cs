using Crm.Domain;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record GetHealthWeights : IQuery<HealthWeights>;

internal sealed class GetHealthWeightsHandler(ICrmDb db) : IQueryHandler<GetHealthWeights, HealthWeights>
{
    public async Task<Result<HealthWeights>> Handle(GetHealthWeights query, CancellationToken ct) =>
        await db.HealthScales.Select(s => new HealthWeights(s.Weights, s.UpdatedAt, s.Version)).FirstOrDefaultAsync(ct) ?? new HealthWeights(AccountHealth.UsualWeights, null, 0);
}
