using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application;

/// <summary>The period of statistics: from an instant up to another, which is not included.</summary>
internal static class StatisticsPeriod
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Now where no end is given; where no beginning is, so long before, which is 30 days unless said otherwise. At most 366 days.</summary>
    public static Result<(DateTimeOffset From, DateTimeOffset To)> Of(Instant? asked, Instant? until, DateTimeOffset now, TimeSpan? usual = null)
    {
        var (to, before) = (until?.Value ?? now, usual ?? Usual);
        var from = asked?.Value ?? (to - DateTimeOffset.MinValue > before ? to - before : DateTimeOffset.MinValue);
        return from > to || to - from > Longest ? InteractionErrors.PeriodInvalid.About("/from") : (from, to);
    }
}
