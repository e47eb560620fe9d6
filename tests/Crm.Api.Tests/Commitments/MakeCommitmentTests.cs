using Crm.Api.Tests.Calendars;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Commitments;

[Trait("Requirement", "S1-HELP-7")]
public sealed class MakeCommitmentTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S3-ACCT-1")]
    public async Task The_manager_of_the_moment_is_accountable_and_stays_so()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var boss = (await client.Post("/v1/staff", new { name = "Boss" })).Is(201).Id;
        var next = (await client.Post("/v1/staff", new { name = "Next" })).Is(201).Id;
        var sara = (await client.Post("/v1/staff", new { name = "Sara", managerId = boss })).Is(201);
        var made = await tenant.Promise(responsibleId: sara.Id);
        Assert.Equal((sara.Id, boss), (made.Text("responsibleId"), made.Text("accountableId")));
        (await client.Patch("/v1/staff/" + sara.Id, new { managerId = next }, sara.ETag)).Is(200);
        Assert.Equal(boss, (await client.Get("/v1/commitments/" + made.Id)).Text("accountableId"));
        Assert.Equal(next, (await tenant.Promise(responsibleId: sara.Id)).Text("accountableId"));
        Assert.Equal(boss, (await tenant.Promise(responsibleId: boss)).Text("accountableId"));
    }

    [Fact]
    public async Task Within_counts_in_the_open_hours_of_a_calendar_and_keeps_its_version()
    {
        var tenant = await Host.NewTenant();
        var calendar = await tenant.Administrator.EstablishPreset("iran");
        var made = await tenant.Promise("P2D", calendarId: calendar.Id);
        Assert.Equal((calendar.Id, 1), (made.Text("calendarId"), made.Find("calendarVersion")!.GetValue<int>()));
        var expected = (await tenant.Administrator.FindDeadline(calendar.Id, made.Text("createdAt"), "P2D")).Is(200).Text("deadline");
        Assert.Equal(expected[..16], made.Text("dueAt")[..16]);
        (await tenant.Administrator.Patch("/v1/calendars/" + calendar.Id, new { name = "Other" }, calendar.ETag)).Is(200);
        var read = (await tenant.Administrator.Get("/v1/commitments/" + made.Id)).Is(200);
        Assert.Equal(1, read.Find("calendarVersion")!.GetValue<int>());
        var elapsed = await tenant.Promise("P2D");
        Assert.Null(elapsed.Find("calendarId"));
        Assert.Equal(TimeSpan.FromDays(2), DateTimeOffset.Parse(elapsed.Text("dueAt"), null) - DateTimeOffset.Parse(elapsed.Text("createdAt"), null));
    }

    [Fact]
    public async Task Belongs_to_the_contact_in_which_it_was_made()
    {
        var tenant = await Host.NewTenant();
        var (customer, stranger) = (await tenant.NewCustomer(), await tenant.NewCustomer("علی"));
        var (sara, saras) = await tenant.Employ("Sara", Domain.Role.Agent);
        var (own, foreign) = (await tenant.Record(customer), await tenant.Record(stranger));
        Task<Answer> Post(string interactionId) => saras.Post("/v1/commitments", new { customerId = customer, text = "Call", within = "PT1H", interactionId });
        var made = (await Post(own.Id)).Is(201);
        Assert.Equal((own.Id, sara, sara), (made.Text("interactionId"), made.Text("responsibleId"), made.Text("accountableId")));
        (await Post(foreign.Id)).IsProblem(422, "interaction_unknown");
        var other = await Host.NewTenant();
        (await Post((await other.Record(await other.NewCustomer())).Id)).IsProblem(422, "interaction_unknown");
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var tenant = await Host.NewTenant();
        var other = await Host.NewTenant();
        var client = tenant.Administrator;
        var (customer, staff) = (await tenant.NewCustomer(), await TestTenantAccess.Employ(tenant, "Sara"));
        var calendar = await client.EstablishCalendar();
        Task<Answer> Post(object? due = null, object? within = null, string? calendarId = null, string? responsibleId = null, string? customerId = null, string text = "زنگ بزنم") =>
            client.Post("/v1/commitments", new { customerId = customerId ?? customer, text, due, within, calendarId, responsibleId = responsibleId ?? staff });
        (await Post(Host.In(-TimeSpan.FromMinutes(1)))).IsInvalid("/due", "due_past");
        (await Post(Host.In(TimeSpan.FromDays(3661)))).IsInvalid("/due", "due_too_far");
        (await Post(within: "P3661D")).IsInvalid("/within", "target_too_long");
        (await Post(within: "P2000D", calendarId: calendar.Id)).IsInvalid("/within", "due_too_far");
        (await Post(within: "P1M")).IsInvalid("/within", "target_invalid");
        (await Post()).IsInvalid("/due", "required");
        (await Post(Host.In(TimeSpan.FromHours(1)), "PT1H")).IsInvalid("/within", "due_twice");
        (await Post(Host.In(TimeSpan.FromHours(1)), calendarId: calendar.Id)).IsInvalid("/calendarId", "calendar_misplaced");
        (await Post(within: "PT1H", calendarId: "calendar_01j00000000000000000000000")).IsProblem(422, "calendar_unknown");
        (await Post(within: "PT1H", calendarId: (await other.Administrator.EstablishCalendar()).Id)).IsProblem(422, "calendar_unknown");
        (await Post(within: "PT1H", text: " ")).IsInvalid("/text", "required");
        (await Post(within: "PT1H", responsibleId: await TestTenantAccess.Employ(other, "Ali"))).IsProblem(422, "responsible_unknown");
        (await Post(within: "PT1H", customerId: await other.NewCustomer())).IsProblem(422, "reference_unknown");
        (await client.Post("/v1/commitments", new { customerId = customer, text = "Call", within = "PT1H" })).IsProblem(422, "responsible_needed");
        var gone = (await client.Post("/v1/staff", new { name = "Gone", active = false })).Is(201).Id;
        (await Post(within: "PT1H", responsibleId: gone)).IsProblem(422, "responsible_unknown");
        (await client.Delete("/v1/calendars/" + calendar.Id, calendar.ETag)).Is(204);
        (await Post(within: "PT1H", calendarId: calendar.Id)).IsProblem(422, "calendar_unknown");
        var persian = await client.Send(HttpMethod.Post, "/v1/commitments", new { customerId = customer, text = "Call", within = "PT1H" }, ("Accept-Language", "fa"));
        Assert.Contains("responsibleId", persian.IsProblem(422, "responsible_needed").Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_twice_is_one_promise()
    {
        var tenant = await Host.NewTenant();
        var body = new { customerId = await tenant.NewCustomer(), text = "Call", within = "PT1H", responsibleId = await TestTenantAccess.Employ(tenant, "Sara"), externalId = "p-1" };
        var once = (await tenant.Administrator.Post("/v1/commitments", body, ("Idempotency-Key", "one"))).Is(201);
        var again = (await tenant.Administrator.Post("/v1/commitments", body, ("Idempotency-Key", "one"))).Is(201);
        Assert.Equal(once.Raw, again.Raw);
        (await tenant.Administrator.Post("/v1/commitments", body)).IsProblem(409, "external_id_taken");
        Assert.Equal(1, await tenant.Alarms());
    }
}
