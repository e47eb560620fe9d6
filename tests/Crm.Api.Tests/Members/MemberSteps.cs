namespace Crm.Api.Tests.Members;

/// <summary>What tests of loyalty do over and over.</summary>
internal static class MemberSteps
{
    /// <summary>A point for every 10, usable at once, unless the members say otherwise.</summary>
    public static Dictionary<string, object?> Rules(params (string Name, object? Value)[] members)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = "Club",
            ["currency"] = "IRR",
            ["timeZone"] = "Asia/Tehran",
            ["rules"] = new object[]
            {
                new { code = "buy", @event = "purchase", rate = new { points = 1, per = 10 } }, new { code = "review", @event = "review", points = 50 },
            },
        };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }
        return body;
    }

    public static async Task<Answer> Establish(this TestTenant tenant, params (string Name, object? Value)[] members) =>
        (await tenant.Administrator.Post("/v1/programmes", Rules(members))).Is(201);

    public static async Task<string> Enrol(this TestTenant tenant, string programmeId, string customerId) =>
        (await tenant.Administrator.Post("/v1/members", new { programmeId, customerId })).Is(201).Id;

    /// <summary>The balance with its lots, which must be the one that is kept without them.</summary>
    public static async Task<Answer> Balance(this TestTenant tenant, string memberId)
    {
        var (reckoned, kept) = (await tenant.Administrator.Get($"/v1/members/{memberId}/balance?lots=true"), await tenant.Administrator.Get($"/v1/members/{memberId}/balance"));
        if (reckoned.Status == 200)
        {
            Assert.All((string[])["available", "pending", "held", "nextExpiry", "worth"], part => Assert.Equal(reckoned.Body![part]?.ToJsonString(), kept.Body![part]?.ToJsonString()));
        }
        return reckoned;
    }

    public static async Task<long> Available(this TestTenant tenant, string memberId) => (await tenant.Balance(memberId)).Is(200).Number("available");

    public static Task<Answer> Adjust(this TestTenant tenant, string memberId, long points) =>
        tenant.Administrator.Post($"/v1/members/{memberId}/adjustments", new { points, reason = "Test" });

    public static Task<Answer> Happens(this TestTenant tenant, string memberId, string source, string what = "review", object? more = null) =>
        tenant.Administrator.Post($"/v1/members/{memberId}/events", more ?? new { @event = what, source });

    public static async Task<string[]> Kinds(this TestTenant tenant, string memberId) =>
        [.. (await tenant.Administrator.Get($"/v1/members/{memberId}/entries?limit=200")).Is(200).Rows.Reverse().Select(r => r!["kind"]!.GetValue<string>())];

    /// <summary>Every balance reckoned anew from the entries: nothing differs.</summary>
    public static async Task<Answer> Audit(this TestTenant tenant, string programmeId)
    {
        var report = (await tenant.Administrator.Post($"/v1/programmes/{programmeId}/audit", new { })).Is(200);
        Assert.Empty(report.Body!["differences"]!.AsArray());
        return report;
    }

    /// <summary>What must have happened before an example about points makes sense; another address, where it is about another record.</summary>
    public static async Task<string?> Prepare(TestTenant tenant, string operation, IReadOnlyList<string> path, System.Text.Json.Nodes.JsonNode body)
    {
        switch (operation)
        {
            case "transferPoints":
                (await tenant.Administrator.Post($"/v1/members/{body["toId"]}/household", new { headId = path[0] })).Is(200);
                (await tenant.Adjust(path[0], 1000)).Is(200);
                return null;
            case "reserveReward":
                (await tenant.Adjust(body["memberId"]!.GetValue<string>(), 1000)).Is(200);
                return null;
            case "reviewPoints":
                var held = await tenant.Enrol((await tenant.Establish(("velocity", new { earnings = 1, minutes = 60 }))).Id, await Interactions.InteractionSteps.NewCustomer(tenant));
                (await tenant.Happens(held, "a")).Is(200);
                (await tenant.Happens(held, "b")).Is(200);
                return $"/v1/members/{held}/entries/2/review";
            case "useVoucher":
                var programmeId = (await tenant.Establish()).Id;
                var memberId = await tenant.Enrol(programmeId, await Interactions.InteractionSteps.NewCustomer(tenant));
                (await tenant.Adjust(memberId, 1)).Is(200);
                var rewardId = (await tenant.Administrator.Post("/v1/rewards", new { programmeId, name = "Cup", points = 1, voucherDays = 1 })).Is(201).Id;
                var redemption = (await tenant.Administrator.Post("/v1/redemptions", new { memberId, rewardId })).Is(201).Id;
                body["code"] = (await tenant.Administrator.Post($"/v1/redemptions/{redemption}/confirmation")).Is(200).Text("voucherCode");
                return null;
            default:
                return null;
        }
    }

    public static long Number(this Answer answer, string path) => answer.Find(path)!.GetValue<long>();
}
