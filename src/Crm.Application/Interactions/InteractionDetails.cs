using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application.Interactions;

/// <summary>An interaction, whole.</summary>
public sealed record InteractionDetails : InteractionContent, IVersioned
{
    [JsonConstructor]
    public InteractionDetails() { }

    [SetsRequiredMembers]
    public InteractionDetails(
        InteractionId id, InteractionContent content, CustomerId customerId, Channel channel, Direction direction, DateTimeOffset startedAt, DateTimeOffset? endedAt,
        Emotion? emotionAtStart, Emotion? emotionAtEnd, Outcome? outcome, Visibility visibility, StaffId? staffId, StaffId? recordedById, InteractionId? correctsId, InteractionId? correctedById,
        string? correctionReason, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version, ByteKey author)
        : base(content)
    {
        // The columns outlive the content: a merge moves the interaction to another customer, an erasure empties what was said.
        (CustomerId, Channel, Direction, StartedAt, EndedAt) = (customerId, channel, direction, startedAt, endedAt);
        (EmotionAtStart, EmotionAtEnd, Outcome, Visibility, StaffId) = (emotionAtStart, emotionAtEnd, outcome, visibility, staffId);
        (Id, RecordedById, CorrectsId, CorrectedById, CorrectionReason) = (id, recordedById, correctsId, correctedById, correctionReason);
        (CreatedAt, UpdatedAt, Version, Author) = (createdAt, updatedAt, version, author);
    }

    /// <summary>The interaction's id.</summary>
    public InteractionId Id { get; init; }

    /// <summary>The member of staff who entered it, if the credential acted as one.</summary>
    public StaffId? RecordedById { get; init; }

    /// <summary>The wrong interaction that this one stands for.</summary>
    public InteractionId? CorrectsId { get; init; }

    /// <summary>The interaction that stands for this one, because this one was wrong.</summary>
    public InteractionId? CorrectedById { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>How long the contact took, in seconds; null without an end.</summary>
    public long? DurationSeconds => EndedAt is { } end ? (long)(end - StartedAt).TotalSeconds : null;

    /// <summary>How long the customer waited on the line, in seconds, all holds together.</summary>
    public long HoldSeconds => (long)Holds.Sum(h => (h.To - h.From).TotalSeconds);

    /// <summary>When it was entered, which may be long after it took place.</summary>
    public DateTimeOffset EnteredAt => CreatedAt;

    /// <summary>When the record was made; the same as enteredAt.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the representation last changed: by a correction or an erasure, by nothing else.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The ETag. An interaction never changes, but its correction shows in it.</summary>
    public int Version { get; init; }

    /// <summary>The credential that entered it, which decides who sees it and is told to nobody.</summary>
    [JsonIgnore]
    internal ByteKey Author { get; }

    public static readonly InteractionDetails Example = new(
        InteractionId.Parse("interaction_01j00000000000000000000000", null), RecordInteraction.Example.ContentOnly(), RecordInteraction.Example.CustomerId,
        RecordInteraction.Example.Channel, RecordInteraction.Example.Direction, RecordInteraction.Example.StartedAt, RecordInteraction.Example.EndedAt,
        RecordInteraction.Example.EmotionAtStart, RecordInteraction.Example.EmotionAtEnd, RecordInteraction.Example.Outcome, Domain.Interactions.Visibility.Team,
        RecordInteraction.Example.StaffId, null, null, null, null,
        new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero), new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero), 1, default);

    public static readonly Expression<Func<Interaction, InteractionDetails>> Projection = i => new InteractionDetails(
        i.Id, i.Content, i.CustomerId, i.Channel, i.Direction, i.StartedAt, i.EndedAt, i.EmotionAtStart, i.EmotionAtEnd, i.Outcome, i.Visibility,
        i.StaffId, i.RecordedById, i.CorrectsId,
        i.Correction != null ? i.Correction.CorrectionId : (InteractionId?)null,
        i.Correction != null ? i.Correction.Reason : null,
        i.CreatedAt, i.Correction != null ? i.Correction.At : i.UpdatedAt, i.Correction != null ? i.Version + 1 : i.Version, i.Author);

    private static readonly Func<Interaction, InteractionDetails> Compiled = Projection.Compile();

    public static InteractionDetails Of(Interaction interaction) => Compiled(interaction);
}
