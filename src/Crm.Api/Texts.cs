using System.Collections.Frozen;
using System.Text.Json;
using Crm.Application;
using Crm.Domain;

namespace Crm.Api;

/// <summary>The words of problems in one language. English stands with each error in the code; Persian in Texts/problems.fa.json, by code.</summary>
internal sealed class Texts(string language, FrozenDictionary<string, string> byCode)
{
    public static readonly Texts English = new("en", FrozenDictionary<string, string>.Empty);
    public static readonly Texts Persian = new("fa", Read("Crm.Api.Texts.problems.fa.json"));

    public string Language { get; } = language;

    /// <summary>What the codes of members mean, apart from what was wrong with one of them.</summary>
    public static readonly FrozenDictionary<string, string> OfFields = Read("Crm.Api.Texts.fields.en.json");

    /// <summary>Whether the language has words of its own for a code.</summary>
    public bool Knows(string code) => byCode.ContainsKey(code);

    public string Title(Error error) => byCode.GetValueOrDefault(error.Code, error.Title);

    public string Detail(FieldError field) =>
        byCode.TryGetValue(field.Code, out var text) ? Validation.Fill(text, field.Args ?? FrozenDictionary<string, string>.Empty) : field.Detail;

    public IEnumerable<string> Codes => byCode.Keys;

    /// <summary>What a code means, in this language or else as given.</summary>
    public string Meaning(string code, string english) => byCode.GetValueOrDefault(code, english);

    /// <summary>The language that Accept-Language wants most of those that we have.</summary>
    public static Texts For(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString());
        foreach (var tag in wanted)
        {
            if (Speaks(tag, "fa"))
            {
                return Persian;
            }
            if (Speaks(tag, "en"))
            {
                return English;
            }
        }
        return English;
    }

    /// <summary>Whether dates are to be said by the Jalali calendar, too: a tag with the extension u-ca-persian.</summary>
    public static bool WantsJalali(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().Contains("-ca-persian", StringComparison.OrdinalIgnoreCase)
        && request.GetTypedHeaders().AcceptLanguage.Any(l => l.Quality is not 0 && Jalali(l.Value.ToString()));

    private static bool Jalali(string tag) =>
        tag.IndexOf("-u-", StringComparison.OrdinalIgnoreCase) is >= 0 and var extension && (tag[extension..] + "-").Contains("-ca-persian-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The language itself or a region of it: fa and fa-IR, but not fat.</summary>
    private static bool Speaks(string tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == language.Length || tag[language.Length] == '-');

    private static FrozenDictionary<string, string> Read(string resource)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
