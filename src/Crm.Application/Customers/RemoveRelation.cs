using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record RemoveRelation(CustomerId CustomerId, RelationId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RemoveRelationHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RemoveRelation, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveRelation command, CancellationToken ct)
    {
        var (id, now) = (command.CustomerId, clock.GetUtcNow());
        var relation = await db.Relations.FirstOrDefaultAsync(r => r.Id == command.Id && (r.CustomerId == id || r.OtherCustomerId == id), ct);
        var stood = relation is { Removed: false };
        if (relation.Remove(command.IfMatch, now).Failed(out var error))
        {
            return error;
        }
        if (stood)
        {
            db.Tell(caller, relation!.CustomerId, "relation.removed", relation.ResourceId, now, new { relation.Kind, relation.OtherCustomerId });
            db.Tell(caller, relation.OtherCustomerId, "relation.removed", relation.ResourceId, now, new { relation.Kind, OtherCustomerId = relation.CustomerId });
        }
        return new Nothing();
    }
}
