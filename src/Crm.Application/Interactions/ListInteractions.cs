using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application.Interactions;

/// <summary>Which interactions to list.</summary>
public sealed record ListInteractions : ListQuery, IQuery<Page<InteractionRow>>
{
    /// <summary>Only contacts with this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only on these ways, separated by commas.</summary>
    public Choices<Channel>? Channel { get; init; }

    /// <summary>Only those that the customer (inbound) or we (outbound) began.</summary>
    public Choices<Direction>? Direction { get; init; }

    /// <summary>Only contacts that this member of staff had.</summary>
    public StaffId? StaffId { get; init; }

    /// <summary>Only interactions that mention this member of staff.</summary>
    public StaffId? Mentions { get; init; }

    /// <summary>Only what began at or after this instant.</summary>
    public Instant? StartedAfter { get; init; }

    /// <summary>Only what began before this instant.</summary>
    public Instant? StartedBefore { get; init; }

    /// <summary>Only with these visibilities, separated by commas.</summary>
    public Choices<Visibility>? Visibility { get; init; }

    /// <summary>Only contacts at whose beginning the customer felt at least like this: calm, uneasy, annoyed, angry or furious.</summary>
    public Choices<Emotion>? EmotionAtLeast { get; init; }

    /// <summary>Only with these outcomes, separated by commas.</summary>
    public Choices<Outcome>? Outcome { get; init; }

    /// <summary>Whether to leave out (false) or show alone (true) what a correction stands for.</summary>
    public bool? Corrected { get; init; }

    /// <summary>The change feed: everything that was recorded or purged at or after this instant, in this order. A correction tells by correctsId what it replaces.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>An interaction in a list; its words and notes are read by its id.</summary>
/// <param name="Id">The interaction's id.</param>
/// <param name="CustomerId">With whom.</param>
/// <param name="Channel">On which way.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="EmotionAtStart">How the customer felt at the beginning.</param>
/// <param name="EmotionAtEnd">How the customer felt at the end.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="StaffId">Who had the contact.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="FollowUpOn">The day on which something is to be done.</param>
/// <param name="CorrectsId">The wrong interaction that it stands for.</param>
/// <param name="CorrectedById">The interaction that stands for it.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When the record last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record InteractionRow(
    InteractionId Id, CustomerId CustomerId, Channel Channel, Direction Direction, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Subject,
    Emotion? EmotionAtStart, Emotion? EmotionAtEnd, Outcome? Outcome, StaffId? StaffId, Visibility Visibility, DateOnly? FollowUpOn,
    InteractionId? CorrectsId, InteractionId? CorrectedById, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly InteractionRow Example = new(
        InteractionId.Parse("interaction_01j00000000000000000000000", null), CustomerId.Parse("customer_01j00000000000000000000000", null),
        Channel.Phone, Direction.Inbound, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), new(2026, 3, 21, 8, 42, 0, TimeSpan.Zero), "The parcel came late",
        Emotion.Furious, Emotion.Calm, Domain.Interactions.Outcome.FollowUpNeeded, null, Visibility.Team, new(2026, 3, 22), null, null, null,
        new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero), new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero), 1);

    public static readonly Expression<Func<Interaction, InteractionRow>> Projection = i => new InteractionRow(
        i.Id, i.CustomerId, i.Channel, i.Direction, i.StartedAt, i.EndedAt, i.Subject, i.EmotionAtStart, i.EmotionAtEnd, i.Outcome, i.StaffId,
        i.Visibility, i.FollowUpOn, i.CorrectsId, i.Correction != null ? i.Correction.CorrectionId : (InteractionId?)null, i.ExternalId,
        i.CreatedAt, i.UpdatedAt, i.Correction != null ? i.Version + 1 : i.Version);
}

internal sealed class ListInteractionsHandler(ICrmDb db, Caller caller) : IQueryHandler<ListInteractions, Page<InteractionRow>>
{
    private static readonly Order<Interaction, InteractionRow>[] Orders =
    [
        Order<Interaction, InteractionRow>.By("startedAt", i => i.StartedAt, r => r.StartedAt, r => r.Id),
        Order<Interaction, InteractionRow>.ByCreation(r => r.Id),
        Order<Interaction, InteractionRow>.By("updatedAt", i => i.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<InteractionRow>>> Handle(ListInteractions query, CancellationToken ct)
    {
        var rows = ByWhom(ByWhat(db.Interactions.SeenBy(caller), query), query);
        if (query.UpdatedSince is { } since)
        {
            return rows.Where(i => i.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, InteractionRow.Projection, ct);
        }
        return rows.ToPage(query, Orders, InteractionRow.Projection, ct);
    }

    private IQueryable<Interaction> ByWhom(IQueryable<Interaction> rows, ListInteractions query)
    {
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(i => i.CustomerId == customer);
        }
        if (query.StaffId is { } staff)
        {
            rows = rows.Where(i => i.StaffId == staff);
        }
        if (query.Mentions is { } mentioned)
        {
            rows = rows.Where(i => db.InteractionParties.Any(p => p.InteractionId == i.Id && p.StaffId == mentioned && p.IsMentioned));
        }
        return query.Visibility is { } visibility ? rows.Where(i => visibility.Values.Contains(i.Visibility)) : rows;
    }

    private static IQueryable<Interaction> ByWhat(IQueryable<Interaction> rows, ListInteractions query)
    {
        if (query.Channel is { } channels)
        {
            rows = rows.Where(i => channels.Values.Contains(i.Channel));
        }
        if (query.Direction is { } directions)
        {
            rows = rows.Where(i => directions.Values.Contains(i.Direction));
        }
        if (query.Outcome is { } outcomes)
        {
            rows = rows.Where(i => outcomes.Values.Contains(i.Outcome!.Value));
        }
        if (query.EmotionAtLeast is { Values: [var least, ..] })
        {
            var felt = Enum.GetValues<Emotion>().Where(e => e >= least).ToList();
            rows = rows.Where(i => felt.Contains(i.EmotionAtStart!.Value));
        }
        if (query.Corrected is { } corrected)
        {
            rows = corrected ? rows.Where(i => i.Correction != null) : rows.ThatStand();
        }
        if (query.StartedAfter is { } after)
        {
            rows = rows.Where(i => i.StartedAt >= after.Value);
        }
        return query.StartedBefore is { } before ? rows.Where(i => i.StartedAt < before.Value) : rows;
    }
}
