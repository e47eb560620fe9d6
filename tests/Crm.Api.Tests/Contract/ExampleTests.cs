using System.Text.Json.Nodes;
using Crm.Api.Tests.AfterSale;
using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;

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
            Answer? answer = null;
            if (await Record.ExceptionAsync(async () => answer = await sender.Send(operation)) is { } failure)
            {
                wrong.Add($"{operation}: {failure.Message}");
            }
            else if (answer!.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) != operation.Success.Status)
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
        /// <summary>What must have happened to the record of an address before the example about it says anything.</summary>
        private static readonly Dictionary<string, (string Path, object Body)> Before = new(StringComparer.Ordinal)
        {
            ["/v1/corrective-actions/{id}/effectiveness"] = ("/v1/corrective-actions/{id}/completion", new { evidence = "Done long ago", doneOn = "2020-01-01" }),
        };

        private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

        /// <summary>What must have happened before an example makes sense, by operation: who sends it, and to which record.</summary>
        private static readonly Dictionary<string, Func<TestTenant, Task<(ApiClient Client, string Path)>>> Prepared = new(StringComparer.Ordinal)
        {
            ["proposeHandOver"] = Work.WorkSteps.WithSomethingToHandOver,
            ["declineHandOver"] = Work.WorkSteps.WithSomethingToDecline,
            ["reopenWork"] = Work.WorkSteps.WithSomethingToReopen,
        };

        public async Task<Answer> Send(ContractOperation operation)
        {
            var path = operation.Path;
            var inPath = new List<string>();
            foreach (var parameter in contract.Parameters(operation).Where(p => p["in"]!.GetValue<string>() == "path" && p["name"]!.GetValue<string>() != "externalId"))
            {
                var name = parameter["name"]!.GetValue<string>();
                var value = Prefix(contract.Resolve(parameter["schema"]!)) is { } prefix ? await IdOf(prefix, operation)
                    : name == "tenantSlug" ? tenant.Slug : name == "token" ? await Tracked(operation) : "example";
                inPath.Add(value);
                path = path.Replace("{" + parameter["name"] + "}", value, StringComparison.Ordinal);
            }
            if (Before.TryGetValue(operation.Path, out var before))
            {
                (await tenant.Administrator.Post(before.Path.Replace("{id}", inPath[0], StringComparison.Ordinal), before.Body)).Is(200);
            }
            var body = operation.RequestExample!.DeepClone();
            await Replace(body, contract.Resolve(operation.RequestMedia!["schema"]!), prefix => IdOf(prefix, operation, inPath));
            if (operation.Id == "placeStakeholder")
            {
                var account = (await tenant.Administrator.Get("/v1/key-accounts/" + inPath[0])).Is(200).Text("customerId");
                body["customerId"] = await tenant.NewCustomer();
                (await tenant.Administrator.Post($"/v1/customers/{body["customerId"]}/relations", new { kind = "worksFor", otherCustomerId = account })).Is(201);
            }
            path = await Members.MemberSteps.Prepare(tenant, operation.Id, inPath, body) ?? path;
            if (Prepared.TryGetValue(operation.Id, out var prepare))
            {
                var (sender, prepared) = await prepare(tenant);
                return await sender.Send(HttpMethod.Parse(operation.Method), prepared, body);
            }
            path = path.Replace("{externalId}", Uri.EscapeDataString(body["externalId"]?.GetValue<string>() ?? "example"), StringComparison.Ordinal);
            if (contract.Parameters(operation).Any(p => p["name"]!.GetValue<string>() == "allowDuplicate"))
            {
                path += "?allowDuplicate=true";
            }
            if (body["slug"] is not null)
            {
                body["slug"] = "e-" + Guid.NewGuid().ToString("n")[..20];
            }
            if (await ComplaintSteps.Prepare(tenant, operation.Path, inPath) is { } step)
            {
                return await step.Client.Post(step.Path, body);
            }
            var ofPlatform = operation.Path.StartsWith("/v1/platform", StringComparison.Ordinal);
            var client = ofPlatform ? host.Platform : tenant.Administrator;
            var conditional = contract.Parameters(operation).Any(p => p["name"]!.GetValue<string>() == "If-Match" && p["required"]?.GetValue<bool>() == true);
            return await client.Send(HttpMethod.Parse(operation.Method), path, body, conditional ? [("If-Match", "*"), DisplayedDatesTests.Jalali] : [DisplayedDatesTests.Jalali]);
        }

        /// <summary>The secret of a draft, or of a complaint that is so far that its customer can do what the operation does.</summary>
        private async Task<string> Tracked(ContractOperation operation)
        {
            if (operation.Path.Contains("/complaint-drafts/", StringComparison.Ordinal))
            {
                return (await host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaint-drafts", new { statement = "x" })).Is(201).Text("token");
            }
            if (operation.Path.Contains("/plans/", StringComparison.Ordinal))
            {
                return (await tenant.Administrator.Post("/v1/relationship-plans", new
                {
                    customerId = await tenant.NewCustomer(),
                    content = new { title = "Plan", goal = "Goal", startOn = "2026-03-21", endOn = "2099-03-20" },
                })).Is(201).Text("link").Split('/')[^1];
            }
            var (_, client) = await tenant.Employ("Tracked", Domain.Role.Administrator);
            var filed = await client.File(tenant);
            ids["complaint"] = filed.Id;
            if (operation.Path.EndsWith("/outcome", StringComparison.Ordinal))
            {
                await client.Lead(filed.Id, "apology");
                (await client.Step(filed.Id, "resolution", ComplaintSteps.Resolution())).Is(200);
            }
            return filed.Text("trackingToken");
        }

        /// <summary>The id of a record of this kind; another one than those that are named already, where the example is about two.</summary>
        private async Task<string> IdOf(string prefix, ContractOperation user, IReadOnlyList<string>? others = null)
        {
            if (prefix == "tenant")
            {
                return tenant.Id;
            }
            if (prefix == "offer")
            {
                if (!user.Path.EndsWith("/approval", StringComparison.Ordinal))
                {
                    await tenant.Administrator.Empower();
                }
                return (await tenant.Administrator.Lead(ids["complaint"], "offers")).OfferId();
            }
            if (prefix == "after_sale_check")
            {
                return await tenant.OpenedCheck(await IdOf("customer", user));
            }
            if (!ids.TryGetValue(prefix, out var id) || others?.Contains(id) == true)
            {
                var (make, member) = contract.Operations.Where(o => o.Method == "POST" && !o.Path.EndsWith(":batch", StringComparison.Ordinal) && o.Id != user.Id)
                    .Select(o => (Make: o, Member: MemberWithId(o, prefix))).Where(o => o.Member is not null)
                    // What makes the record itself comes before what only names one.
                    .OrderByDescending(o => o.Member == "id").ThenByDescending(o => user.Path.StartsWith(o.Make.Path, StringComparison.Ordinal)).ThenBy(o => o.Make.Path.Contains('{', StringComparison.Ordinal))
                    .FirstOrDefault();
                if (make is null)
                {
                    throw new InvalidOperationException($"No operation makes a {prefix}.");
                }
                if (prefix == "member")
                {
                    // Nobody is a member twice.
                    ids.Remove("customer");
                }
                var answer = await Send(make);
                id = answer.Status is 200 or 201 ? answer.Text(member!) : throw new InvalidOperationException($"{make}: {answer}");
                ids.TryAdd(prefix, id);
            }
            return id;
        }

        /// <summary>The member of the answer that names what was made: id, or for a report mergeId and the like.</summary>
        private string? MemberWithId(ContractOperation operation, string prefix)
        {
            var members = operation.Success.Response["content"]?.AsObject().First().Value?["schema"] is { } schema ? contract.Resolve(schema)["properties"] : null;
            return new[] { "id", prefix + "Id" }.FirstOrDefault(m => members?[m] is { } described && Prefix(contract.Resolve(described)) == prefix);
        }

        private async Task Replace(JsonNode? value, JsonObject schema, Func<string, Task<string>> idOf)
        {
            if (value is JsonArray entries && schema["items"] is { } items)
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    if (Prefix(contract.Resolve(items)) is { } prefix)
                    {
                        entries[i] = await idOf(prefix);
                    }
                    else
                    {
                        await Replace(entries[i], contract.Resolve(items), idOf);
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
                    value[name] = await idOf(prefix);
                }
                else
                {
                    await Replace(member, described, idOf);
                }
            }
        }

        /// <summary>Null where it is no id, or one of a record of any kind.</summary>
        private static string? Prefix(JsonObject schema) =>
            schema["format"]?.GetValue<string>() == "typeid" && schema["pattern"]!.GetValue<string>()[1..].Split("_[")[0] is { } prefix && !prefix.StartsWith('[') ? prefix : null;
    }
}
