using System.Linq.Expressions;
using Crm.Domain.CorrectiveActions;

namespace Crm.Application.CorrectiveActions;

/// <summary>What is to be done, or was done, so that a cause does not come back.</summary>
/// <param name="Id">The action's id.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Description">How, and why that should help.</param>
/// <param name="CauseId">The cause that is not to come back.</param>
/// <param name="OwnerId">The one member of staff who answers for it.</param>
/// <param name="DueOn">The day until the end of which it is to be done.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DoneOn">The day on which it was done.</param>
/// <param name="Evidence">What shows that it was done.</param>
/// <param name="Check">The last check of its effect; it stays where the action is taken up again.</param>
/// <param name="CancellationReason">Why it was cancelled.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was planned.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record CorrectiveActionDetails(
    CorrectiveActionId Id, string Title, string? Description, CauseId CauseId, StaffId OwnerId, DateOnly DueOn, CorrectiveActionState State, DateOnly? DoneOn, string? Evidence,
    EffectivenessCheck? Check, string? CancellationReason, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly CorrectiveActionDetails Example = new(
        CorrectiveActionId.Parse("corrective_action_01j00000000000000000000000", null), CorrectiveActionContent.Example.Title, CorrectiveActionContent.Example.Description,
        CorrectiveActionContent.Example.CauseId, CorrectiveActionContent.Example.OwnerId, CorrectiveActionContent.Example.DueOn, CorrectiveActionState.Effective,
        new(2026, 4, 18), CompletionBody.Example.Evidence, new(new(2026, 5, 20), 30, 9, 2, CorrectiveActionContent.Example.OwnerId), null, null, Morning, Morning.AddDays(60), 4);

    public static readonly Expression<Func<CorrectiveAction, CorrectiveActionDetails>> Projection = a => new CorrectiveActionDetails(
        a.Id, a.Title, a.Description, a.CauseId, a.OwnerId, a.DueOn, a.State, a.DoneOn, a.Evidence, a.Check, a.CancellationReason, a.ExternalId, a.CreatedAt, a.UpdatedAt, a.Version);

    private static readonly Func<CorrectiveAction, CorrectiveActionDetails> Compiled = Projection.Compile();

    public static CorrectiveActionDetails Of(CorrectiveAction action) => Compiled(action);
}
