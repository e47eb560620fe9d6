using System.Text.Json.Serialization.Metadata;
using Crm.Domain.Macros;

namespace Crm.Application;

/// <summary>
/// Dates in words for people, beside those for machines (S4-CULT-1): each object of an answer that has dates gets the member display, with the same members as they are said in
/// Persian, by the Jalali calendar, on the wall clock of the tenant.
/// </summary>
public static class DisplayedDates
{
    public const string Member = "display";
    private static readonly AsyncLocal<TimeZoneInfo?> Zone = new();

    /// <summary>The zone of what the present request writes.</summary>
    public static void In(string timeZone) => Zone.Value = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    internal static void Add(JsonTypeInfo type)
    {
        var dates = type.Kind == JsonTypeInfoKind.Object ? type.Properties.Where(p => p.Get is not null && IsDate(p.PropertyType)).ToList() : [];
        if (dates.Count == 0)
        {
            return;
        }
        var display = type.CreateJsonPropertyInfo(typeof(Dictionary<string, string>), Member);
        display.Get = row => dates.Select(d => (d.Name, Words: InWords(d.Get!(row)))).Where(d => d.Words is not null).ToDictionary(d => d.Name, d => d.Words!, StringComparer.Ordinal);
        display.ShouldSerialize = (_, words) => words is Dictionary<string, string> { Count: > 0 };
        type.Properties.Add(display);
    }

    /// <summary>Whether a member of this type is said in words, too.</summary>
    public static bool IsDate(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var bare && (bare == typeof(DateTimeOffset) || bare == typeof(DateOnly));

    private static string? InWords(object? value) => value switch
    {
        DateOnly day => MacroText.Written(day, "fa"),
        DateTimeOffset instant => MacroText.WrittenInPersian(instant, Zone.Value ?? TimeZoneInfo.Utc),
        _ => null,
    };
}
