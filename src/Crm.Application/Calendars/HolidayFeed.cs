using System.Globalization;
using System.Text;
using Crm.Domain;
using Crm.Domain.Calendars;

namespace Crm.Application.Calendars;

/// <summary>
/// Reads holidays from an iCalendar document (RFC 5545): whole days, once or every year on the same Gregorian day. What would need guessing,
/// such as an hour of a day or a rule of weekdays, is refused with its line; nothing is left out silently but cancelled events.
/// </summary>
internal static class HolidayFeed
{
    private const int MostDaysOfEvent = 366;
    private static readonly string[] Unsupported = ["RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"];

    /// <summary>Days without hours, in the order of the feed, each once.</summary>
    public static Result<List<CalendarException>> Read(string text)
    {
        var (open, days, entry) = (new Stack<string>(), new List<CalendarException>(), new Event());
        var number = 0;
        foreach (var (line, at) in Unfold(text))
        {
            number = at;
            var colon = ColonOf(line);
            if (colon < 1 || (open.Count == 0 && !line.Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)))
            {
                return Malformed(at, open.Count == 0 ? "BEGIN:VCALENDAR is needed here." : "A name, a colon and a value are needed here.");
            }
            var (name, value) = (line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..]);
            if (name == "BEGIN")
            {
                open.Push(value.Trim().ToUpperInvariant());
                entry = open.Peek() == "VEVENT" ? new Event { Line = at } : entry;
            }
            else if (name == "END")
            {
                if (!open.Pop().Equals(value.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    return Malformed(at, "This ends something that did not begin.");
                }
                if (value.Trim().Equals("VEVENT", StringComparison.OrdinalIgnoreCase) && entry.Days(days).Failed(out var wrong))
                {
                    return wrong;
                }
            }
            else if (open.Peek() == "VEVENT" && entry.Take(name, value.Trim(), at).Failed(out var wrong))
            {
                return wrong;
            }
            if (days.Count > CalendarContent.MaxExceptions)
            {
                return CalendarErrors.TooManyExceptions;
            }
        }
        if (open.Count > 0 || number == 0)
        {
            return Malformed(number, "The document ends before END:VCALENDAR.");
        }
        return days.Count > 0 ? days.DistinctBy(d => (d.Date, d.Yearly)).ToList() : CalendarErrors.FeedEmpty;
    }

    /// <summary>Lines with the number of their first piece; one that begins with a blank goes on with the one before.</summary>
    private static IEnumerable<(string Line, int At)> Unfold(string text)
    {
        var (line, at, number) = (new StringBuilder(), 0, 0);
        foreach (var piece in text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (piece is [' ' or '\t', ..] && line.Length > 0)
            {
                line.Append(piece.AsSpan(1));
                continue;
            }
            if (line.Length > 0)
            {
                yield return (line.ToString(), at);
            }
            at = number;
            line.Clear().Append(piece);
        }
        if (line.Length > 0)
        {
            yield return (line.ToString(), at);
        }
    }

    /// <summary>The colon before the value: one in quotes belongs to a parameter.</summary>
    private static int ColonOf(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == ':' && !quoted)
            {
                return i;
            }
        }
        return -1;
    }

    private static Error Malformed(int line, string why) => CalendarErrors.FeedMalformed.Because($"Line {line.ToString(CultureInfo.InvariantCulture)}: {why}").About("/content");

    private static Error NotReadable(int line, string why) => CalendarErrors.FeedUnsupported.Because($"Line {line.ToString(CultureInfo.InvariantCulture)}: {why}").About("/content");

    private sealed class Event
    {
        private DateOnly? start, end;
        private TimeSpan? duration;
        private string? name;
        private bool yearly, cancelled;

        public int Line { get; init; }

        public Result Take(string property, string value, int at)
        {
            switch (property)
            {
                case "DTSTART":
                case "DTEND":
                    if (!DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    {
                        return value.Contains('T', StringComparison.OrdinalIgnoreCase) ? NotReadable(at, "A holiday is a whole day, VALUE=DATE.") : Malformed(at, "A date is needed here, YYYYMMDD.");
                    }
                    start = property == "DTSTART" ? date : start;
                    end = property == "DTEND" ? date : end;
                    break;
                case "DURATION":
                    if (!Durations.TryParse(value, out var length) || length <= TimeSpan.Zero || length.Ticks % TimeSpan.TicksPerDay != 0)
                    {
                        return NotReadable(at, "A duration of whole days is needed here, as in P1D.");
                    }
                    duration = length;
                    break;
                case "RRULE":
                    var parts = value.ToUpperInvariant().Split(';');
                    if (!parts.Contains("FREQ=YEARLY") || !parts.All(p => p is "FREQ=YEARLY" or "INTERVAL=1" || p.StartsWith("WKST=", StringComparison.Ordinal)))
                    {
                        return NotReadable(at, "The only rule that is read is FREQ=YEARLY.");
                    }
                    yearly = true;
                    break;
                case "SUMMARY":
                    name = Unescape(value);
                    break;
                case "STATUS":
                    cancelled = value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase);
                    break;
                case var _ when Unsupported.Contains(property, StringComparer.Ordinal):
                    return NotReadable(at, $"{property} is not read. Give each day as an event.");
            }
            return Result.Done;
        }

        public Result Days(List<CalendarException> days)
        {
            if (cancelled)
            {
                return Result.Done;
            }
            if (start is not { } first)
            {
                return Malformed(Line, "This event has no DTSTART.");
            }
            var count = end is { } after ? after.DayNumber - first.DayNumber : duration is { } length ? length.Days : 1;
            if (count is < 1 or > MostDaysOfEvent || first.Year < OpenTime.FirstYear || first.DayNumber + count > new DateOnly(OpenTime.LastYear, 12, 31).DayNumber)
            {
                return NotReadable(Line, "An event ends after it begins, lasts at most 366 days, and lies in the years 1970 to 2199.");
            }
            var title = name is { Length: > CalendarException.NameMaxLength } ? name[..CalendarException.NameMaxLength] : name;
            days.AddRange(Enumerable.Range(0, count).Select(i => first.AddDays(i)).Select(d => yearly
                ? new CalendarException(Yearly: new(YearlyCalendar.Gregorian, d.Month, d.Day), Name: title)
                : new CalendarException(d, Name: title)));
            return Result.Done;
        }

        private static string Unescape(string text)
        {
            var plain = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                var escaped = text[i] == '\\' && i + 1 < text.Length;
                i += escaped ? 1 : 0;
                plain.Append(escaped && text[i] is 'n' or 'N' ? ' ' : text[i]);
            }
            return plain.ToString().Trim();
        }
    }
}
