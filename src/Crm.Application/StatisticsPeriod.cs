using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application;

/// <summary>The period of statistics: from an instant up to another, which is not included.</summary>
internal static class StatisticsPeriod
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Now where no end is given, 30 days where no beginning is; at most 366 days.</summary>
    public static Result<(DateTimeOffset From, DateTimeOffset To)> Of(Instant? asked, Instant? until, DateTimeOffset now)
    {
        var to = until?.Value ?? now;
        var from = asked?.Value ?? (to - DateTimeOffset.MinValue > Usual ? to - Usual : DateTimeOffset.MinValue);
        return from > to || to - from > Longest ? InteractionErrors.PeriodInvalid.About("/from") : (from, to);
    }
}
