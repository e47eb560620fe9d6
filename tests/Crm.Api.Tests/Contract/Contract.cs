using System.Text.Json.Nodes;

namespace Crm.Api.Tests.Contract;

/// <summary>One operation of the served document.</summary>
public sealed record ContractOperation(string Path, string Method, JsonObject Spec)
{
    public string Id => Spec["operationId"]?.GetValue<string>() ?? "";
    public string Permission => Spec["x-permission"]?.GetValue<string>() ?? "";
    public JsonObject? RequestMedia => Spec["requestBody"]?["content"]?.AsObject().First().Value!.AsObject();
    public JsonNode? RequestExample => RequestMedia?["example"];
    public IEnumerable<KeyValuePair<string, JsonNode?>> Responses => Spec["responses"]!.AsObject();
    public (string Status, JsonObject Response) Success => Responses.Where(r => r.Key[0] == '2').Select(r => (r.Key, r.Value!.AsObject())).First();

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The served document, with its references resolved on the way.</summary>
public sealed class Contract(JsonObject document)
{
    public JsonObject Document { get; } = document;

    public IReadOnlyList<ContractOperation> Operations { get; } =
    [
        .. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => new ContractOperation(p.Key, o.Key.ToUpperInvariant(), o.Value!.AsObject()))),
    ];

    public IEnumerable<KeyValuePair<string, JsonNode?>> Schemas => Document["components"]!["schemas"]!.AsObject();

    public static async Task<Contract> Of(CrmHost host) => new((await host.Anonymous.Get("/openapi/v1.json")).Is(200).Body!.AsObject());

    public JsonObject Resolve(JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference
            ? Resolve(reference[2..].Split('/').Aggregate((JsonNode)Document, (at, step) => at[step.Replace("~1", "/", StringComparison.Ordinal)]!))
            : node.AsObject();

    public IEnumerable<JsonObject> Parameters(ContractOperation operation) => (operation.Spec["parameters"]?.AsArray() ?? []).Select(p => Resolve(p!));

    /// <summary>What is wrong with a value by its schema.</summary>
    public IEnumerable<string> Check(JsonNode? value, JsonNode schemaOrReference, string at = "") => new SchemaCheck(this).Check(value, schemaOrReference, at);
}
