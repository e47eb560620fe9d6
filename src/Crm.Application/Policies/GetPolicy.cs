using Crm.Domain;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Policies;

public sealed record GetPolicy(PolicyId Id) : IQuery<PolicyDetails>;

internal sealed class GetPolicyHandler(ICrmDb db) : IQueryHandler<GetPolicy, PolicyDetails>
{
    public async Task<Result<PolicyDetails>> Handle(GetPolicy query, CancellationToken ct) =>
        await db.Policies.Where(p => p.Id == query.Id).Select(PolicyDetails.Projection).FirstOrDefaultAsync(ct) is { } policy
            ? policy
            : Error.NotFound<Policy>();
}
