using Crm.Domain;
using Crm.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

public sealed record GetCommitment(CommitmentId Id) : IQuery<CommitmentDetails>;

internal sealed class GetCommitmentHandler(ICrmDb db) : IQueryHandler<GetCommitment, CommitmentDetails>
{
    public async Task<Result<CommitmentDetails>> Handle(GetCommitment query, CancellationToken ct) =>
        await db.Commitments.Where(c => c.Id == query.Id).Select(CommitmentDetails.Projection).FirstOrDefaultAsync(ct)
            is { } found ? found : Error.NotFound<Commitment>();
}
