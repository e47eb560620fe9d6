using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Crm.Api.Tests.Complaints;
using Crm.Domain;

namespace Crm.Api.Tests.Product;

/// <summary>
/// Records of one tenant, made through the API by the operations that make them, from the examples of their bodies. A resource that cannot
/// be made like this fails the test with a sentence that says what to add here.
/// </summary>
internal sealed class Specimens(ApiClient client, IReadOnlyList<ApiOperation> operations, string mark, TestTenant? tenant = null)
{
    public const string Placeholder = "specimen of ";

    /// <summary>How a resource is made that no operation makes from the example of its body alone.</summary>
    private static readonly Dictionary<string, Func<Specimens, Task<string>>> Special = new(StringComparer.Ordinal)
    {
        ["staff"] = own => own.tenant!.Employ("Staff " + own.Mark),
        ["merge"] = own => own.MergeTwo(),
        ["after_sale_check"] = async own => (await own.Client.Post("/v1/service-events", new
        {
            customerId = await own.IdOf("customer"),
            source = await own.IdOf("interaction"),
            occurredOn = "2026-03-21",
            afterDays = new[] { 1 + (own.Ids.Count % 366) },
        })).Is(200).Body!["data"]![0]!["id"]!.GetValue<string>(),
        ["notification"] = own => own.tenant!.Notify(),
        ["offer"] = async own =>
        {
            await own.Client.Empower();
            return (await own.Client.Lead(await own.Make("complaint"), "offers")).OfferId();
        },
    };

    /// <summary>What there is one of at most for a record of its path at a time: each is made for a record of its own.</summary>
    private static readonly string[] OfItsOwn = ["absence"];

    /// <summary>What a record of this kind is given, so that others can be made of it.</summary>
    private static readonly Dictionary<string, Func<Specimens, string, Task>> Given = new(StringComparer.Ordinal)
    {
        ["member"] = async (own, id) => (await own.Client.Post($"/v1/members/{id}/adjustments", new { points = 1_000_000, reason = "Specimen" })).Is(200),
    };

    /// <summary>
    /// What would be in the way of others where it named the same record as they do: who has a conflict with a customer handles no complaint of theirs, and nobody is a member twice.
    /// </summary>
    private static readonly (string? Makes, string? Names)[] Apart = [("conflict", "customer"), ("key_account", "customer"), ("member", "customer")];

    private readonly TestTenant? tenant = tenant;

    /// <summary>Values of path parameters that are no ids, by operation and name, or by name alone.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["externalId"] = "specimen-1",
    };

    /// <summary>Members that must differ from one record to the next.</summary>
    private static readonly string[] Unique = ["externalId", "slug", "key", "code", "sourceKey"];

    private readonly ConcurrentDictionary<string, Task<string>> kept = new(StringComparer.Ordinal);

    public ApiClient Client { get; } = client;

    /// <summary>Whether the records are the platform's and not a tenant's.</summary>
    public bool OfPlatform { get; init; }

    /// <summary>A word that stands in every name of these records and nowhere else.</summary>
    public string Mark { get; } = mark;

    /// <summary>Every id that was made.</summary>
    public ConcurrentBag<string> Ids { get; } = [];

    /// <summary>The prefix of the ids that a type is, null where it is none.</summary>
    public static string? PrefixOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(Id<>) ? (string)bare.GetProperty(nameof(Id<>.Prefix))!.GetValue(null)! : null;
    }

    /// <summary>The id of a record of this kind; always the same one.</summary>
    public Task<string> IdOf(string prefix) => kept.GetOrAdd(prefix, Make);

    /// <summary>A record that was made elsewhere.</summary>
    public void Know(string prefix, string id) => kept[prefix] = Task.FromResult(id);

    /// <summary>The id of a new record of this kind.</summary>
    public async Task<string> Make(string prefix)
    {
        var maker = operations.Where(o => o.Makes == prefix && o.IsOfPlatform == OfPlatform).OrderBy(o => o.Path.Count).ThenBy(o => o.Name.Length).FirstOrDefault();
        if (maker is null && tenant is not null && Special.TryGetValue(prefix, out var make))
        {
            return Keep(await make(this));
        }
        Assert.True(maker is not null, $"No operation makes a '{prefix}'. Say in Specimens.Special how one is made, so that proofs reach it.");
        var answer = await Send(maker, fresh: OfItsOwn.Contains(prefix));
        Assert.True(answer.Status == 201,
            $"{maker.Name} did not make a '{prefix}' from {(BodyShape.HasExample(maker.Document!) ? "its Example" : $"a body without Example ({maker.Document!.Name} should have one)")}, "
            + $"but answered {answer.Status}: {answer.Raw}. Correct the Example, or say in Specimens.Special how one is made.");
        await (Given.TryGetValue(prefix, out var give) ? give(this, answer.Id) : Task.CompletedTask);
        return Keep(answer.Id);
    }

    /// <summary>Calls an operation with records of its own in path and body. <paramref name="fresh"/>: made for this call, since it may end them.</summary>
    public async Task<Answer> Send(ApiOperation operation, bool fresh = false, string ifMatch = "*", JsonNode? body = null, string query = "")
    {
        var address = await Address(operation, fresh) + await Query(operation, query);
        return await Send(operation, address, body ?? await Body(operation), ifMatch);
    }

    public Task<Answer> Send(ApiOperation operation, string address, JsonNode? body, string ifMatch = "*", params (string, string)[] headers)
    {
        (string, string)[] all = operation.Declared.IsConditional && !operation.Declared.IsUpsert ? [("If-Match", ifMatch), .. headers] : headers;
        return Client.Send(operation.Method, address, body?.ToJsonString(ApiClient.Json), all);
    }

    /// <summary><paramref name="fresh"/>: the record that the address ends with is a new one; those that it lies in are always the same, so that it lies in them.</summary>
    public Task<string> Address(ApiOperation operation, bool fresh = false) =>
        operation.Address(p => p.Prefix is { } prefix ? fresh && p == operation.Path[^1] ? Make(prefix) : IdOf(prefix) : Task.FromResult(p.Name == Operation.TenantSlug && tenant is not null ? tenant.Slug : Word(operation, p)));

    public static string Word(ApiOperation operation, ApiParameter parameter) =>
        Words.GetValueOrDefault($"{operation.Name} {parameter.Name}") ?? Words.GetValueOrDefault(parameter.Name)
        ?? (parameter.Type == typeof(int) ? "1" : parameter.Type.IsEnum ? Enum.GetNames(parameter.Type)[0] : "specimen");

    /// <summary>An acceptable body with this tenant's records in it; null where the operation takes none.</summary>
    public async Task<JsonNode?> Body(ApiOperation operation)
    {
        if (operation.Document is not { } type)
        {
            return null;
        }
        if (operation.IsPatch)
        {
            return new JsonObject();
        }
        var body = BodyShape.Example(type);
        foreach (var member in BodyShape.Members(type).Where(m => m.Prefix is not null && Find(body, m.Path) is not null))
        {
            // Never the record of the path itself: nothing is merged into, or related to, itself.
            var id = await (operation.Path.Any(p => p.Prefix == member.Prefix) || Apart.Contains((operation.Makes, member.Prefix)) ? Make(member.Prefix!) : IdOf(member.Prefix!));
            body = BodyShape.With(body, type, member, id);
        }
        Personalise(body);
        foreach (var named in operation.Path.Where(p => p.Prefix is null))
        {
            // What the address says already is not said again.
            (body as JsonObject)?.Remove(named.Name);
        }
        return body;
    }

    /// <summary>The parameter that lets a body be sent twice, where the operation has one.</summary>
    private static Task<string> Query(ApiOperation operation, string query)
    {
        var all = operation.Query.Any(q => q.Name == "allowDuplicate") && operation.Method == HttpMethod.Post ? "allowDuplicate=true" : "";
        all += all.Length > 0 && query.Length > 0 ? "&" + query : query;
        return Task.FromResult(all.Length > 0 ? "?" + all : "");
    }

    private async Task<string> MergeTwo()
    {
        var (survivor, loser) = (await Make("customer"), await Make("customer"));
        return (await Client.Send(HttpMethod.Post, $"/v1/customers/{survivor}:merge", new { loserId = loser }, ("If-Match", "*"))).Is(200).Text("mergeId");
    }

    private void Personalise(JsonNode? node)
    {
        foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
        {
            if (Unique.Contains(name) && value is JsonValue)
            {
                node![name] = "x" + BodyShape.Unused();
            }
            else if ((name is "name" || name.EndsWith("Name", StringComparison.Ordinal)) && value is JsonValue)
            {
                node![name] = $"{value.GetValue<string>().Split(' ')[0]} {Mark}";
            }
            Personalise(value);
        }
        foreach (var item in node as JsonArray ?? [])
        {
            Personalise(item);
        }
    }

    private static JsonNode? Find(JsonNode body, IReadOnlyList<string> path)
    {
        JsonNode? at = body;
        foreach (var step in path)
        {
            at = at is JsonArray items ? items.Count > 0 ? items[0] : null : at is JsonObject members ? members[step] : null;
        }
        return at;
    }

    private string Keep(string id)
    {
        Ids.Add(id);
        return id;
    }
}
