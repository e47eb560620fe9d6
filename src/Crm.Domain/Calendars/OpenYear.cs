namespace Crm.Domain.Calendars;

/// <summary>The open intervals of one year in UTC with the open time before each, so that both questions are a binary search.</summary>
internal sealed class OpenYear
{
    private readonly int[] starts;
    private readonly int[] openBefore;

    public OpenYear(int number, int[] starts, int[] openBefore)
    {
        (Number, this.starts, this.openBefore) = (number, starts, openBefore);
        BeginTicks = new DateTime(number, 1, 1).Ticks;
    }

    public int Number { get; }
    public long BeginTicks { get; }
    public int Count => starts.Length;

    /// <summary>Open ticks of this year before an instant in it.</summary>
    public long OpenBefore(long utcTicks)
    {
        var ticks = utcTicks - BeginTicks;
        var found = Array.BinarySearch(starts, (int)(ticks / TimeSpan.TicksPerSecond));
        var i = found >= 0 ? found : ~found - 1;
        if (i < 0)
        {
            return 0;
        }
        var length = (openBefore[i + 1] - openBefore[i]) * TimeSpan.TicksPerSecond;
        return openBefore[i] * TimeSpan.TicksPerSecond + Math.Min(length, ticks - starts[i] * TimeSpan.TicksPerSecond);
    }

    /// <summary>The first instant before which so many ticks of this year were open. There must be as many.</summary>
    public long WhenOpened(long openTicks)
    {
        var seconds = (int)((openTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
        var found = Array.BinarySearch(openBefore, seconds);
        var i = (found >= 0 ? found : ~found) - 1;
        return BeginTicks + starts[i] * TimeSpan.TicksPerSecond + (openTicks - openBefore[i] * TimeSpan.TicksPerSecond);
    }

    /// <summary>The first interval that ends after an instant; <see cref="Count"/> where none does.</summary>
    public int IntervalAfter(long utcTicks)
    {
        var found = Array.BinarySearch(starts, (int)Math.Clamp((utcTicks - BeginTicks) / TimeSpan.TicksPerSecond, -1, int.MaxValue));
        var i = found >= 0 ? found : ~found - 1;
        return i >= 0 && this[i].To > utcTicks ? i : i + 1;
    }

    /// <summary>An interval, in UTC ticks.</summary>
    public (long From, long To) this[int i]
    {
        get
        {
            var from = BeginTicks + starts[i] * TimeSpan.TicksPerSecond;
            return (from, from + (openBefore[i + 1] - openBefore[i]) * TimeSpan.TicksPerSecond);
        }
    }
}
