using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>By what complaints are told apart.</summary>
public enum ComplaintGrouping { Category, Channel, Owner, Cause, Severity }

/// <summary>Of which complaints to tell.</summary>
public sealed record GetComplaintStatistics : IQuery<ComplaintStatistics>
{
    /// <summary>Complaints received on this day or later, where the tenant is; 29 days before to where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Complaints received on this day or before; today where absent. At most 366 days together with from.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Tell them apart by this as well.</summary>
    public Choice<ComplaintGrouping>? GroupBy { get; init; }
}

/// <summary>What the complaints of a period came to. Each is counted on the day of its receipt, as it stands now.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="GroupBy">By what they are told apart.</param>
/// <param name="Total">All of them.</param>
/// <param name="Groups">The same for each group, those with most complaints first, at most 200.</param>
/// <param name="MoreGroups">How many groups there are besides.</param>
public sealed record ComplaintStatistics(DateOnly From, DateOnly To, ComplaintGrouping? GroupBy, ComplaintNumbers Total, IReadOnlyList<ComplaintGroup> Groups, int MoreGroups)
{
    public const int MaxGroups = 200;

    public static readonly ComplaintStatistics Example = new(
        new(2026, 3, 1), new(2026, 3, 31), ComplaintGrouping.Channel, ComplaintNumbers.Example, [new("phone", ComplaintNumbers.Example)], 0);
}

/// <summary>What the complaints of one group came to.</summary>
/// <param name="Value">The category, channel, owner, cause or severity that they share; null for those that have none.</param>
/// <param name="Numbers">What they came to.</param>
public sealed record ComplaintGroup(string? Value, ComplaintNumbers Numbers)
{
    public const int ValueMaxLength = ByteKey.MaxLength;
}

internal sealed class GetComplaintStatisticsHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetComplaintStatistics, ComplaintStatistics>
{
    private const int UsualDays = 30;
    private const int MostDays = 366;

    /// <summary>One query: the cells of whole months, and of the days before and after them.</summary>
    public async Task<Result<ComplaintStatistics>> Handle(GetComplaintStatistics query, CancellationToken ct)
    {
        var to = query.To ?? caller.Today(clock);
        var from = query.From ?? (to.DayNumber >= UsualDays ? to.AddDays(1 - UsualDays) : DateOnly.MinValue);
        if (from > to || to.DayNumber - from.DayNumber >= MostDays)
        {
            return InteractionErrors.PeriodInvalid.About("/from");
        }
        var periods = FigurePeriod.Covering(from, to);
        FigureDimension[] dimensions = query.GroupBy is { } by ? [FigureDimension.All, Of(by.Value)] : [FigureDimension.All];
        var (total, groups) = (new Figures(), new Dictionary<ByteKey, Figures>());
        await foreach (var cell in db.ComplaintCells.Where(c => dimensions.Contains(c.Dimension) && periods.Contains(c.Period))
            .Select(c => new { c.Dimension, c.Value, c.Counts }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var figures = total;
            if (cell.Dimension != FigureDimension.All && !groups.TryGetValue(cell.Value, out figures))
            {
                groups[cell.Value] = figures = new();
            }
            figures!.Add(cell.Counts.Text);
        }
        var known = groups.Where(g => !g.Value.IsEmpty).OrderByDescending(g => g.Value[Figure.Received]).ThenBy(g => g.Key).ToList();
        return new ComplaintStatistics(
            from, to, query.GroupBy?.Value, ComplaintNumbers.Of(total),
            [.. known.Take(ComplaintStatistics.MaxGroups).Select(g => new ComplaintGroup(g.Key.Bytes.Length == 0 ? null : g.Key.ToString(), ComplaintNumbers.Of(g.Value)))],
            Math.Max(0, known.Count - ComplaintStatistics.MaxGroups));
    }

    private static FigureDimension Of(ComplaintGrouping grouping) => grouping switch
    {
        ComplaintGrouping.Category => FigureDimension.Category,
        ComplaintGrouping.Channel => FigureDimension.Channel,
        ComplaintGrouping.Owner => FigureDimension.Owner,
        ComplaintGrouping.Cause => FigureDimension.Cause,
        _ => FigureDimension.Severity,
    };
}
