using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Contract;

[Trait("Requirement", "S4-CULT-1")]
public sealed class DisplayedDatesTests(CrmHost host) : ApiTest(host)
{
    internal static readonly (string, string) Jalali = ("Accept-Language", "fa-IR-u-ca-persian, en;q=0.5");

    [Fact]
    public async Task Dates_are_said_in_persian_words_beside_those_for_machines_where_the_request_asks_for_the_calendar()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var client = tenant.Administrator;
        var (customer, colleague) = (await tenant.NewCustomer(), (await tenant.Employ("Sara")).Id);
        var need = $"/v1/customers/{customer}/needs/" + (await client.Post($"/v1/customers/{customer}/needs", new { text = "Van", expectedOn = "2027-03-21" })).Is(201).Id;
        var plain = (await client.Get(need)).Is(200);
        Assert.Null(plain.Find("display"));
        Assert.Null((await client.Get(need, ("Accept-Language", "fa"))).Is(200).Find("display"));
        Assert.Null((await client.Get(need, ("Accept-Language", "fa-u-ca-persian;q=0, fa"))).Is(200).Find("display"));
        var shown = (await client.Get(need, Jalali)).Is(200);
        Assert.Equal(("2027-03-21", "۱ فروردین ۱۴۰۶"), (shown.Text("expectedOn"), shown.Text("display.expectedOn")));
        Assert.Matches("^[۰-۹]{1,2} [آ-ی]+ ۱[۰-۹]{3}، ساعت [۰-۹]{2}:[۰-۹]{2}$", shown.Text("display.createdAt"));
        Assert.Equal(("fa", "Accept-Language"), (shown.Headers["Content-Language"], shown.Headers["Vary"]));
        shown.Body!.AsObject().Remove("display");
        Assert.Equal(plain.Body!.ToJsonString(), shown.Body!.ToJsonString());

        var task = (await client.Post("/v1/work", new { title = "Call", ownerId = colleague, due = "2097-03-20T20:30:00Z" }, Jalali)).Is(201);
        Assert.Equal("۲ فروردین ۱۴۷۶، ساعت ۰۰:۰۰", task.Text("display.dueAt"));
        Assert.Null(task.Find("display.closedAt"));
        var row = Assert.Single((await client.Get("/v1/work?fields=id,dueAt,display", Jalali)).Is(200).Rows)!;
        Assert.Equal("۲ فروردین ۱۴۷۶، ساعت ۰۰:۰۰", row["display"]!["dueAt"]!.GetValue<string>());
        (await client.Get("/v1/work?fields=id,display")).IsProblem(422, "field_unknown");
    }

    [Fact]
    public async Task The_document_describes_them_also_where_requests_have_the_same_object()
    {
        var contract = await Contract.Of(Host);
        var tenant = await Host.NewTenant("fa-IR");
        var made = (await tenant.Administrator.Post("/v1/relationship-plans", new
        {
            customerId = await tenant.NewCustomer(),
            content = new { title = "Plan", goal = "Goal", startOn = "2026-03-21", endOn = "2099-03-20" },
        }, Jalali)).Is(201);
        Assert.Equal("۱ فروردین ۱۴۰۵", made.Text("content.display.startOn"));
        Assert.Empty(contract.Check(made.Body, contract.Operations.Single(o => o.Id == "makePlan").Success.Response["content"]!["application/json"]!["schema"]!));
        Assert.All(contract.Schemas.Where(s => s.Value!["properties"]?["display"] is not null), s => Assert.False(s.Key.EndsWith("Body", StringComparison.Ordinal), s.Key));
        Assert.Null(contract.Resolve(contract.Operations.Single(o => o.Id == "makeCommitment").RequestMedia!["schema"]!)["properties"]!["display"]);
    }

    [Theory]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("0622-03-22", "۱ فروردین ۱")]
    [InlineData("9999-12-30", "۱۲ دی ۹۳۷۸")]
    public async Task Days_of_every_year_are_said_or_stay_as_they_are(string expectedOn, string words)
    {
        var tenant = await Host.NewTenant("fa-IR");
        var customer = await tenant.NewCustomer();
        var shown = (await tenant.Administrator.Post($"/v1/customers/{customer}/needs", new { text = "Van", expectedOn }, Jalali)).Is(201);
        Assert.Equal(words, shown.Text("display.expectedOn"));
    }

    [Fact]
    public async Task What_customers_see_without_a_login_is_said_so_too()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var (_, saras) = await tenant.Employ("Sara");
        var filed = await saras.File(tenant);
        var seen = (await Host.Anonymous.Get(filed.Text("trackingLink"), Jalali)).Is(200);
        Assert.Matches("^[۰-۹]{1,2} [آ-ی]+ ۱[۰-۹]{3}، ساعت", seen.Text("display.receivedAt"));
        Assert.Matches("ساعت", seen.Text("timeline.0.display.at"));
        var open = (await Host.Anonymous.Get($"/v1/public/{tenant.Slug}/availability", Jalali)).Is(200);
        Assert.Matches("^[۰-۹]{1,2} [آ-ی]+ ۱[۰-۹]{3}$", open.Text("display.today"));
        Assert.Matches("display", (await saras.Get("/v1/customers/" + filed.Text("customerId") + "/briefing", Jalali)).Is(200).Raw);
        var platform = (await Host.Platform.Get("/v1/platform/tenants?limit=1", Jalali)).Is(200);
        Assert.Matches("ساعت", platform.Rows[0]!["display"]!["createdAt"]!.GetValue<string>());
    }
}
