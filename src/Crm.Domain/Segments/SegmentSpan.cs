using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;

namespace Crm.Domain.Segments;

/// <summary>The times at which a condition holds, from one up to another that is not included, in ticks: how long ago contact was, or when a customer was registered.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentSpan(long From, long To)
{
    /// <summary>Whether at every time one of these conditions, which are about one fact, holds.</summary>
    public static bool LeaveNothingOut(IEnumerable<SegmentCondition> conditions)
    {
        var reached = long.MinValue;
        foreach (var span in conditions.SelectMany(Of).OrderBy(s => s.From))
        {
            if (span.From > reached)
            {
                return false;
            }
            reached = Math.Max(reached, span.To);
        }
        return reached == long.MaxValue;
    }

    private static IEnumerable<SegmentSpan> Of(SegmentCondition condition)
    {
        // Who was never contacted was so longer ago than any time.
        var (from, to) = condition.Fact == SegmentFact.LastContact
            ? (long.MinValue, condition.Within is { } within ? Ticks(within) + 1 : long.MaxValue)
            : (condition.From?.UtcTicks ?? long.MinValue, condition.Before?.UtcTicks ?? long.MaxValue);
        return condition.Not ? [new(long.MinValue, from), new(to, long.MaxValue)] : [new(from, to)];
    }

    /// <summary>Of a duration that was found well-formed. Weeks, which come first, are known to ISO 8601 only.</summary>
    private static long Ticks(string duration)
    {
        var weeks = duration.IndexOf('W', StringComparison.Ordinal);
        var rest = "P" + duration[(weeks < 0 ? 1 : weeks + 1)..];
        return (weeks < 0 ? 0 : int.Parse(duration[1..weeks], CultureInfo.InvariantCulture) * 7 * TimeSpan.TicksPerDay) + (rest == "P" ? 0 : XmlConvert.ToTimeSpan(rest).Ticks);
    }
}
