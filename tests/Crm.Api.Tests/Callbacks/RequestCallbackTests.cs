using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Callbacks;

[Trait("Requirement", "S2-CALLBACK-1")]
public sealed class RequestCallbackTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Asked_for_with_a_number_in_Persian_digits_and_a_window_as_the_customer_reads_it()
    {
        var tenant = await Host.NewTenant();
        var asked = (await tenant.Administrator.Post("/v1/callbacks", new
        {
            customerId = await tenant.NewCustomer(),
            reason = "می‌خواهد بداند بسته کجاست",
            number = "۰۲۱ ۸۸۰۰ ۱۲۳۴",
            timeZone = "Asia/Tehran",
            from = Host.In(TimeSpan.FromHours(1)),
            to = Host.In(TimeSpan.FromHours(3)),
            ownerId = await TestTenantAccess.Employ(tenant, "سارا"),
        })).Is(201);
        Assert.Equal((CallbackSteps.Number, "می‌خواهد بداند بسته کجاست", "open", "normal", "requested"),
            (asked.Text("number"), asked.Text("reason"), asked.Text("state"), asked.Text("priority"), asked.Text("origin")));
        var from = DateTimeOffset.Parse(asked.Text("windowFrom"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(from.ToOffset(TimeSpan.FromMinutes(210)).ToString("yyyy-MM-dd'T'HH:mm:ss'+03:30'", System.Globalization.CultureInfo.InvariantCulture), asked.Text("windowFromLocal"));
        Assert.Equal(asked.Raw, (await tenant.Callback(asked.Id)).Raw);
    }

    [Fact]
    public async Task Without_a_number_the_customers_telephone_of_first_choice_is_called()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var owner = await TestTenantAccess.Employ(tenant, "Sara");
        var customer = (await client.Post("/v1/customers", new
        {
            kind = "person",
            givenName = "مریم",
            familyName = "احمدی",
            timeZone = "Europe/Berlin",
            contactPoints = new object[] { new { kind = "phone", value = "021 1111 2222" }, new { kind = "phone", value = "0912 345 6789", primary = true } },
        })).Is(201).Id;
        var asked = (await client.Post("/v1/callbacks", new { customerId = customer, reason = "x", within = "PT1H", ownerId = owner })).Is(201);
        Assert.Equal(("+989123456789", "Europe/Berlin"), (asked.Text("number"), asked.Text("timeZone")));
        (await client.Post("/v1/callbacks", new { customerId = await tenant.NewCustomer(), reason = "x", within = "PT1H", ownerId = owner })).IsProblem(422, "number_needed");
    }

    [Theory]
    [InlineData("number", "12", "/number", "phone_invalid")]
    [InlineData("number", "abc", "/number", "phone_invalid")]
    [InlineData("timeZone", "Mars/Olympus", "/timeZone", "time_zone_unknown")]
    [InlineData("reason", "", "/reason", "required")]
    [InlineData("within", "P15D", "/to", "window_too_long")]
    [InlineData("within", "PT0S", "/within", "target_not_positive")]
    [InlineData("within", null, "/to", "required")]
    public async Task Refuses_what_is_none(string member, string? value, string pointer, string code)
    {
        var tenant = await Host.NewTenant();
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["customerId"] = await tenant.NewCustomer(), ["reason"] = "x", ["within"] = "PT1H", ["number"] = CallbackSteps.Number, ["ownerId"] = await TestTenantAccess.Employ(tenant, "Sara"),
            [member] = value,
        };
        (await tenant.Administrator.Post("/v1/callbacks", body)).IsInvalid(pointer, code);
    }

    [Theory]
    [InlineData(3, 2, "window_reversed")]
    [InlineData(2, 2, "window_reversed")]
    [InlineData(-3, -1, "window_past")]
    [InlineData(24 * 50, 24 * 61, "window_too_far")]
    [InlineData(1, 24 * 15, "window_too_long")]
    public async Task Refuses_windows_that_are_none(int from, int to, string code)
    {
        var tenant = await Host.NewTenant();
        var begin = Host.In(TimeSpan.FromHours(from));
        var end = from == to ? begin : Host.In(TimeSpan.FromHours(to));
        var body = new { customerId = await tenant.NewCustomer(), reason = "x", number = CallbackSteps.Number, from = begin, to = end };
        (await tenant.Administrator.Post("/v1/callbacks", body)).IsInvalid("/to", code);
    }

    [Fact]
    public async Task Refuses_records_of_others_and_staff_who_left()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var (customer, strange) = (await tenant.NewCustomer(), await other.NewCustomer());
        var call = (await other.Record(strange)).Id;
        async Task<Answer> Ask(string customerId, string? ownerId = null, string? interactionId = null) =>
            await client.Post("/v1/callbacks", new { customerId, reason = "x", number = CallbackSteps.Number, within = "PT1H", ownerId, interactionId });
        (await Ask(strange)).IsProblem(422, "reference_unknown");
        (await Ask(customer, await TestTenantAccess.Employ(other, "Stranger"))).IsProblem(422, "owner_unknown");
        (await Ask(customer, interactionId: call)).IsProblem(422, "interaction_unknown");
        var asked = await tenant.AskForCallback(customerId: customer);
        (await other.Administrator.Get("/v1/callbacks/" + asked.Id)).IsProblem(404, "callback.not_found");
        (await other.Administrator.Get($"/v1/callbacks/{asked.Id}/history")).IsProblem(404, "callback.not_found");
        (await other.Administrator.Attempt(asked.Id)).IsProblem(404, "callback.not_found");
        (await other.Administrator.Reschedule(asked.Id)).IsProblem(404, "callback.not_found");
        (await other.Administrator.CancelCallback(asked.Id)).IsProblem(404, "callback.not_found");
        Assert.Empty((await other.Administrator.Get("/v1/callbacks")).Is(200).Rows);
        (await client.Post($"/v1/callbacks/{asked.Id}/attempts", new { outcome = "reached", interactionId = call })).IsProblem(422, "interaction_unknown");
    }

    [Fact]
    public async Task Fifty_attempts_at_once_are_numbered_without_a_gap_and_none_is_lost()
    {
        var tenant = await Host.NewTenant();
        var asked = await tenant.AskForCallback();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => tenant.Administrator.Attempt(asked.Id, "noAnswer", "Attempt " + i))));
        Assert.All(answers, a => Assert.Contains(a.Status, (int[])[200, 409]));
        var done = answers.Count(a => a.Status == 200);
        Assert.True(done > 0);
        var attempts = (await tenant.Callback(asked.Id)).Body!["attempts"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, done), attempts.Select(a => a!["number"]!.GetValue<int>()));
        Assert.Equal(done, attempts.Select(a => a!["note"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(["fulfilled"], await tenant.ClocksOf(asked.Id));
        var reached = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => tenant.Administrator.Attempt(asked.Id, "reached"))));
        Assert.Single(reached, a => a.Status == 200);
        Assert.Single(await tenant.Events("callback.reached"));
    }

    [Fact]
    [Trait("Requirement", "S3-OWNER-1")]
    public async Task Its_work_belongs_to_its_owner_moves_with_its_window_and_takes_it_along()
    {
        var tenant = await Host.NewTenant();
        var (sara, omid) = (await TestTenantAccess.Employ(tenant, "Sara"), await TestTenantAccess.Employ(tenant, "Omid"));
        var asked = await tenant.AskForCallback(ownerId: sara);
        async Task<System.Text.Json.Nodes.JsonNode> Work() => Assert.Single((await tenant.Administrator.Get($"/v1/work?subject={asked.Id}&state=open,done,cancelled")).Is(200).Rows)!;
        var work = await Work();
        Assert.Equal(("callback", sara, asked.Text("windowTo")), (work["kind"]!.GetValue<string>(), work["ownerId"]!.GetValue<string>(), work["dueAt"]!.GetValue<string>()));
        (await tenant.Administrator.Post($"/v1/work/{work["id"]!.GetValue<string>()}/assignment", new { ownerId = omid, reason = "Knows her" })).Is(200);
        var given = await tenant.Callback(asked.Id);
        Assert.Equal(omid, given.Text("ownerId"));
        Assert.Equal(["requested", "ownerChanged"], await tenant.CallbackHistory(asked.Id));
        var moved = (await tenant.Administrator.Reschedule(asked.Id, "PT5H")).Is(200);
        Assert.Equal(moved.Text("windowTo"), (await Work())["dueAt"]!.GetValue<string>());
        (await tenant.Administrator.Attempt(asked.Id, "reached")).Is(200);
        Assert.Equal("done", (await Work())["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Goes_with_a_merged_customer_and_loses_its_words_and_number_with_an_erased_one()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (survivor, loser) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        var asked = await tenant.AskForCallback(customerId: loser);
        (await client.Attempt(asked.Id, "noAnswer", "Rang long")).Is(200);
        (await client.Post($"/v1/customers/{survivor}:merge", new { loserId = loser }, ("If-Match", "*"))).Is(200);
        Assert.Equal(survivor, (await tenant.Callback(asked.Id)).Text("customerId"));
        (await client.Post($"/v1/customers/{survivor}/erasure", new { reason = "customerRequest" })).Is(200);
        var read = await tenant.Callback(asked.Id);
        Assert.Equal("", read.Text("reason"));
        Assert.Null(read.Find("number"));
        Assert.Null(read.Find("attempts.0.note"));
        Assert.All((await client.Get($"/v1/callbacks/{asked.Id}/history")).Is(200).Body!["events"]!.AsArray(), e => Assert.Equal((null, null), (e!["note"], e["phoneNumber"])));
        (await client.Attempt(asked.Id)).IsProblem(409, "customer.erased");
    }

    [Fact]
    public async Task Listed_by_whom_when_and_what()
    {
        var tenant = await Host.NewTenant();
        var (customer, sara) = (await tenant.NewCustomer(), await TestTenantAccess.Employ(tenant, "Sara"));
        var (late, soon, other) = (await tenant.AskForCallback("PT3H", customer, sara), await tenant.AskForCallback("PT1H", customer, sara), await tenant.AskForCallback("PT2H"));
        (await tenant.Administrator.CancelCallback(other.Id)).Is(200);
        async Task<string[]> Ids(string query) => [.. (await tenant.Administrator.Get("/v1/callbacks?" + query)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];
        Assert.Equal([soon.Id, other.Id, late.Id], await Ids("sort=windowTo"));
        Assert.Equal([soon.Id, late.Id], await Ids("customerId=" + customer));
        Assert.Equal([soon.Id, late.Id], await Ids($"ownerId={sara}&state=open&priority=normal&origin=requested"));
        Assert.Equal([soon.Id], await Ids("dueBefore=" + other.Text("windowTo")));
        Assert.Empty(await Ids("priority=urgent"));
        Assert.Equal(3, (await Ids("updatedSince=" + late.Text("createdAt"))).Length);
        (await tenant.Administrator.Get("/v1/callbacks?sort=reason")).IsProblem(422, "sort_unknown");
    }
}
