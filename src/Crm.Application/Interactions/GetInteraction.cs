using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application.Interactions;

public sealed record GetInteraction(InteractionId Id) : IQuery<InteractionDetails>;

internal sealed class GetInteractionHandler(ICrmDb db, Caller caller) : IQueryHandler<GetInteraction, InteractionDetails>
{
    private static readonly Read<InteractionId, Found> ById = new((db, id) => db.Interactions.Where(i => i.Id == id).Select(i => new Found(
        i.Author, new InteractionDetails(
            i.Id, i.Content, i.CustomerId, i.Channel, i.Direction, i.StartedAt, i.EndedAt, i.EmotionAtStart, i.EmotionAtEnd, i.Outcome, i.Visibility,
            i.StaffId, i.RecordedById, i.CorrectsId,
            i.Correction != null ? i.Correction.CorrectionId : (InteractionId?)null,
            i.Correction != null ? i.Correction.Reason : null,
            i.CreatedAt, i.Correction != null ? i.Correction.At : i.UpdatedAt, i.Correction != null ? i.Version + 1 : i.Version))));

    public async Task<Result<InteractionDetails>> Handle(GetInteraction query, CancellationToken ct) =>
        await db.First(ById, query.Id, ct) is { } found && IsSeen(found) ? found.Details : Error.NotFound<Interaction>();

    private bool IsSeen(Found found) =>
        found.Details.Visibility != Visibility.Private
        || caller.May(Permission.InteractionsReadPrivate)
        || found.Author == caller.CredentialKey
        || (caller.StaffId is { } me && (found.Details.StaffId == me || found.Details.RecordedById == me));

    private sealed record Found(ByteKey Author, InteractionDetails Details);
}
