using Crm.Application.Callbacks;
using Crm.Domain;
using Crm.Domain.Interactions;
using FluentValidation;

namespace Crm.Application.Interactions;

/// <summary>A contact to be recorded.</summary>
public sealed record RecordInteraction : InteractionContent, ICommand<InteractionDetails>
{
    public static readonly RecordInteraction Example = new()
    {
        CustomerId = CustomerId.Parse("customer_01j00000000000000000000000", null),
        Channel = Channel.Phone,
        Direction = Direction.Inbound,
        StartedAt = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero),
        EndedAt = new(2026, 3, 21, 8, 42, 0, TimeSpan.Zero),
        Subject = "The parcel came late",
        Words = "سه بار زنگ زدم و هیچ‌کس جواب نداد.",
        Notes = "Had called twice before; the calls were dropped.",
        EmotionAtStart = Emotion.Furious,
        EmotionAtEnd = Emotion.Calm,
        Signals = [new(SignalKind.Tone, "loud"), new(SignalKind.Pace)],
        DeEscalation = "Let him finish, repeated what he had said, promised to call back myself.",
        Holds = [new(new(2026, 3, 21, 8, 35, 0, TimeSpan.Zero), new(2026, 3, 21, 8, 36, 30, TimeSpan.Zero), "Looked up the parcel", true)],
        Outcome = Domain.Interactions.Outcome.FollowUpNeeded,
        FollowUp = new(new(2026, 3, 22), "Tell him when the parcel comes"),
    };
}

internal sealed class RecordInteractionValidator : AbstractValidator<RecordInteraction>
{
    public RecordInteractionValidator() => Include(new InteractionContentValidator());
}

internal sealed class RecordInteractionHandler(ICrmDb db, Caller caller, TimeProvider clock, OfferingCallbacks callbacks) : ICommandHandler<RecordInteraction, InteractionDetails>
{
    public async Task<Result<InteractionDetails>> Handle(RecordInteraction command, CancellationToken ct)
    {
        if (command.WithNumber(caller).Failed(out var error, out var content)
            || Interaction.Record(content, caller.Author(), clock.GetUtcNow()).Failed(out error, out var interaction)
            || (await db.Enter(interaction, caller, ct)).Failed(out error)
            || (await callbacks.After(interaction, null, ct)).Failed(out error))
        {
            return error;
        }
        return InteractionDetails.Of(interaction);
    }
}
