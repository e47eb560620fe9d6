using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Complaints;

/// <summary>What tests of complaints do over and over.</summary>
internal static class ComplaintSteps
{
    /// <summary>The steps up to an offer, in their order, each with a body that is accepted.</summary>
    public static readonly IReadOnlyList<(string Path, object Body)> Way =
    [
        ("acknowledgement", new { channel = "email" }),
        ("assessment", new { severity = "high" }),
        ("hearing", new { channel = "phone" }),
        ("playback", new { statedNeed = "یک کتری سالم", understoodNeed = "You need a kettle that works", answer = "confirmed", channel = "phone" }),
        ("empathy", new { words = "I would be angry, too", channel = "phone" }),
        ("apology", new { words = "متأسفم", admitsFault = false, channel = "phone" }),
        ("desired-outcome", new { channel = "phone", words = "پولم را می‌خواهم", remedy = "refund" }),
        ("offers", Offer()),
    ];

    public static object Offer(string validFor = "P14D", params object[] remedies) => new
    {
        text = "A new one, and points",
        remedies = remedies.Length > 0 ? remedies : [new { kind = "replacement", text = "A new kettle" }, new { kind = "points", text = "500 points", points = 500 }],
        channel = "phone",
        validFor,
    };

    public static object Resolution(string kind = "explained", string causedBy = "organisation", string[]? evidence = null, string? gesture = null, string cause = "late-delivery") =>
        new { kind, causeCode = cause, causedBy, findings = "The courier was late", expectation = "met", evidence = evidence ?? [], gesture };

    public static Dictionary<string, object?> Complaint(string channel = "web", params (string Name, object? Value)[] members)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["channel"] = channel, ["statement"] = "کتری خراب است" };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }
        return body;
    }

    /// <summary>A complaint of a customer, owned by somebody who works there.</summary>
    public static async Task<Answer> File(this ApiClient client, TestTenant tenant, string channel = "web", params (string Name, object? Value)[] members) =>
        await tenant.Empowered((await client.Post("/v1/complaints", Complaint(channel, [("customerId", await tenant.NewCustomer()), .. members]))).Is(201));

    /// <summary>Lets everybody grant everything, where the tenant has said nothing of its own yet.</summary>
    public static async Task Empower(this ApiClient administrator)
    {
        string[] kinds = ["refund", "replacement", "discount", "points", "gift", "gesture", "apologyLetter"];
        var set = await administrator.Put("/v1/authorities", new { rows = kinds.Select(k => new { role = "everyone", remedyKind = k }) }, "\"0\"");
        Assert.True(set.Status is 200 or 412, set.Raw);
    }

    private static async Task<Answer> Empowered(this TestTenant tenant, Answer filed)
    {
        await tenant.Administrator.Empower();
        return filed;
    }

    public static Task<Answer> Step(this ApiClient client, string id, string path, object? body = null) =>
        client.Post($"/v1/complaints/{id}/{path}", body ?? Way.First(s => s.Path == path).Body);

    /// <summary>Takes a complaint on its way up to and with a step, leaving some out.</summary>
    public static async Task<Answer> Lead(this ApiClient client, string id, string upTo, params string[] without)
    {
        var last = await client.Get("/v1/complaints/" + id);
        foreach (var (path, body) in Way)
        {
            var done = path == "acknowledgement" && last.Body!["acknowledgedAt"] is not null;
            if (!without.Contains(path) && !done)
            {
                last = (await client.Step(id, path, body)).Is(200);
            }
            if (path == upTo)
            {
                break;
            }
        }
        return last;
    }

    public static string OfferId(this Answer complaint, int index = 0) => complaint.Text($"offers.{index}.id");

    public static string[] Next(this Answer complaint) => [.. complaint.Body!["nextActions"]!.AsArray().Select(a => a!["action"]!.GetValue<string>()).Distinct()];

    public static async Task<string[]> Steps(this ApiClient client, string id) =>
        [.. (await client.Get($"/v1/complaints/{id}/history")).Is(200).Body!["events"]!.AsArray().Select(e => e!["kind"]!.GetValue<string>())];

    public static async Task<IReadOnlyList<Answer>> AtOnce(int times, Func<int, Task<Answer>> send) => await Task.WhenAll(Enumerable.Range(0, times).Select(send));

    /// <summary>
    /// Brings the complaint of an address so far that the step of the address can be taken, and tells by whom and where; null where that is no step of a complaint, or
    /// one that can be taken as it is.
    /// </summary>
    public static async Task<(ApiClient Client, string Path)?> Prepare(TestTenant tenant, string path, IReadOnlyList<string> ids)
    {
        if (path.EndsWith("/offers/{offerId}/approval", StringComparison.Ordinal))
        {
            // Without a matrix of its own nobody in the tenant grants what was offered.
            return ((await tenant.Employ("Approver", Domain.Role.Supervisor)).Client, $"/v1/complaints/{ids[0]}/offers/{ids[1]}/approval");
        }
        if (!path.StartsWith("/v1/complaints/{id}/", StringComparison.Ordinal) || path.Contains("{offerId}", StringComparison.Ordinal))
        {
            return null;
        }
        var (client, id, step) = (tenant.Administrator, ids[0], path.Split('/')[^1]);
        var (_, second) = await tenant.Employ("Second", Domain.Role.Administrator);
        var before = Way.TakeWhile(s => s.Path != step).Select(s => s.Path).LastOrDefault();
        switch (step)
        {
            case "customer" or "acknowledgement":
                id = (await client.Post("/v1/complaints", Complaint())).Is(201).Id;
                break;
            case "refusal":
                await client.Lead(id, "desired-outcome");
                break;
            case "review" or "resolution" or "follow-ups" or "reopening" or "appeal":
                await client.Lead(id, "apology");
                break;
            case var _ when before is not null && Way.Any(s => s.Path == step):
                await client.Lead(id, before);
                break;
        }
        if (step is "follow-ups" or "reopening" or "appeal")
        {
            (await client.Step(id, "resolution", Resolution())).Is(200);
        }
        return (step == "review" ? second : client, $"/v1/complaints/{id}/{step}");
    }
}
