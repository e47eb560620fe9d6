using System.Reflection;
using Crm.Application;
using Crm.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Product;

/// <summary>A parameter of an address. <paramref name="Prefix"/> is that of its ids, null where it is none.</summary>
internal sealed record ApiParameter(string Name, Type Type, string? Prefix);

/// <summary>One operation of the product, read from its endpoint, so that proofs meet every operation there is and will be.</summary>
internal sealed class ApiOperation
{
    private readonly RoutePattern pattern;

    private ApiOperation(RouteEndpoint endpoint, Operation declared, IServiceProviderIsService services)
    {
        pattern = endpoint.RoutePattern;
        Declared = declared;
        Method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
        var handler = endpoint.Metadata.OfType<MethodInfo>().Last();
        var parameters = OperationMapping.Parameters(handler).Select(p => new ApiParameter(p.Name, p.Type, Specimens.PrefixOf(p.Type))).ToList();
        Path = [.. pattern.Parameters.Select(r => parameters.Find(p => p.Name.Equals(r.Name, StringComparison.OrdinalIgnoreCase)) ?? new(r.Name, typeof(string), null))];
        Query = [.. parameters.Where(p => declared.QueryNames.Contains(p.Name))];
        Body = handler.GetParameters().Where(p => IsBody(p, services)).Select(p => p.ParameterType).SingleOrDefault();
    }

    public HttpMethod Method { get; }
    public Operation Declared { get; }
    public IReadOnlyList<ApiParameter> Path { get; }
    public IReadOnlyList<ApiParameter> Query { get; }

    /// <summary>What is sent, if anything: a record, or a <see cref="Patch{TBody}"/> of one.</summary>
    public Type? Body { get; }
    public bool IsPatch => Body is { IsGenericType: true } && Body.GetGenericTypeDefinition() == typeof(Patch<>);

    /// <summary>The record that the body is, or is a change of.</summary>
    public Type? Document => IsPatch ? Body!.GetGenericArguments()[0] : Body;

    public string Name => $"{Method} {pattern.RawText!.TrimEnd('/')}";
    public bool IsOfPlatform => Permission.OfPlatform.Contains(Declared.Permission);
    public Type? RowType => Declared.Answer is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(Page<>) ? page.GetGenericArguments()[0] : null;
    public bool IsList => RowType is not null && Method == HttpMethod.Get && Query.Any(q => q.Name == "limit");

    /// <summary>The prefix of the resource that it makes, where it makes one.</summary>
    public string? Makes => Declared.Status == StatusCodes.Status201Created && Method == HttpMethod.Post ? PrefixOfAnswer : null;
    public string? PrefixOfAnswer => (RowType ?? Declared.Answer)?.GetProperty("Id") is { } id ? Specimens.PrefixOf(id.PropertyType) : null;

    public override string ToString() => Name;

    /// <summary>Every operation that the application serves.</summary>
    public static IReadOnlyList<ApiOperation> Of(CrmHost host)
    {
        var services = host.Services.GetRequiredService<IServiceProviderIsService>();
        return
        [
            .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<Operation>() is not null)
                .Select(e => new ApiOperation(e, e.Metadata.GetMetadata<Operation>()!, services)),
        ];
    }

    /// <summary>The address with these values in its path.</summary>
    public async Task<string> Address(Func<ApiParameter, Task<string>> value)
    {
        var address = "";
        foreach (var segment in pattern.PathSegments)
        {
            address += "/";
            foreach (var part in segment.Parts)
            {
                address += part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart named => Uri.EscapeDataString(await value(Path.First(p => p.Name.Equals(named.Name, StringComparison.OrdinalIgnoreCase)))),
                    _ => "",
                };
            }
        }
        return address;
    }

    private static bool IsBody(ParameterInfo parameter, IServiceProviderIsService services)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var elsewhere = parameter.GetCustomAttributes().Any(a => a is AsParametersAttribute or FromHeaderAttribute or FromQueryAttribute or FromServicesAttribute or FromRouteAttribute);
        return !elsewhere && !OperationMapping.IsQuery(parameter.Name!, type) && type != typeof(IfMatch) && type != typeof(CancellationToken)
            && type.Namespace?.StartsWith("Crm.", StringComparison.Ordinal) == true && !services.IsService(type);
    }
}
