using System.Reflection;
using Crm.Application;
using Crm.Domain;
using Crm.Domain.Tenants;

namespace Crm.Api;

/// <summary>What an endpoint promises: who may call it, what it answers, how it may refuse. The middleware enforces it and the document tells it.</summary>
public sealed record Operation(string Permission, Type? Answer, int Status, IReadOnlyList<Error> Refusals)
{
    /// <summary>How long the value of a query parameter may be.</summary>
    public const int ParameterMaxLength = 2000;

    /// <summary>The part of the address of a public operation that names the tenant.</summary>
    public const string TenantSlug = "tenantSlug";

    /// <summary>The part of the address of a public operation that is a customer's secret: it leads to one record, and stands in no log or trace.</summary>
    public const string TrackingToken = "token";

    /// <summary>The query parameters that it knows.</summary>
    public IReadOnlyList<string> QueryNames { get; init; } = [];

    /// <summary>Whether it wants If-Match.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether If-Match is wanted only where the record exists already: a PUT by the caller's own key.</summary>
    public bool IsUpsert { get; init; }

    /// <summary>The pattern and method, to which an Idempotency-Key is scoped.</summary>
    public string Route { get; init; } = "";

    /// <summary>Whether it works without a credential, as somebody of whom nothing is known but the tenant that the address names.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether a closing tenant may still call it.</summary>
    public bool ReadsOnly { get; init; }
}

internal static class OperationMapping
{
    /// <summary>Declares an operation that answers a <typeparamref name="TAnswer"/>.</summary>
    public static RouteHandlerBuilder Operation<TAnswer>(this RouteHandlerBuilder endpoint, string permission, int status, params Error[] refusals) =>
        endpoint.Declare(new Operation(permission, typeof(TAnswer), status, refusals));

    /// <summary>Declares an operation without an answer.</summary>
    public static RouteHandlerBuilder Operation(this RouteHandlerBuilder endpoint, string permission, params Error[] refusals) =>
        endpoint.Declare(new Operation(permission, null, StatusCodes.Status204NoContent, refusals));

    /// <summary>Declares what anybody may ask of the tenant that the address names.</summary>
    public static RouteHandlerBuilder PublicOperation<TAnswer>(this RouteHandlerBuilder endpoint, params Error[] refusals) =>
        endpoint.PublicOperation<TAnswer>(StatusCodes.Status200OK, refusals);

    /// <summary>Declares what anybody may ask of the tenant that the address names, or send to it.</summary>
    public static RouteHandlerBuilder PublicOperation<TAnswer>(this RouteHandlerBuilder endpoint, int status, params Error[] refusals) =>
        endpoint.Declare(new Operation(Permission.Any, typeof(TAnswer), status, [Error.NotFound<Tenant>(), .. refusals]) { IsPublic = true });

    /// <summary>Declares what anybody may do to the tenant that the address names, without an answer.</summary>
    public static RouteHandlerBuilder PublicOperation(this RouteHandlerBuilder endpoint, params Error[] refusals) =>
        endpoint.Declare(new Operation(Permission.Any, null, StatusCodes.Status204NoContent, [Error.NotFound<Tenant>(), .. refusals]) { IsPublic = true });

    private static RouteHandlerBuilder Declare(this RouteHandlerBuilder endpoint, Operation operation)
    {
        endpoint.Finally(builder =>
        {
            var handler = builder.Metadata.OfType<MethodInfo>().Last();
            var methods = builder.Metadata.OfType<HttpMethodMetadata>().SelectMany(m => m.HttpMethods).ToList();
            var pattern = ((RouteEndpointBuilder)builder).RoutePattern;
            var parameters = Parameters(handler).ToList();
            builder.Metadata.Add(operation with
            {
                QueryNames = [.. parameters.Where(p => IsQuery(p.Name, p.Type) && pattern.GetParameter(p.Name) is null).Select(p => p.Name)],
                IsConditional = parameters.Exists(p => p.Type == typeof(IfMatch)),
                IsUpsert = handler.GetParameters().Any(p => p.ParameterType == typeof(IfMatch?)),
                Route = string.Join(',', methods) + " " + pattern.RawText,
                ReadsOnly = methods.TrueForAll(HttpMethods.IsGet),
            });
        });
        return endpoint;
    }

    /// <summary>Route and query parameters, those inside a query message included, under their names on the wire.</summary>
    public static IEnumerable<(string Name, Type Type, ICustomAttributeProvider Source)> Parameters(MethodInfo handler)
    {
        foreach (var parameter in handler.GetParameters())
        {
            if (parameter.GetCustomAttribute<AsParametersAttribute>() is null)
            {
                yield return (parameter.Name!, Bare(parameter.ParameterType), parameter);
                continue;
            }
            foreach (var property in parameter.ParameterType.GetProperties().Where(p => p.SetMethod is not null))
            {
                yield return (char.ToLowerInvariant(property.Name[0]) + property.Name[1..], Bare(property.PropertyType), property);
            }
        }
    }

    public static bool IsQuery(string name, Type type) =>
        type != typeof(IfMatch) && type != typeof(CancellationToken)
        && (type == typeof(string) || type.IsPrimitive || type.IsEnum || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>)));

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
