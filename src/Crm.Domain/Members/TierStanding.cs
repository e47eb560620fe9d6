using Crm.Domain.Programmes;

namespace Crm.Domain.Members;

/// <summary>
/// Where a member stands on the way of the tiers. Points count in windows; what the last window had stays known, because a tier that ends is judged by it. Pure: the same
/// standing, day and points always come to the same.
/// </summary>
/// <param name="Code">The tier; null below the first one.</param>
/// <param name="Since">The day on which it was reached.</param>
/// <param name="Through">The last day on which it is valid, grace not counted; null where it has no end.</param>
/// <param name="WindowFrom">The first day of the window that the points are of.</param>
/// <param name="Points">Qualifying points in it.</param>
/// <param name="Former">Those of the window before it.</param>
/// <param name="Looked">The end about which was looked whether to warn.</param>
public sealed record TierStanding(
    string? Code = null, DateOnly? Since = null, DateOnly? Through = null, DateOnly? WindowFrom = null, long Points = 0, long Former = 0, DateOnly? Looked = null)
{
    public static readonly TierStanding None = new();

    /// <summary>With the counters of the window in which a day lies.</summary>
    public TierStanding At(TierScheme scheme, DateOnly day, DateOnly joined)
    {
        var from = scheme.Window == TierWindow.RollingMonths ? (DateOnly?)null : scheme.WindowOf(day, Anchor(scheme, joined)).From;
        return from is null || from == WindowFrom ? this
            : this with
            {
                WindowFrom = from,
                Points = 0,
                // A window that nobody touched had no points.
                Former = WindowFrom is { } old && scheme.WindowOf(from.Value.AddDays(-1), Anchor(scheme, joined)).From <= old && old < from ? Points : 0,
            };
    }

    /// <summary>With so many points more, or less, that were earned on a day.</summary>
    public TierStanding Count(long points, DateOnly earned) =>
        WindowFrom is { } from && earned < from ? this with { Former = Math.Max(0, Former + Math.Min(0, points)) } : this with { Points = Math.Max(0, Points + points) };

    /// <summary>With what another membership of the same customer came to: the higher tier, and the points of both where they are of one window.</summary>
    public TierStanding With(TierScheme scheme, TierStanding other)
    {
        var (rank, otherRank) = (scheme.RankOf(Code), scheme.RankOf(other.Code));
        var higher = otherRank > rank || (otherRank == rank && other.Through > Through) ? other : this;
        var both = WindowFrom == other.WindowFrom;
        return higher with { WindowFrom = WindowFrom, Points = Points + (both ? other.Points : 0), Former = Former + (both ? other.Former : 0) };
    }

    public DateOnly Anchor(TierScheme scheme, DateOnly joined) => scheme.Window == TierWindow.TierYear ? Since ?? joined : joined;

    /// <summary>The points by which the tier of now is reached.</summary>
    public long Basis(TierScheme scheme, long available, long rolling) =>
        scheme.Basis == TierBasis.Balance ? Math.Max(0, available) : scheme.Window == TierWindow.RollingMonths ? Math.Max(0, rolling) : Points;

    /// <summary>The place of the tier that would be left if it ended today.</summary>
    public int Fallback(TierScheme scheme, long available, long rolling)
    {
        var reached = scheme.RankFor(scheme.Basis == TierBasis.EarnedInWindow && scheme.Window != TierWindow.RollingMonths ? Math.Max(Points, Former) : Basis(scheme, available, rolling));
        var current = scheme.RankOf(Code);
        return current < 0 || scheme.Tiers[current].Locked ? current : scheme.Downgrade switch
        {
            TierDowngrade.None => current,
            TierDowngrade.OneDown => Math.Max(current - 1, Math.Min(reached, current)),
            _ => Math.Min(reached, current),
        };
    }

    /// <summary>The place of the tier after the end of the present one, as things stand; of the present one where it has no end.</summary>
    public int Projected(TierScheme scheme, DateOnly joined, long available, long rolling) =>
        (LastDay(scheme) is { } last ? At(scheme, last.AddDays(1), joined) : this).Fallback(scheme, available, rolling);

    /// <summary>The last day of the tier, grace included.</summary>
    public DateOnly? LastDay(TierScheme scheme) => Through?.AddDays(scheme.GraceDays);

    /// <summary>The day on which the tiers must be looked at again; null where no day changes anything.</summary>
    public DateOnly? NextLook(TierScheme scheme, DateOnly day, DateOnly joined, long available, long rolling)
    {
        var next = (DateOnly?)null;
        if (LastDay(scheme) is { } last)
        {
            next = last.AddDays(1);
            next = scheme.WarnDays > 0 && Looked != Through ? Earlier(next, Later(last.AddDays(1 - scheme.WarnDays), day.AddDays(1))) : next;
        }
        if (scheme.Basis == TierBasis.Balance && Fallback(scheme, available, rolling) < scheme.RankOf(Code))
        {
            next = Earlier(next, day.AddDays(1));
        }
        return scheme.Upgrade == TierUpgrade.NextPeriod && scheme.RankFor(Basis(scheme, available, rolling)) > scheme.RankOf(Code)
            ? Earlier(next, scheme.Window == TierWindow.RollingMonths ? day.AddDays(1) : scheme.WindowOf(day, Anchor(scheme, joined)).To.AddDays(1)) : next;
    }

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
