using System.Globalization;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Complaints;

/// <summary>The numbers are kept with every save, and are what counting anew would come to.</summary>
public sealed class ComplaintStatisticsTests(CrmHost host) : ApiTest(host)
{
    private const string At = "/v1/complaints/statistics";

    [Fact]
    [Trait("Requirement", "S4-NEEDS-1")]
    public async Task What_happens_to_complaints_is_in_the_numbers_at_once()
    {
        var (tenant, saras, _, id, token) = await Host.Told();
        var (_, ali) = await tenant.Employ("Ali");
        Assert.Equal((1, 0, 1), await Numbers(saras, "received", "resolved", "unanswered"));
        await saras.Lead(id, "apology", "playback");
        Assert.Equal(1, Number((await saras.Get(At)).Is(200), "total.timeToFirstContact.count"));
        (await saras.Write(id, "We know more now", "answer")).Is(201);
        Assert.Equal((1, 0, 0), await Numbers(saras, "received", "resolved", "unanswered"));
        Assert.Empty((await saras.Get("/v1/complaints?unanswered=true")).Is(200).Rows);
        (await tenant.ByLink(token, "messages", new { words = "And?" })).Is(200);
        Assert.Equal((1, 0, 1), await Numbers(saras, "received", "resolved", "unanswered"));
        Assert.Equal(id, (await saras.Get("/v1/complaints?unanswered=true")).Is(200).Rows.Single()!["id"]!.GetValue<string>());
        (await saras.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        Assert.Equal((1, 1, 0), await Numbers(saras, "received", "resolved", "unanswered"));
        var open = (await saras.Get(At + "?groupBy=cause")).Is(200);
        Assert.Equal(("late-delivery", 0.6667m), (open.Text("groups.0.value"), open.Find("groups.0.numbers.helpIndex")!.GetValue<decimal>()));
        (await tenant.ByLink(token, "outcome", new { solved = true, rating = 5 })).Is(200);
        Assert.Equal(1m, (await saras.Get(At)).Is(200).Find("total.expectation.exceedRate")!.GetValue<decimal>());
        Assert.Equal(1, Number((await saras.Get(At)).Is(200), "total.closedConfirmed"));
        (await saras.Step(id, "reopening", new { channel = "phone", reason = "Again" })).Is(200);
        var again = (await saras.Get(At)).Is(200);
        Assert.Equal((1m, 1, 0, 1), (again.Find("total.reopenRate")!.GetValue<decimal>(), Number(again, "total.resolved"), Number(again, "total.expectation.exceeded"), Number(again, "total.unanswered")));
        // The cause went with the resolution, and nothing is left of it where it was.
        Assert.Null((await saras.Get(At + "?groupBy=cause")).Is(200).Body!["groups"]!.AsArray().Single()!["value"]);
    }

    [Fact]
    public async Task Groups_follow_the_owner_and_the_severity_and_add_up_to_the_whole()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (ali, _), (third, _)) = (await tenant.Employ("Sara"), await tenant.Employ("Ali"), await tenant.Employ("Third"));
        var ids = new List<string>();
        foreach (var (channel, category) in new[] { ("web", "a"), ("web", "b"), ("phone", "a"), ("email", null) })
        {
            ids.Add((await saras.File(tenant, channel, ("ownerId", sara), ("category", category))).Id);
        }
        Assert.Equal(new() { ["web"] = 2, ["phone"] = 1, ["email"] = 1 }, await Groups(saras, "channel"));
        Assert.Equal(new() { ["a"] = 2, ["b"] = 1, [""] = 1 }, await Groups(saras, "category"));
        Assert.Equal(new() { [sara] = 4 }, await Groups(saras, "owner"));
        (await saras.Step(ids[0], "owner", new { ownerId = ali })).Is(200);
        (await saras.Step(ids[0], "owner", new { ownerId = third })).Is(200);
        Assert.Equal(new() { [sara] = 3, [third] = 1 }, await Groups(saras, "owner"));
        var bounced = (await saras.Get(At + "?groupBy=owner")).Is(200);
        Assert.Equal((2, 0.25m), (Number(bounced, "total.transfers"), bounced.Find("total.bounceRate")!.GetValue<decimal>()));
        (await saras.Step(ids[1], "acknowledgement")).Is(200);
        (await saras.Step(ids[1], "assessment", new { severity = "critical" })).Is(200);
        Assert.Equal(1, (await Groups(saras, "severity"))["critical"]);
        Assert.Equal(4, (await Groups(saras, "severity")).Values.Sum());
        // Another tenant knows nothing of it.
        Assert.Empty((await (await Host.NewTenant()).Administrator.Get(At + "?groupBy=owner")).Is(200).Body!["groups"]!.AsArray());
    }

    [Fact]
    public async Task A_period_is_days_of_receipt_where_the_tenant_is_and_at_most_366()
    {
        var tenant = await Host.NewTenant();
        await tenant.Employ("Sara");
        var client = tenant.Administrator;
        foreach (var at in new[] { "2025-12-31T20:29:59Z", "2025-12-31T20:30:00Z", "2026-01-15T09:00:00Z", "2026-02-28T20:29:59Z", "2026-03-01T09:00:00Z" })
        {
            await client.File(tenant, "web", ("receivedAt", at));
        }
        // Half past eight in the evening in London is midnight in Tehran.
        Assert.Equal(1, await Received(client, "2025-12-31", "2025-12-31"));
        Assert.Equal(3, await Received(client, "2026-01-01", "2026-02-28"));
        Assert.Equal(3, await Received(client, "2025-12-31", "2026-01-31"));
        Assert.Equal(5, await Received(client, "2025-12-15", "2026-03-01"));
        Assert.Equal(0, await Received(client, "2026-03-02", "2026-03-31"));
        Assert.Equal(5, await Received(client, "2025-06-01", "2026-06-01"));
        (await client.Get(At + "?from=2025-06-01&to=2026-06-02")).IsProblem(422, "period_invalid");
        (await client.Get(At + "?from=2026-06-02&to=2026-06-01")).IsProblem(422, "period_invalid");
        (await client.Get(At + "?groupBy=mood")).Is(422);
    }

    [Fact]
    public async Task Durations_and_remedies_are_told_within_4_5_percent()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        foreach (var hours in new[] { 1, 2, 4, 8, 16, 32, 64, 100, 150, 200 })
        {
            var id = (await saras.File(tenant, "web", ("receivedAt", At_(-hours)))).Id;
            var offer = (await saras.Lead(id, "desired-outcome", "playback")).Id;
            Assert.Equal(id, offer);
            var given = (await saras.Step(id, "offers", ComplaintSteps.Offer("P14D", new { kind = "points", text = "Points", points = hours * 10 }))).Is(200).OfferId();
            (await saras.Step(id, $"offers/{given}/acceptance", new { channel = "phone" })).Is(200);
        }
        var told = (await saras.Get(At)).Is(200);
        Near(16 * 3600, Seconds(told.Text("total.timeToFirstContact.median")));
        Near(150 * 3600, Seconds(told.Text("total.timeToFirstContact.p90")));
        var spread = told.Body!["total"]!["remedies"]!.AsArray().Single()!;
        Near(10, spread["min"]!.GetValue<double>());
        Near(160, spread["median"]!.GetValue<double>());
        Near(2000, spread["max"]!.GetValue<double>());
        Assert.Equal(10, spread["count"]!.GetValue<int>());

        static double Seconds(string duration) => System.Xml.XmlConvert.ToTimeSpan(duration).TotalSeconds;
        static void Near(double expected, double actual) => Assert.InRange(actual / expected, 0.95, 1.05);
    }

    [Fact]
    public async Task Fifty_at_once_are_fifty_in_the_numbers()
    {
        var tenant = await Host.NewTenant();
        await tenant.Employ("Sara");
        var filed = await ComplaintSteps.AtOnce(50, i => tenant.Administrator.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("category", "c" + (i % 5)))));
        Assert.All(filed, f => f.Is(201));
        await ComplaintSteps.AtOnce(50, i => tenant.Administrator.Step(filed[i].Id, "withdrawal", new { }));
        Assert.Equal((50, 0, 0), await Numbers(tenant.Administrator, "received", "resolved", "unanswered"));
        Assert.Equal(50, Number((await tenant.Administrator.Get(At)).Is(200), "total.withdrawn"));
        Assert.All((await Groups(tenant.Administrator, "category")).Values, v => Assert.Equal(10, v));
    }

    private string At_(int hours) => Host.Clock.GetUtcNow().AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int Number(Answer answer, string path) => answer.Find(path)!.GetValue<int>();

    private static async Task<(int, int, int)> Numbers(ApiClient client, string first, string second, string third)
    {
        var told = (await client.Get(At)).Is(200);
        return (Number(told, "total." + first), Number(told, "total." + second), Number(told, "total." + third));
    }

    private static async Task<int> Received(ApiClient client, string from, string to) => Number((await client.Get($"{At}?from={from}&to={to}")).Is(200), "total.received");

    private static async Task<Dictionary<string, int>> Groups(ApiClient client, string by) =>
        (await client.Get(At + "?groupBy=" + by)).Is(200).Body!["groups"]!.AsArray().ToDictionary(g => g!["value"]?.GetValue<string>() ?? "", g => g!["numbers"]!["received"]!.GetValue<int>());
}
