using System.Globalization;

namespace Crm.Domain.Calendars;

/// <summary>A time on a wall clock, to the minute, from 00:00 to 24:00, which is the end of the day.</summary>
public readonly record struct TimeOfDay : IComparable<TimeOfDay>
{
    public const int MinutesPerDay = 24 * 60;

    private TimeOfDay(int minutes) => Minutes = minutes;

    /// <summary>Minutes since the day began on the wall clock, 0 to 1440.</summary>
    public int Minutes { get; }

    public static readonly TimeOfDay EndOfDay = new(MinutesPerDay);

    public static TimeOfDay At(int hour, int minute = 0) =>
        TryParse($"{hour:00}:{minute:00}", out var time) ? time : throw new ArgumentOutOfRangeException(nameof(hour), hour, "There is no such time of day.");

    /// <summary>Reads exactly <c>HH:mm</c>.</summary>
    public static bool TryParse(string? text, out TimeOfDay time)
    {
        time = default;
        if (text is not [var h1, var h2, ':', var m1, var m2] || !char.IsAsciiDigit(h1) || !char.IsAsciiDigit(h2) || !char.IsAsciiDigit(m1) || !char.IsAsciiDigit(m2))
        {
            return false;
        }
        var (hour, minute) = ((h1 - '0') * 10 + (h2 - '0'), (m1 - '0') * 10 + (m2 - '0'));
        time = new(hour * 60 + minute);
        return minute < 60 && time.Minutes <= MinutesPerDay;
    }

    public int CompareTo(TimeOfDay other) => Minutes.CompareTo(other.Minutes);
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60:00}:{Minutes % 60:00}");

    public static bool operator <(TimeOfDay left, TimeOfDay right) => left.CompareTo(right) < 0;
    public static bool operator >(TimeOfDay left, TimeOfDay right) => left.CompareTo(right) > 0;
    public static bool operator <=(TimeOfDay left, TimeOfDay right) => left.CompareTo(right) <= 0;
    public static bool operator >=(TimeOfDay left, TimeOfDay right) => left.CompareTo(right) >= 0;
}
