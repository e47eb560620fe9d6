using Crm.Domain.Programmes;

namespace Crm.Domain.Tests.Members;

/// <summary>One point, on its own.</summary>
internal sealed class Point
{
    public required int Lot { get; init; }
    public required DateTimeOffset Earned { get; init; }
    public DateTimeOffset? Available { get; set; }
    public DateTimeOffset? Ends { get; set; }
    public bool Slides { get; init; }
    public string? Subject { get; init; }
    public bool Active { get; set; }
    public bool Held { get; set; }

    /// <summary>What took it: nothing while it is there.</summary>
    public string? Gone { get; set; }
}

/// <summary>
/// The same rules without lots, sums or allocations: every point is a thing of its own, and everything is looked for among all points that there ever were. Slow, and another way
/// to the same end.
/// </summary>
internal sealed class NaiveLedger(ProgrammeContent programme)
{
    private int lots;

    public List<Point> Points { get; } = [];
    public long Deficit { get; private set; }
    private DateTimeOffset? lapses;
    private DateTimeOffset? lapsed;

    public long Available => Points.Count(p => p is { Active: true, Gone: null }) - Deficit;
    public long Pending => Points.Count(p => p is { Active: false, Held: false, Gone: null });
    public long Held => Points.Count(p => p is { Held: true, Gone: null });

    public void Pass(DateTimeOffset now)
    {
        while (true)
        {
            List<DateTimeOffset?> instants =
            [
                lapses,
                .. Points.Where(p => p is { Active: false, Held: false, Gone: null }).Select(p => p.Available),
                .. Points.Where(p => p is { Active: true, Slides: false, Gone: null }).Select(p => p.Ends),
            ];
            if (instants.Where(i => i <= now).Min() is not { } at)
            {
                return;
            }
            // First all that becomes active, then all that ends.
            foreach (var lot in Points.Where(p => p is { Active: false, Held: false, Gone: null } && p.Available == at).GroupBy(p => p.Lot).OrderBy(g => g.Key).ToList())
            {
                Activate([.. lot], at);
            }
            foreach (var point in Points.Where(p => p is { Active: true, Slides: false, Gone: null } && p.Ends == at))
            {
                point.Gone = "expired";
            }
            if (lapses == at)
            {
                foreach (var point in Points.Where(p => p is { Active: true, Slides: true, Gone: null }))
                {
                    point.Gone = "expired";
                }
                (lapsed, lapses) = (at, null);
            }
        }
    }

    public void Add(long points, DateTimeOffset earned, DateTimeOffset? available, bool held, string? subject, DateTimeOffset now)
    {
        var lot = ++lots;
        var at = held ? (DateTimeOffset?)null : available > now ? available : now;
        var batch = Make(lot, points, earned, at, at is { } active ? programme.ExpiresAt(active) : null, programme.Slides(), subject);
        batch.ForEach(p => p.Held = held);
        if (at == now)
        {
            Activate(batch, now);
        }
    }

    public bool Take(long points, string by)
    {
        if (Available < points)
        {
            return false;
        }
        foreach (var point in InOrder().Take((int)points))
        {
            point.Gone = by;
        }
        return true;
    }

    public void TakeOrOwe(long points, string by)
    {
        var there = InOrder().Take((int)points).ToList();
        there.ForEach(p => p.Gone = by);
        Deficit += points - there.Count;
    }

    public bool MoveTo(NaiveLedger other, long points, DateTimeOffset now)
    {
        if (Available < points)
        {
            return false;
        }
        var moved = InOrder().Take((int)points).ToList();
        moved.ForEach(p => p.Gone = "moved");
        foreach (var lot in moved.GroupBy(p => p.Lot))
        {
            var like = lot.First();
            other.Activate(other.Make(++other.lots, lot.Count(), like.Earned, now, like.Ends, like.Slides, null), now);
        }
        return true;
    }

    public void ClawBack(string subject, long points)
    {
        var own = Points.Where(p => p.Subject == subject && p is { Active: false, Gone: null }).OrderBy(p => p.Lot).Take((int)points).ToList();
        own.ForEach(p => p.Gone = "clawed");
        var left = points - own.Count;
        var usable = InOrder().OrderBy(p => p.Subject == subject ? 0 : 1).Take((int)left).ToList();
        if (programme.Returns != ReturnPolicy.OnlyPending)
        {
            usable.ForEach(p => p.Gone = "clawed");
            Deficit += programme.Returns == ReturnPolicy.AllowNegative ? left - usable.Count : 0;
        }
    }

    public void GiveBack(string by, DateTimeOffset now)
    {
        var back = Points.Where(p => p.Gone == by).ToList();
        var late = 0;
        foreach (var point in back)
        {
            point.Gone = null;
            if (EndOf(point) <= now)
            {
                point.Gone = "expired";
                late++;
            }
        }
        if (programme.Reversals == ReversalPolicy.Grace && late > 0)
        {
            var ends = programme.Midnight(programme.DayOf(now).AddDays(programme.GraceDays + 1));
            Make(++lots, late, now, now, ends, false, null).ForEach(p => p.Active = true);
        }
        Owe();
    }

    public void Release(int lot, DateTimeOffset now)
    {
        var batch = Points.Where(p => p.Lot == lot && p is { Held: true, Gone: null }).ToList();
        foreach (var point in Points.Where(p => p.Lot == lot))
        {
            (point.Held, point.Available, point.Ends) = (false, now, programme.ExpiresAt(now));
        }
        Activate(batch, now);
    }

    public void Reject(int lot) => Points.Where(p => p.Lot == lot && p is { Held: true, Gone: null }).ToList().ForEach(p => p.Gone = "rejected");

    public void Touch(DateTimeOffset now)
    {
        if (lapses is not null)
        {
            Slide(now);
        }
    }

    private void Activate(List<Point> batch, DateTimeOffset at)
    {
        batch.ForEach(p => p.Active = true);
        if (batch.Exists(p => p.Slides))
        {
            Slide(at);
        }
        foreach (var point in batch.Take((int)Math.Min(Deficit, batch.Count)).ToList())
        {
            point.Gone = "covered";
            Deficit--;
        }
    }

    private void Owe()
    {
        foreach (var point in InOrder().Take((int)Deficit).ToList())
        {
            point.Gone = "covered";
            Deficit--;
        }
    }

    private void Slide(DateTimeOffset at)
    {
        if (programme.LapsesAt(at) is { } until && !(lapses > until))
        {
            lapses = until;
        }
    }

    private List<Point> Make(int lot, long points, DateTimeOffset earned, DateTimeOffset? available, DateTimeOffset? ends, bool slides, string? subject)
    {
        var batch = Enumerable.Range(0, (int)points)
            .Select(_ => new Point { Lot = lot, Earned = earned, Available = available, Ends = ends, Slides = slides, Subject = subject }).ToList();
        Points.AddRange(batch);
        return batch;
    }

    private DateTimeOffset? EndOf(Point point) => !point.Slides ? point.Ends : point.Available < lapsed ? lapsed : lapses;

    private IEnumerable<Point> InOrder() => Points.Where(p => p is { Active: true, Gone: null })
        .OrderBy(p => EndOf(p) is null).ThenBy(EndOf).ThenBy(p => p.Earned).ThenBy(p => p.Lot);
}
