using System.Reflection;
using System.Text.RegularExpressions;
using Crm.Api;
using Crm.Application;
using Crm.Domain;

namespace Crm.Architecture.Tests;

/// <summary>Codes of refusals are a part of the contract: stable, of one form, and with words in both languages.</summary>
public sealed partial class ErrorCodeTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(Error).Assembly, typeof(CrmApplication).Assembly, typeof(Crm.Infrastructure.CrmInfrastructure).Assembly, typeof(Program).Assembly];

    private static readonly (string Where, Type Holder, Error Error)[] Errors =
    [
        .. from assembly in Assemblies
           from type in assembly.GetTypes()
           where !type.ContainsGenericParameters
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(Error)
           select ($"{type.Name}.{field.Name}", type, (Error)field.GetValue(null)!),
    ];

    [Fact]
    public void Every_code_is_snake_case() =>
        Errors.Where(e => !Code().IsMatch(e.Error.Code)).Select(e => $"{e.Where}: '{e.Error.Code}' is not snake_case, or resource.snake_case.").AssertNone();

    [Fact]
    public void The_code_of_an_aggregate_begins_with_its_prefix()
    {
        var prefixes = Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(IResource)) && t is { IsAbstract: false, IsInterface: false })
            .Select(t => (string)t.GetProperty(nameof(IResource.Prefix))!.GetValue(null)!).ToHashSet(StringComparer.Ordinal);
        Errors.Where(e => e.Holder.Assembly == typeof(Error).Assembly && e.Holder.Namespace != "Crm.Domain" && e.Holder.Name.EndsWith("Errors", StringComparison.Ordinal))
            .Where(e => e.Error.Kind != ErrorKind.Invalid && !prefixes.Contains(e.Error.Code.Split('.')[0]))
            .Select(e => $"{e.Where}: '{e.Error.Code}' does not begin with the prefix of a resource and a dot.").AssertNone();
    }

    [Fact]
    public void A_code_means_one_thing() =>
        Errors.GroupBy(e => e.Error.Code, StringComparer.Ordinal).Where(g => g.Select(e => (e.Error.Kind, e.Error.Title)).Distinct().Count() > 1)
            .Select(g => $"'{g.Key}' is told differently by {string.Join(" and ", g.Select(e => e.Where))}.").AssertNone();

    [Fact]
    public void Every_code_has_a_persian_sentence() =>
        Errors.Select(e => e.Error.Code)
            .Concat(Validation.Codes.Values.Select(v => v.Code))
            .Concat(SourceTree.Of("src").SelectMany(f => CodeInRule().Matches(f.Text)).Select(m => m.Groups["code"].Value))
            .Where(c => !Texts.Persian.Knows(c))
            .Select(c => $"'{c}' lacks its Persian sentence in src/Crm.Api/Texts/problems.fa.json.").AssertNone();

    [Fact]
    public void A_title_is_a_sentence_that_ends() =>
        Errors.Where(e => !e.Error.Title.EndsWith('.')).Select(e => $"{e.Where}: '{e.Error.Title}' is no sentence.").AssertNone();

    [GeneratedRegex(@"^[a-z]+(\.[a-z]|_[a-z0-9]|[a-z0-9])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    /// <summary>Codes of members: <c>.Code("…", "…")</c> in a validator, <c>new("/pointer", "…", "…")</c> elsewhere.</summary>
    [GeneratedRegex("""(\.Code\(\s*"(?<code>[a-z_.]+)",)|(new\(\$?"/[^"]*",\s*"(?<code>[a-z_.]+)",)|(WireFormatException\("(?<code>[a-z_.]+)",)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeInRule();
}
