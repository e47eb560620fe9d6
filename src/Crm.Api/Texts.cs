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

    /// <summary>Whether the language has words of its own for a code.</summary>
    public bool Knows(string code) => byCode.ContainsKey(code);

    public string Title(Error error) => byCode.GetValueOrDefault(error.Code, error.Title);

    public string Detail(FieldError field) =>
        byCode.TryGetValue(field.Code, out var text) ? Validation.Fill(text, field.Args ?? FrozenDictionary<string, string>.Empty) : field.Detail;

    /// <summary>The language that Accept-Language wants most of those that we have.</summary>
    public static Texts For(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString());
        foreach (var tag in wanted)
        {
            if (tag.StartsWith("fa", StringComparison.OrdinalIgnoreCase))
            {
                return Persian;
            }
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return English;
            }
        }
        return English;
    }

    private static FrozenDictionary<string, string> Read(string resource)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
