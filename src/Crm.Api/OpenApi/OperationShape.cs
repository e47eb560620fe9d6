using System.Collections;
using System.Reflection;
using Crm.Application;
using Crm.Domain;
using Microsoft.AspNetCore.Http.Metadata;

namespace Crm.Api.OpenApi;

/// <summary>What is known of an endpoint: its declaration, its handler, its parameters and its body.</summary>
internal sealed class OperationShape
{
    public OperationShape(RouteEndpoint endpoint, Operation operation)
    {
        Operation = operation;
        Handler = endpoint.Metadata.OfType<MethodInfo>().Last();
        Method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        Path = Address(endpoint);
        Tag = endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags[0];
        Body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        Parameters = [.. OperationMapping.Parameters(Handler).Where(p => OperationMapping.IsQuery(p.Name, p.Type))];
        InPath = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        Orders = IsList ? OrdersOf(Handler.GetParameters().First(p => p.ParameterType.IsAssignableTo(typeof(ListQuery))).ParameterType) : [];
    }

    public Operation Operation { get; }
    public MethodInfo Handler { get; }
    public string Method { get; }
    public string Path { get; }
    public string? Tag { get; }
    public Type? Body { get; }
    public IReadOnlyList<(string Name, Type Type, ICustomAttributeProvider Source)> Parameters { get; }
    public IReadOnlySet<string> InPath { get; }

    /// <summary>The names by which the list can be sorted.</summary>
    public IReadOnlyList<string> Orders { get; }

    public string Id => char.ToLowerInvariant(Handler.Name[0]) + Handler.Name[1..];
    public bool IsPost => HttpMethods.IsPost(Method);
    public bool IsPatch => Body is { IsGenericType: true } body && body.GetGenericTypeDefinition() == typeof(Patch<>);
    public bool IsOfTenant => !Operation.IsPublic && Operation.Permission.Length > 0 && !Permission.OfPlatform.Contains(Operation.Permission);
    public bool HasParameters => Parameters.Count > 0;
    public bool HasQuery => Parameters.Any(p => !InPath.Contains(p.Name));
    public bool HasFields => Parameters.Any(p => p.Name == "fields" && !InPath.Contains(p.Name));
    public bool IsList => Handler.GetParameters().Any(p => p.ParameterType.IsAssignableTo(typeof(ListQuery)));
    public bool HasExternalId => Body is { } body && Schemas.Members(IsPatch ? body.GetGenericArguments()[0] : body).Any(m => m.Name == "externalId");
    public bool IsVersioned => Operation.Answer?.IsAssignableTo(typeof(IVersioned)) == true;
    public bool IsPage => Operation.Answer is { } answer && Examples.IsOf(answer, typeof(Page<>));

    /// <summary>The types of the ids in the address.</summary>
    public IEnumerable<Type> PathIds => Parameters.Where(p => InPath.Contains(p.Name) && Examples.IsOf(p.Type, typeof(Id<>))).Select(p => p.Type);

    /// <summary>The type of a row of a list, or of the one answer.</summary>
    public Type? Row => IsPage ? Operation.Answer!.GetGenericArguments()[0] : Operation.Answer;

    private static string Address(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        return endpoint.RoutePattern.Parameters.Aggregate(path, (text, p) =>
            System.Text.RegularExpressions.Regex.Replace(text, $@"\{{\**{p.Name}(:[^}}]*)?\}}", $"{{{p.Name}}}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>The orders stand in the handler of the query, as a static field.</summary>
    private static List<string> OrdersOf(Type query)
    {
        var handler = typeof(Dispatcher).Assembly.GetTypes().FirstOrDefault(t => t.Name == query.Name + "Handler");
        var orders = handler?.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static).FirstOrDefault(f => f.Name == "Orders")?.GetValue(null) as IEnumerable;
        return orders is null ? [] : [.. orders.Cast<object>().Select(o => (string)o.GetType().GetProperty("Name")!.GetValue(o)!)];
    }
}
