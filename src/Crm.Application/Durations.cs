using System.Globalization;
using System.Text.RegularExpressions;

namespace Crm.Application;

/// <summary>Durations as the contract has them: ISO 8601 in weeks, days, hours, minutes and seconds, these to the millisecond (<c>P30D</c>, <c>PT24H</c>). Months and years have no length.</summary>
public static partial class Durations
{
    public const int MaxLength = 30;

    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (text is null || text.Length > MaxLength || Form().Match(text) is not { Success: true } match)
        {
            return false;
        }
        var seconds = Part(match, "w") * 604_800 + Part(match, "d") * 86_400 + Part(match, "h") * 3_600 + Part(match, "m") * 60 + Part(match, "s");
        // More than a TimeSpan holds.
        if (seconds > 900_000_000_000)
        {
            return false;
        }
        duration = TimeSpan.FromSeconds((double)seconds);
        return true;
    }

    /// <summary>A duration in hours, minutes and seconds, to the millisecond, as it can be read again: a day here would not tell a working one from 24 hours. What is below nothing has a minus in front.</summary>
    public static string Text(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
        {
            return "-" + Text(duration.Negate());
        }
        var (hours, seconds) = ((long)duration.TotalHours, duration.Seconds + duration.Milliseconds / 1000m);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"PT{(hours != 0 ? $"{hours}H" : "")}{(duration.Minutes != 0 ? $"{duration.Minutes}M" : "")}{(seconds != 0 ? $"{seconds:0.###}S" : "")}");
        return text == "PT" ? "PT0S" : text;
    }

    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? decimal.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^P(?=[0-9T])((?<w>[0-9]{1,9})W)?((?<d>[0-9]{1,9})D)?(T(?=[0-9])((?<h>[0-9]{1,9})H)?((?<m>[0-9]{1,9})M)?((?<s>[0-9]{1,9}(\.[0-9]{1,3})?)S)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Form();
}
