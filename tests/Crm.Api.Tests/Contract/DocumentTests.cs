using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Contract;

/// <summary>The document says everything that api.md asks of it, for every operation and every member.</summary>
public sealed class DocumentTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Every_endpoint_of_the_API_declares_an_operation_and_a_permission()
    {
        var contract = await Contract.Of(Host);
        var endpoints = Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("v1", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(endpoints);
        var declared = endpoints.Select(e => (e.RoutePattern.RawText, Operation: e.Metadata.GetMetadata<Operation>())).ToList();
        Assert.All(declared, e => Assert.True(e.Operation is not null, e.RawText));
        Assert.Equal(endpoints.Count, contract.Operations.Count);
        // An operation that any credential may call says so in words; one that needs none is public by declaration.
        Assert.All(contract.Operations.Where(o => o.Permission.Length == 0), o => Assert.Matches("any valid credential|No credential", o.Spec["description"]!.GetValue<string>()));
    }

    [Fact]
    public void No_endpoint_is_compiled_before_it_is_called()
    {
        var endpoints = Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, e => Assert.Equal(typeof(LazyEndpoints), e.RequestDelegate!.Method.DeclaringType!.DeclaringType));
    }

    [Fact]
    public async Task Every_operation_is_described()
    {
        var contract = await Contract.Of(Host);
        var missing = contract.Operations.SelectMany(o => Missing(contract, o).Select(m => $"{o}: {m}")).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.Equal(contract.Operations.Count, contract.Operations.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Every_member_is_described_and_every_text_of_a_request_is_limited()
    {
        var contract = await Contract.Of(Host);
        var missing = contract.Schemas.SelectMany(s => OfMembers(s.Key, s.Value!.AsObject())).ToList();
        missing.AddRange(contract.Document["tags"]!.AsArray().Where(t => t!["description"] is null).Select(t => $"tag {t!["name"]}"));
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public async Task Every_example_is_valid_by_its_schema()
    {
        var contract = await Contract.Of(Host);
        var wrong = new List<string>();
        var media = contract.Operations.Select(o => (o.ToString(), Content: o.RequestMedia))
            .Concat(contract.Operations.SelectMany(o => o.Responses.Select(r => ($"{o} {r.Key}", Content: (JsonObject?)r.Value!["content"]?.AsObject().First().Value))))
            .Concat(contract.Document["webhooks"]!.AsObject().Select(w => (w.Key, Content: (JsonObject?)w.Value!["post"]!["requestBody"]!["content"]!["application/json"])));
        foreach (var (where, content) in media.Where(m => m.Content is not null))
        {
            var examples = content!["examples"]?.AsObject().Select(e => contract.Resolve(e.Value!)["value"]) ?? [content["example"]];
            wrong.AddRange(examples.SelectMany(e => contract.Check(e, content["schema"]!, where)));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_older_version_and_the_pages_are_served_without_a_foreign_host()
    {
        var older = (await Host.Anonymous.Get("/openapi/v1-3.0.json")).Is(200);
        Assert.StartsWith("3.0", older.Text("openapi"), StringComparison.Ordinal);
        var page = (await Host.Anonymous.Get("/docs/index.html")).Is(200);
        Assert.Contains("default-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("://", page.Raw, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Missing(Contract contract, ContractOperation operation)
    {
        foreach (var member in new[] { "operationId", "summary", "description" }.Where(m => operation.Spec[m]?.GetValue<string>() is null or ""))
        {
            yield return member;
        }
        if (operation.Spec["tags"] is not JsonArray { Count: > 0 })
        {
            yield return "tag";
        }
        if (!System.Text.RegularExpressions.Regex.IsMatch(operation.Id, "^[a-z][A-Za-z0-9]+$"))
        {
            yield return "operationId is no name of a method";
        }
        foreach (var parameter in contract.Parameters(operation).Where(p => p["description"] is null))
        {
            yield return $"description of {parameter["name"]}";
        }
        if (operation.RequestMedia is { } media && media["example"] is null)
        {
            yield return "example of the request";
        }
        if (operation.Success.Response["content"] is JsonObject content && content.First().Value!["example"] is null)
        {
            yield return "example of the answer";
        }
        foreach (var status in new[] { "401", "403", "429", "503" }.Where(s => operation.Spec["security"]!.AsArray().Count > 0 && operation.Spec["responses"]![s] is null))
        {
            yield return $"answer {status}";
        }
        foreach (var (status, response) in operation.Responses.Where(r => r.Key[0] is '4' or '5'))
        {
            if (response!["content"]?["application/problem+json"]?["examples"] is not JsonObject { Count: > 0 })
            {
                yield return $"problem codes of {status}";
            }
        }
    }

    private static IEnumerable<string> OfMembers(string name, JsonObject schema)
    {
        if (schema["description"] is null)
        {
            yield return name;
        }
        foreach (var (member, node) in schema["properties"]?.AsObject() ?? [])
        {
            var described = node!.AsObject();
            if (described["description"] is null)
            {
                yield return $"{name}.{member}";
            }
            foreach (var missing in Unlimited(described))
            {
                yield return $"{name}.{member} has no {missing}";
            }
        }
    }

    private static IEnumerable<string> Unlimited(JsonObject schema)
    {
        var type = schema["type"]?.ToJsonString() ?? "";
        if (type.Contains("string", StringComparison.Ordinal) && schema["enum"] is null && schema["maxLength"] is null)
        {
            yield return "maxLength";
        }
        if (type.Contains("array", StringComparison.Ordinal) && schema["maxItems"] is null)
        {
            yield return "maxItems";
        }
        foreach (var missing in schema["items"] is JsonObject items ? Unlimited(items) : [])
        {
            yield return "items with " + missing;
        }
    }
}
