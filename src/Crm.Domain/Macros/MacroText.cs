using System.Globalization;

namespace Crm.Domain.Macros;

/// <summary>Where the words in a merge field came from: the request, the records, the macro's own words behind the bar, or what is polite in its language.</summary>
public enum FilledFrom { Request, Record, FallBack, Politeness }

/// <summary>How one merge field was filled.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">What stands in the text.</param>
/// <param name="Date">The date itself, where it is one.</param>
/// <param name="From">Where it came from.</param>
public sealed record FilledField(string Field, string Text, DateOnly? Date, FilledFrom From)
{
    public const int FieldMaxLength = MergeField.NameMaxLength;
    public const int TextMaxLength = MacroText.ValueMaxLength;
}

/// <summary>A value for a merge field: words, or a date that is written out in the language of the macro.</summary>
public readonly record struct MergeValue(string? Words, DateOnly? Date = null)
{
    public bool IsThere => Date is not null || FoldedText.Shown(Words) is not null;
}

/// <summary>A macro with its merge fields filled (S4-NAME-1): no placeholder of the body is left, whatever the values are.</summary>
public sealed record MacroText(string Text, IReadOnlyList<FilledField> Fields)
{
    public const int ValueMaxLength = 1000;

    /// <summary>
    /// Fills each field with what the request gives, else what the records have, else the macro's own words, else what is polite in its language;
    /// refuses where there is none of them.
    /// </summary>
    public static Result<MacroText> Of(
        MacroBody body, string language, IReadOnlyDictionary<string, MergeValue> given, IReadOnlyDictionary<string, MergeValue> known)
    {
        var primary = language.Split('-')[0].ToLowerInvariant();
        var filled = body.Parts.Where(p => p.Field is not null).Select(p => (Part: p, Filled: Value(p, primary, given, known))).ToList();
        if (filled.Exists(f => f.Filled is null))
        {
            return MacroErrors.Missing(filled.Where(f => f.Filled is null).Select(f => f.Part.Field!).Distinct());
        }
        var byPart = filled.ToDictionary(f => f.Part.Start, f => f.Filled!);
        return new MacroText(body.Fill(part => byPart[part.Start].Text), [.. filled.Select(f => f.Filled!).Distinct()]);
    }

    /// <summary>A date in words: 5 Farvardin 1405 in Persian, in Persian digits; 25 March 2026 in English; as it is in any other language.</summary>
    public static string Written(DateOnly date, string primaryLanguage) => primaryLanguage switch
    {
        "fa" => Persian(date),
        "en" => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>An instant in words on the wall clock of a zone, in Persian: 7 Farvardin 1405, at 12:00.</summary>
    public static string WrittenInPersian(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(instant, zone);
        return $"{Persian(DateOnly.FromDateTime(there.DateTime))}، ساعت {PersianDigits(there.ToString("HH:mm", CultureInfo.InvariantCulture))}";
    }

    private static FilledField? Value(MacroPart part, string language, IReadOnlyDictionary<string, MergeValue> given, IReadOnlyDictionary<string, MergeValue> known)
    {
        var field = part.Field!;
        return given.TryGetValue(field.Name, out var value) && value.IsThere ? Filled(field, value, language, FilledFrom.Request)
            : known.TryGetValue(field.Name, out value) && value.IsThere ? Filled(field, value, language, FilledFrom.Record)
            : part.FallBack is { } words ? new(field.Name, words, null, FilledFrom.FallBack)
            : field.Polite.TryGetValue(language, out var polite) ? new(field.Name, polite, null, FilledFrom.Politeness)
            : null;
    }

    private static FilledField Filled(MergeField field, MergeValue value, string language, FilledFrom from) =>
        new(field.Name, value.Date is { } date ? Written(date, language) : BidiText.Closed(value.Words!), value.Date, from);

    private static readonly string[] Months =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    /// <summary>As it is where the Jalali calendar has not begun.</summary>
    private static string Persian(DateOnly date)
    {
        var (jalali, day) = (new PersianCalendar(), date.ToDateTime(TimeOnly.MinValue));
        return day < jalali.MinSupportedDateTime ? date.ToString("O", CultureInfo.InvariantCulture)
            : PersianDigits($"{jalali.GetDayOfMonth(day)} {Months[jalali.GetMonth(day) - 1]} {jalali.GetYear(day)}");
    }

    private static string PersianDigits(string text) => string.Create(text.Length, text, (digits, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            digits[i] = char.IsAsciiDigit(source[i]) ? (char)(source[i] - '0' + '۰') : source[i];
        }
    });
}
