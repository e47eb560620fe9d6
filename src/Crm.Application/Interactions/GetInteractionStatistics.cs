using Crm.Domain;
using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Interactions;

/// <summary>Of which period to tell.</summary>
public sealed record GetInteractionStatistics : IQuery<InteractionStatistics>
{
    /// <summary>What began at or after this instant; 30 days before to where absent.</summary>
    public Instant? From { get; init; }

    /// <summary>What began before this instant; now where absent. At most 366 days after from.</summary>
    public Instant? To { get; init; }
}

/// <summary>How contacts went in a period. What a correction stands for is not counted, nor is what the caller may not see.</summary>
/// <param name="From">The beginning of the period.</param>
/// <param name="To">Its end, not included.</param>
/// <param name="Count">How many contacts began in it.</param>
/// <param name="StartedAngry">How many of them began angry or furious, as far as their end is known.</param>
/// <param name="CalmedDown">How many of those ended calm or uneasy.</param>
/// <param name="DeEscalationRate">calmedDown by startedAngry, 0 to 1 with 4 decimals; null where none began in anger.</param>
/// <param name="ByChannel">The same for each channel that had contacts.</param>
public sealed record InteractionStatistics(
    DateTimeOffset From, DateTimeOffset To, int Count, int StartedAngry, int CalmedDown, decimal? DeEscalationRate, IReadOnlyList<ChannelStatistics> ByChannel)
{
    public static readonly InteractionStatistics Example = new(
        new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), 412, 20, 17, 0.85m,
        [new(Channel.Phone, 400, 20, 17, 0.85m), new(Channel.Email, 12, 0, 0, null)]);
}

/// <summary>How contacts on one channel went.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Count">How many contacts began.</param>
/// <param name="StartedAngry">How many of them began angry or furious, as far as their end is known.</param>
/// <param name="CalmedDown">How many of those ended calm or uneasy.</param>
/// <param name="DeEscalationRate">calmedDown by startedAngry, 0 to 1 with 4 decimals; null where none began in anger.</param>
public sealed record ChannelStatistics(Channel Channel, int Count, int StartedAngry, int CalmedDown, decimal? DeEscalationRate);

internal sealed class GetInteractionStatisticsHandler(ICrmDb db, Caller caller, TimeProvider clock)
    : IQueryHandler<GetInteractionStatistics, InteractionStatistics>
{
    public async Task<Result<InteractionStatistics>> Handle(GetInteractionStatistics query, CancellationToken ct)
    {
        if (StatisticsPeriod.Of(query.From, query.To, clock.GetUtcNow()).Failed(out var error, out var period))
        {
            return error;
        }
        var (from, to) = period;
        var channels = await db.Interactions.SeenBy(caller).ThatStand().Where(i => i.StartedAt >= from && i.StartedAt < to)
            .GroupBy(i => i.Channel)
            .Select(g => new
            {
                Channel = g.Key,
                Count = g.Count(),
                Angry = g.Count(i => (i.EmotionAtStart == Emotion.Angry || i.EmotionAtStart == Emotion.Furious) && i.EmotionAtEnd != null),
                Calmed = g.Count(i => (i.EmotionAtStart == Emotion.Angry || i.EmotionAtStart == Emotion.Furious)
                    && (i.EmotionAtEnd == Emotion.Calm || i.EmotionAtEnd == Emotion.Uneasy)),
            }).ToListAsync(ct);
        var (angry, calmed) = (channels.Sum(c => c.Angry), channels.Sum(c => c.Calmed));
        return new InteractionStatistics(
            from, to, channels.Sum(c => c.Count), angry, calmed, Rate(calmed, angry),
            [.. channels.OrderBy(c => c.Channel).Select(c => new ChannelStatistics(c.Channel, c.Count, c.Angry, c.Calmed, Rate(c.Calmed, c.Angry)))]);
    }

    private static decimal? Rate(int calmed, int angry) => angry == 0 ? null : Math.Round((decimal)calmed / angry, 4);
}
