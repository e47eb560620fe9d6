using System.Reflection;
using Crm.Application;
using Crm.Domain;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>One code that a problem, or one of its errors, can have.</summary>
/// <param name="Type">The address of its page.</param>
/// <param name="Code">The stable name.</param>
/// <param name="Status">The HTTP status that it comes with.</param>
/// <param name="OfMember">Whether it names what is wrong with one member, inside errors.</param>
/// <param name="Meaning">What it means and what to do, in the language asked for.</param>
public sealed record ProblemMeaning(string Type, string Code, int Status, bool OfMember, string Meaning);

/// <summary>Every code there is: of the errors declared anywhere, of unknown ids of each resource, and of members.</summary>
internal static class ProblemCatalogue
{
    private static readonly Assembly[] Layers = [typeof(Error).Assembly, typeof(Dispatcher).Assembly, typeof(StoreErrors).Assembly, typeof(ProblemCatalogue).Assembly];

    public static readonly IReadOnlyDictionary<string, ProblemMeaning> ByCode = Collect()
        .DistinctBy(p => p.Code, StringComparer.Ordinal).OrderBy(p => p.Code, StringComparer.Ordinal).ToDictionary(p => p.Code, StringComparer.Ordinal);

    public static ProblemMeaning In(this ProblemMeaning problem, Texts texts) => problem with { Meaning = texts.Meaning(problem.Code, problem.Meaning) };

    private static IEnumerable<ProblemMeaning> Collect()
    {
        var types = Layers.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters).ToList();
        var declared = types
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(Error)).Select(f => f.GetValue(null)).OfType<Error>();
        var unknownIds = types.Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IResource)))
            .Select(t => (Error)typeof(Error).GetMethod(nameof(Error.NotFound))!.MakeGenericMethod(t).Invoke(null, null)!);
        return declared.Concat(unknownIds).Select(e => Entry(e.Code, Problems.StatusOf(e), ofMember: false, e.Title))
            .Concat(Validation.Codes.Values.Select(c => Entry(c.Code, StatusCodes.Status422UnprocessableEntity, ofMember: true, c.Text)))
            .Concat(Texts.OfFields.Select(f => Entry(f.Key, StatusCodes.Status422UnprocessableEntity, ofMember: true, f.Value)));
    }

    private static ProblemMeaning Entry(string code, int status, bool ofMember, string meaning) => new("/problems/" + code, code, status, ofMember, meaning);
}
