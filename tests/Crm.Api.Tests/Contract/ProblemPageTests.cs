using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Crm.Api.Tests.Contract;

/// <summary>Every code that the product can say has a page, in English and in Persian.</summary>
public sealed partial class ProblemPageTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public void Every_code_in_the_sources_is_in_the_catalogue()
    {
        var sources = Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Here(), "../../../../src")), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal) && Path.GetFileName(f) != "CommandLine.cs" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var codes = sources.SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("phone_invalid", codes);
        Assert.Contains("customer.duplicate", codes);
        // Members' codes get their English meaning in Texts/fields.en.json.
        Assert.Equal([], codes.Except(ProblemCatalogue.ByCode.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_has_a_Persian_text_and_no_text_is_left_over()
    {
        Assert.Equal([], ProblemCatalogue.ByCode.Keys.Except(Texts.Persian.Codes, StringComparer.Ordinal));
        Assert.Equal([], Texts.Persian.Codes.Except(ProblemCatalogue.ByCode.Keys, StringComparer.Ordinal));
        Assert.All(ProblemCatalogue.ByCode.Values, p => Assert.Equal(Placeholders(p.Meaning).Order(), Placeholders(p.In(Texts.Persian).Meaning).Order()));
    }

    [Fact]
    public async Task Every_code_has_a_page_in_both_languages()
    {
        foreach (var code in ProblemCatalogue.ByCode.Keys)
        {
            var english = (await Host.Anonymous.Get("/problems/" + code)).Is(200);
            Assert.StartsWith("text/html", english.Headers["Content-Type"], StringComparison.Ordinal);
            Assert.Contains(code, english.Raw, StringComparison.Ordinal);
            var persian = (await Host.Anonymous.Get("/problems/" + code, ("Accept", "application/json"), ("Accept-Language", "fa"))).Is(200);
            Assert.Equal(code, persian.Code);
            Assert.Matches(@"\p{IsArabic}", persian.Text("meaning"));
        }
        (await Host.Anonymous.Get("/problems")).Is(200);
        (await Host.Anonymous.Get("/problems/no_such_code")).IsProblem(404, "route_not_found");
    }

    private static HashSet<string> Placeholders(string text) => [.. Regex.Matches(text, @"\{[A-Za-z]+\}").Select(m => m.Value)];

    private static string Here([CallerFilePath] string path = "") => path;

    /// <summary>A code, and the sentence after it. One letter is the unit of a meter, and the words of the command line are no codes.</summary>
    [GeneratedRegex("\"(?<code>[a-z][a-z0-9]+([_.][a-z0-9_]+)*)\",\\s*\\$?\"[^\"]* [^\"]*[.]\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();
}
