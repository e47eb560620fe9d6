using System.Text.Json.Nodes;

namespace Crm.Api.Tests.Contract;

/// <summary>Every example of a request is sent as it stands, by a brand-new tenant, and is accepted with an answer of the documented schema.</summary>
public sealed class ExampleTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Every_example_of_a_request_is_accepted()
    {
        var contract = await Contract.Of(Host);
        var wrong = new List<string>();
        foreach (var operation in contract.Operations.Where(o => o.RequestExample is not null))
        {
            var sender = new Sender(contract, Host, await Host.NewTenant());
            var answer = await sender.Send(operation);
            if (answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) != operation.Success.Status)
            {
                wrong.Add($"{operation}: {answer.Status} {answer.Raw}");
            }
            else if (operation.Success.Response["content"]?.AsObject().First().Value?["schema"] is { } schema)
            {
                wrong.AddRange(contract.Check(answer.Body, schema, operation.ToString()));
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Sends examples for one tenant; the records that an example or an address names are made first, by the examples of their own POST.</summary>
    private sealed class Sender(Contract contract, CrmHost host, TestTenant tenant)
    {
        private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

        public async Task<Answer> Send(ContractOperation operation)
        {
            var path = operation.Path;
            foreach (var parameter in contract.Parameters(operation).Where(p => p["in"]!.GetValue<string>() == "path"))
            {
                var value = Prefix(contract.Resolve(parameter["schema"]!)) is { } prefix ? await IdOf(prefix) : "example";
                path = path.Replace("{" + parameter["name"] + "}", value, StringComparison.Ordinal);
            }
            var body = operation.RequestExample!.DeepClone();
            await Replace(body, contract.Resolve(operation.RequestMedia!["schema"]!));
            if (body["slug"] is not null)
            {
                body["slug"] = "e-" + Guid.NewGuid().ToString("n")[..20];
            }
            var ofPlatform = operation.Path.StartsWith("/v1/platform", StringComparison.Ordinal);
            var client = ofPlatform ? host.Platform : tenant.Administrator;
            var conditional = contract.Parameters(operation).Any(p => p["name"]!.GetValue<string>() == "If-Match");
            return await client.Send(HttpMethod.Parse(operation.Method), path, body, conditional ? [("If-Match", "*")] : []);
        }

        private async Task<string> IdOf(string prefix)
        {
            if (prefix == "tenant")
            {
                return tenant.Id;
            }
            if (!ids.TryGetValue(prefix, out var id))
            {
                var make = contract.Operations.First(o => o.Method == "POST" && !o.Path.Contains('{', StringComparison.Ordinal) && !o.Path.Contains(':', StringComparison.Ordinal)
                    && o.Success.Response["content"]?.AsObject().First().Value?["schema"] is { } schema
                    && contract.Resolve(schema)["properties"]?["id"] is { } described && Prefix(contract.Resolve(described)) == prefix);
                ids[prefix] = id = (await Send(make)).Is(201).Id;
            }
            return id;
        }

        private async Task Replace(JsonNode? value, JsonObject schema)
        {
            if (value is JsonArray entries && schema["items"] is { } items)
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    if (Prefix(contract.Resolve(items)) is { } prefix)
                    {
                        entries[i] = await IdOf(prefix);
                    }
                    else
                    {
                        await Replace(entries[i], contract.Resolve(items));
                    }
                }
            }
            foreach (var (name, node) in value is JsonObject members && schema["properties"] is JsonObject properties ? properties.ToList() : [])
            {
                if (value![name] is not { } member)
                {
                    continue;
                }
                var described = contract.Resolve(node!["anyOf"]?[0] ?? node);
                if (Prefix(described) is { } prefix)
                {
                    value[name] = await IdOf(prefix);
                }
                else
                {
                    await Replace(member, described);
                }
            }
        }

        private static string? Prefix(JsonObject schema) =>
            schema["format"]?.GetValue<string>() == "typeid" ? schema["pattern"]!.GetValue<string>()[1..].Split("_[")[0] : null;
    }
}
