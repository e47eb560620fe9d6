using System.Text.Json;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Application.Interactions;

/// <summary>What a new interaction needs to know and leaves behind, be it a record or a correction.</summary>
internal static class EnteringInteractions
{
    private static readonly Read<CustomerId, Counterpart> ById = new((db, id) => db.Customers.Where(c => c.Id == id).Select(c => new Counterpart(
        c.State, c.SurvivorId, db.CustomerWatchers.Where(w => w.CustomerId == c.Id).OrderBy(w => w.StaffId).Select(w => w.StaffId).ToList())));

    /// <summary>What was told, with its telephone number in E.164.</summary>
    public static Result<InteractionContent> WithNumber(this InteractionContent told, Caller caller) =>
        TelephoneNumbers.Read(string.IsNullOrWhiteSpace(told.Number) ? null : told.Number, caller).Failed(out var error, out var number) ? error : told with { Number = number?.E164 };

    /// <summary>Adds the interaction and its place in the customer's timeline, unless nothing can be recorded on the customer. One query.</summary>
    public static async Task<Result> Enter(this ICrmDb db, Interaction interaction, Caller caller, CancellationToken ct)
    {
        var customer = await db.First(ById, interaction.CustomerId, ct);
        switch (customer?.State)
        {
            case null or CustomerState.Deleted: return InteractionErrors.CustomerUnknown;
            case CustomerState.Merged: return CustomerErrors.Merged.With(customer.SurvivorId.ToString()!);
            case CustomerState.Erased: return CustomerErrors.Erased;
        }
        db.OnlyWhileActive(interaction.CustomerId);
        interaction.Tell(customer.Watchers);
        db.Interactions.Add(interaction);
        db.Timeline.Add(EntryOf(interaction, caller));
        return Result.Done;
    }

    private static TimelineEntry EntryOf(Interaction interaction, Caller caller)
    {
        var isPrivate = interaction.Visibility == Visibility.Private;
        return new()
        {
            Id = UuidV7.Next(interaction.CreatedAt),
            CustomerId = interaction.CustomerId,
            At = interaction.StartedAt,
            Type = "interaction.recorded",
            ResourceId = interaction.ResourceId,
            By = interaction.StaffId,
            OnlyFor = isPrivate ? interaction.StaffId : null,
            OnlyForCredential = isPrivate ? caller.CredentialKey : null,
            Summary = JsonSerializer.Serialize(
                new InteractionSummary(
                    interaction.Channel, interaction.Direction, interaction.Subject, interaction.Outcome, interaction.EmotionAtStart,
                    interaction.EmotionAtEnd, interaction.Visibility, interaction.CorrectsId),
                CrmJson.Stored),
        };
    }

    private sealed record Counterpart(CustomerState State, CustomerId? SurvivorId, List<StaffId> Watchers);

    private sealed record InteractionSummary(
        Channel Channel, Direction Direction, string? Subject, Outcome? Outcome, Emotion? EmotionAtStart, Emotion? EmotionAtEnd, Visibility Visibility,
        InteractionId? CorrectsId);
}
