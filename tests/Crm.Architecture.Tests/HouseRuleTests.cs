using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Crm.Application;
using Crm.Domain;
using FluentValidation;
using MediatR;

namespace Crm.Architecture.Tests;

/// <summary>The rules of the house that a machine can see.</summary>
public sealed partial class HouseRuleTests
{
    private const int LongestFile = 300;
    private const int LongestProgram = 70;

    private static readonly string[] BannedWords =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Base", "Info", "Data", "Impl", "Dto", "Vm", "Model", "Service"];

    /// <summary>Events whose text is a code that the tenant chose: the purpose of a consent.</summary>
    private static readonly string[] Codes = ["ConsentRecorded"];

    private static readonly Type[] Types =
    [
        .. new[] { typeof(Error), typeof(CrmApplication), typeof(Crm.Infrastructure.CrmInfrastructure), typeof(Program) }
            .SelectMany(t => t.Assembly.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Crm.", StringComparison.Ordinal) == true && t.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && !t.Namespace.Contains(".Migrations", StringComparison.Ordinal) && !t.Name.Contains('<', StringComparison.Ordinal)),
    ];

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        SourceTree.Of("src").Concat(SourceTree.Of("tests")).Where(f => f.Lines > LongestFile).Select(f => $"{f.Path} has {f.Lines} lines. Something in it wants to be a type of its own.").AssertNone();

    [Fact]
    public void The_program_reads_as_a_table_of_contents() =>
        Assert.InRange(SourceTree.Of("src").Single(f => f.Path == "src/Crm.Api/Program.cs").Lines, 1, LongestProgram);

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Types.Where(t => !t.Name.EndsWith("ModelSnapshot", StringComparison.Ordinal))
            .SelectMany(t => Words().Split(t.Name.Split('`')[0]).Intersect(BannedWords, StringComparer.Ordinal).Select(w => $"{t.FullName}: '{w}' says nothing; name what it does."))
            .AssertNone();

    [Fact]
    public void Every_handler_is_internal_sealed_and_named_after_its_message() =>
        Handlers().Where(h => h.Handler.IsVisible || !h.Handler.IsSealed || h.Handler.Name != h.Message.Name + "Handler")
            .Select(h => $"{h.Handler.Name} must be 'internal sealed class {h.Message.Name}Handler'.").AssertNone();

    [Fact]
    public void Every_use_case_is_one_file_of_its_name()
    {
        var files = SourceTree.Of("src/Crm.Application").ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        Handlers().Where(h => !files.Any(f => f.Key.EndsWith($"/{h.Message.Name}.cs", StringComparison.Ordinal)
                && f.Value.Contains($"class {h.Handler.Name}", StringComparison.Ordinal)))
            .Select(h => $"{h.Message.Name} and {h.Handler.Name} stand together in {h.Message.Name}.cs.").AssertNone();
    }

    [Fact]
    public void Every_message_has_exactly_one_handler()
    {
        var handled = Handlers().Select(h => h.Message).ToList();
        handled.GroupBy(m => m).Where(g => g.Count() > 1).Select(g => $"{g.Key.Name} has {g.Count()} handlers.").AssertNone();
        Types.Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(typeof(IBaseRequest)) && !handled.Contains(t)).Select(t => $"{t.Name} has no handler.").AssertNone();
    }

    [Fact]
    public void Validators_are_internal_and_sealed() =>
        Types.Where(t => t.IsAssignableTo(typeof(IValidator)) && !t.IsAbstract && (t.IsVisible || !t.IsSealed)).Select(t => $"{t.Name} must be internal sealed.").AssertNone();

    [Fact]
    public void No_handler_saves() =>
        SourceTree.Of("src/Crm.Application").Where(f => SavesItself().IsMatch(f.Text) && f.Name is not ("UnitOfWork.cs" or "ICrmDb.cs"))
            .Select(f => $"{f.Path} saves. UnitOfWork saves once, after the handler.").AssertNone();

    [Fact]
    public void Every_event_is_in_the_catalogue_under_a_name_of_its_own()
    {
        var events = Types.Where(t => t.IsAssignableTo(typeof(IDomainEvent)) && t is { IsAbstract: false, IsInterface: false }).ToList();
        events.Where(t => t.GetCustomAttribute<EventTypeAttribute>() is null).Select(t => $"{t.Name} lacks [EventType(…)].").AssertNone();
        events.GroupBy(t => (t.GetCustomAttribute<EventTypeAttribute>()!.Name, t.GetCustomAttribute<EventTypeAttribute>()!.Version))
            .Where(g => g.Count() > 1).Select(g => $"{g.Key} is the name of {g.Count()} events.").AssertNone();
        events.Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(string) && !p.Name.EndsWith("Id", StringComparison.Ordinal) && !p.Name.EndsWith("Code", StringComparison.Ordinal)))
            .Where(t => !Codes.Contains(t.Name))
            .Select(t => $"{t.Name} carries text; an event carries ids and codes, never words.").AssertNone();
    }

    [Fact]
    public void Prefixes_of_ids_are_unique_and_permissions_are_given_to_somebody()
    {
        var prefixes = Types.Where(t => t.IsAssignableTo(typeof(IResource)) && t is { IsAbstract: false, IsInterface: false })
            .Select(t => (string)t.GetProperty(nameof(IResource.Prefix), BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!).ToList();
        Assert.Equal(prefixes.Distinct(), prefixes);
        typeof(Permission).GetFields().Where(f => f is { IsLiteral: true }).Select(f => (string)f.GetRawConstantValue()!)
            .Where(p => p.Length > 0 && !Permission.OfPlatform.Contains(p) && !Permission.OfTenant.Contains(p))
            .Select(p => $"{p} is neither in OfPlatform nor in OfTenant, so no credential can have it.").AssertNone();
        Permission.OfPlatform.Intersect(Permission.OfTenant).Select(p => $"{p} is of the platform and of a tenant.").AssertNone();
    }

    private static IEnumerable<(Type Handler, Type Message)> Handlers() =>
        from type in Types
        where type is { IsAbstract: false, IsGenericTypeDefinition: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        select (type, contract.GetGenericArguments()[0]);

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\.(Save|SaveChanges|SaveChangesAsync)\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SavesItself();
}
