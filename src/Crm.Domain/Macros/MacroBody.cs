using System.Globalization;
using System.Text;

namespace Crm.Domain.Macros;

/// <summary>A piece of a macro: words as they are, or a merge field with the words for the case that it has no value.</summary>
public sealed record MacroPart(int Start, int Length, string Words, MergeField? Field, string? FallBack);

/// <summary>The text of a macro, taken apart. Braces make merge fields and stand nowhere else, so that none of them can leave by mistake.</summary>
public sealed class MacroBody
{
    private const string Open = "{{", Close = "}}";

    private MacroBody(string text, IReadOnlyList<MacroPart> parts) => (Text, Parts) = (text, parts);

    public string Text { get; }
    public IReadOnlyList<MacroPart> Parts { get; }

    /// <summary>The parts of a text, or everything that is wrong with its merge fields.</summary>
    public static Result<MacroBody> Parse(string text)
    {
        var (parts, faults) = (new List<MacroPart>(), new List<FieldError>());
        var at = 0;
        while (at < text.Length && faults.Count < MacroErrors.MostTold)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            var end = brace < 0 ? text.Length : at + brace;
            if (end > at)
            {
                parts.Add(new(at, end - at, text[at..end], null, null));
            }
            at = end;
            if (at < text.Length)
            {
                at = TakeField(text, at, parts, faults);
            }
        }
        return faults.Count > 0 ? MacroErrors.Of(faults) : new MacroBody(text, parts);
    }

    /// <summary>The text with every field filled. What fills them is inserted as it is and never read again.</summary>
    public string Fill(Func<MacroPart, string> valueOf)
    {
        var filled = new StringBuilder(Text.Length * 2);
        foreach (var part in Parts)
        {
            filled.Append(part.Field is null ? part.Words : valueOf(part));
        }
        return filled.ToString();
    }

    /// <summary>The words of the macro alone, of the same length: where a field stands there is one word that no list has.</summary>
    public string WordsOnly()
    {
        var words = Text.ToCharArray();
        foreach (var part in Parts.Where(p => p.Field is not null))
        {
            Array.Fill(words, '\ua015', part.Start, part.Length);
            words[part.Start] = words[part.Start + part.Length - 1] = ' ';
        }
        return new(words);
    }

    private static int TakeField(string text, int at, List<MacroPart> parts, List<FieldError> faults)
    {
        var close = text.IndexOf(Close, at, StringComparison.Ordinal);
        if (!text.AsSpan(at).StartsWith(Open) || close < 0)
        {
            faults.Add(MacroErrors.Malformed(at));
            return Behind(text, at);
        }
        var after = close + Close.Length;
        var inside = text[(at + Open.Length)..close];
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (name, fallBack) = bar < 0 ? (inside.Trim(), null) : (inside[..bar].Trim(), inside[(bar + 1)..].Trim());
        if (inside.AsSpan().IndexOfAny('{', '}') >= 0 || name.Length == 0 || (fallBack is not null && FoldedText.Shown(fallBack) is null))
        {
            faults.Add(MacroErrors.Malformed(at));
        }
        else if (MergeField.Find(name) is not { } field)
        {
            faults.Add(MacroErrors.Unknown(name, at));
        }
        else
        {
            parts.Add(new(at, after - at, "", field, fallBack));
        }
        return after;
    }

    /// <summary>Behind the run of braces, so that one mistake is told once.</summary>
    private static int Behind(string text, int at)
    {
        while (at < text.Length && text[at] is '{' or '}')
        {
            at++;
        }
        return at;
    }
}

public static class MacroErrors
{
    internal const int MostTold = 100;

    public static readonly Error Retired = new(ErrorKind.Conflict, "macro.retired",
        "The macro is out of use and neither changes nor is used any more. Write a new one.");

    public static readonly Error VersionUnknown = new(ErrorKind.NotFound, "macro.version_unknown", "The macro has no version of this number.");

    public static readonly Error PlaceholderUnknown = new(ErrorKind.Invalid, "macro.placeholder_unknown",
        "The text has a merge field that there is not; errors says where. GET /v1/macros/fields lists those that there are.");

    public static readonly Error PlaceholderMalformed = new(ErrorKind.Invalid, "macro.placeholder_malformed",
        "The text has braces that make no merge field; errors says where. Write {{field}} or {{field|words for the case that it has no value}}.");

    public static readonly Error ValueMissing = new(ErrorKind.Invalid, "macro.value_missing",
        "A merge field has no value and the macro no words for that case; errors names it. Give it in values, or give the field words behind a bar.");

    public static FieldError Unknown(string name, int at) => Placed("placeholder_unknown", $"There is no merge field \"{Short(name)}\" (at position {at}).", name, at);

    internal static FieldError Malformed(int at) => Placed("placeholder_malformed", $"These braces make no merge field (at position {at}).", null, at);

    internal static Error Of(IReadOnlyList<FieldError> faults) =>
        (faults[0].Code == "placeholder_unknown" ? PlaceholderUnknown : PlaceholderMalformed) with { Fields = faults };

    /// <summary>What the caller must give, each field once.</summary>
    internal static Error Missing(IEnumerable<MergeField> fields) => ValueMissing with
    {
        Fields =
        [
            .. fields.Select(f => new FieldError(
                "/values/" + f.Name, "value_missing", $"A value of {f.Name} is needed.", new Dictionary<string, string>(StringComparer.Ordinal) { ["Field"] = f.Name })),
        ],
    };

    private static FieldError Placed(string code, string detail, string? name, int at)
    {
        var args = new Dictionary<string, string>(StringComparer.Ordinal) { ["Position"] = at.ToString(CultureInfo.InvariantCulture) };
        if (name is not null)
        {
            args["Field"] = Short(name);
        }
        return new("/body", code, detail, args);
    }

    private static string Short(string name) => name.Length <= MergeField.NameMaxLength ? name : name[..MergeField.NameMaxLength] + "…";
}
