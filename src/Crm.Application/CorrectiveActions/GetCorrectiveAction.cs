using Crm.Domain;
using Crm.Domain.CorrectiveActions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.CorrectiveActions;

public sealed record GetCorrectiveAction(CorrectiveActionId Id) : IQuery<CorrectiveActionDetails>;

internal sealed class GetCorrectiveActionHandler(ICrmDb db) : IQueryHandler<GetCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(GetCorrectiveAction query, CancellationToken ct) =>
        await db.CorrectiveActions.Where(a => a.Id == query.Id).Select(CorrectiveActionDetails.Projection).FirstOrDefaultAsync(ct) is { } action
            ? action
            : Error.NotFound<CorrectiveAction>();
}
