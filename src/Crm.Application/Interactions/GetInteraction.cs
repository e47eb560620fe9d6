using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application.Interactions;

public sealed record GetInteraction(InteractionId Id) : IQuery<InteractionDetails>;

internal sealed class GetInteractionHandler(ICrmDb db, Caller caller) : IQueryHandler<GetInteraction, InteractionDetails>
{
    private static readonly Read<InteractionId, InteractionDetails> ById = new((db, id) => db.Interactions.Where(i => i.Id == id).Select(InteractionDetails.Projection));

    public async Task<Result<InteractionDetails>> Handle(GetInteraction query, CancellationToken ct) =>
        await db.First(ById, query.Id, ct) is { } found && IsSeen(found) ? found : Error.NotFound<Interaction>();

    private bool IsSeen(InteractionDetails found) =>
        found.Visibility != Visibility.Private
        || caller.May(Permission.InteractionsReadPrivate)
        || found.Author == caller.CredentialKey
        || (caller.StaffId is { } me && (found.StaffId == me || found.RecordedById == me));
}
