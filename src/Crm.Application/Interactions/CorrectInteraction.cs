using System.Text.Json.Serialization;
using Crm.Application.Callbacks;
using Crm.Domain;
using Crm.Domain.Interactions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Interactions;

/// <summary>What a wrong interaction should have been, whole, and why it is corrected.</summary>
public sealed record CorrectInteraction : InteractionContent, ICommand<InteractionDetails>
{
    /// <summary>The wrong one. It comes from the address.</summary>
    [JsonIgnore]
    public InteractionId OriginalId { get; init; }

    /// <summary>What was wrong; 1 to 500 characters.</summary>
    public required string Reason { get; init; }

    public static readonly CorrectInteraction Example = new()
    {
        CustomerId = CustomerId.Parse("customer_01j00000000000000000000000", null),
        Channel = Channel.Phone,
        Direction = Direction.Outbound,
        StartedAt = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero),
        EndedAt = new(2026, 3, 21, 8, 42, 0, TimeSpan.Zero),
        Subject = "The parcel came late",
        Reason = "We had called him, not he us.",
    };
}

internal sealed class CorrectInteractionValidator : AbstractValidator<CorrectInteraction>
{
    public CorrectInteractionValidator()
    {
        Include(new InteractionContentValidator());
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(InteractionCorrection.ReasonMaxLength);
    }
}

internal sealed class CorrectInteractionHandler(ICrmDb db, Caller caller, TimeProvider clock, OfferingCallbacks callbacks) : ICommandHandler<CorrectInteraction, InteractionDetails>
{
    public async Task<Result<InteractionDetails>> Handle(CorrectInteraction command, CancellationToken ct)
    {
        var original = await db.Interactions.SeenBy(caller).Include(i => i.Correction).FirstOrDefaultAsync(i => i.Id == command.OriginalId, ct);
        if (original is null)
        {
            return Error.NotFound<Interaction>();
        }
        if (command.WithNumber(caller).Failed(out var error, out var content)
            || original.Correct(content, command.Reason, caller.Author(), clock.GetUtcNow()).Failed(out error, out var correction)
            || (await db.Enter(correction, caller, ct)).Failed(out error)
            || (await callbacks.After(correction, original, ct)).Failed(out error))
        {
            return error;
        }
        return InteractionDetails.Of(correction);
    }
}
