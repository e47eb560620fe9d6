using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Complaints;

[Trait("Requirement", "S3-ACCESS-2")]
public sealed class FilePublicComplaintTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_statement_and_a_way_to_answer_are_enough_and_the_answer_tells_nothing_else()
    {
        var tenant = await Host.NewTenant();
        var sara = await TestTenantAccess.Employ(tenant, "Sara");
        var filed = (await File(tenant, MessageSteps.Intake("\u202Eکتری خراب است 🙁"))).Is(201);
        Assert.Equal(["reference", "trackingLink", "trackingToken"], filed.Body!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal((tenant.Link(filed.Text("trackingToken")), filed.Text("trackingLink")), (filed.Text("trackingLink"), filed.Headers["Location"]));
        var seen = (await Host.Anonymous.Get(filed.Text("trackingLink"))).Is(200);
        Assert.Equal((filed.Text("reference"), "received"), (seen.Text("reference"), seen.Text("stage")));
        var row = (await tenant.Administrator.Get("/v1/complaints?reference=" + filed.Text("reference"))).Is(200).Rows.Single()!;
        var read = (await tenant.Administrator.Get("/v1/complaints/" + row["id"]!.GetValue<string>())).Is(200);
        Assert.Equal(("\u202Eکتری خراب است 🙁", "web", sara, "+989121112233"), (read.Text("statement"), read.Text("channel"), read.Text("ownerId"), read.Text("contacts.0.normalized")));
        Assert.Null(read.Find("customerId"));
    }

    [Fact]
    public async Task Anonymous_leaves_no_name_and_the_link_leads_back()
    {
        var tenant = await Host.NewTenant();
        (await File(tenant, new { statement = "No way to answer" })).IsInvalid("/contacts", "contact_required");
        var filed = (await File(tenant, new { statement = "They lie", anonymous = true, complainantName = "Mina", contacts = new[] { new { kind = "phone", value = "0912 111 22 33" } } })).Is(201);
        var row = (await tenant.Administrator.Get("/v1/complaints")).Is(200).Rows.Single()!;
        var read = (await tenant.Administrator.Get("/v1/complaints/" + row["id"]!.GetValue<string>())).Is(200);
        Assert.DoesNotContain("Mina", read.Raw, StringComparison.Ordinal);
        Assert.Empty(read.Body!["contacts"]!.AsArray());
        (await tenant.ByLink(filed.Text("trackingToken"), "messages", new { words = "And again" })).Is(200);
        // A telephone number that nobody can read is no reason to refuse.
        (await File(tenant, new { statement = "x", contacts = new[] { new { kind = "phone", value = "die von gestern" } } })).Is(201);
    }

    [Theory]
    [InlineData("ownerId", "staff_01j00000000000000000000000"), InlineData("customerId", "customer_01j00000000000000000000000"), InlineData("targetStaffId", "staff_01j00000000000000000000000")]
    [InlineData("channel", "phone"), InlineData("externalId", "x"), InlineData("receivedAt", "2020-01-01T00:00:00Z")]
    public async Task What_is_ours_to_say_cannot_be_said(string member, string value)
    {
        var tenant = await Host.NewTenant();
        (await File(tenant, new Dictionary<string, object> { ["statement"] = "x", ["anonymous"] = true, [member] = value })).Is(422);
        Assert.Empty((await tenant.Administrator.Get("/v1/complaints")).Is(200).Rows);
    }

    [Fact]
    public async Task Fifty_at_once_have_fifty_references_and_links()
    {
        var tenant = await Host.NewTenant();
        var filed = await ComplaintSteps.AtOnce(50, i => File(tenant, MessageSteps.Intake("No. " + i)));
        Assert.All(filed, f => f.Is(201));
        Assert.Equal((50, 50), (filed.Select(f => f.Text("reference")).Distinct().Count(), filed.Select(f => f.Text("trackingToken")).Distinct().Count()));
        foreach (var one in filed.Take(5))
        {
            Assert.Equal(one.Text("reference"), (await tenant.Track(one.Text("trackingToken"))).Is(200).Text("reference"));
        }
    }

    [Fact]
    public async Task It_is_bounded_and_of_a_tenant_that_is_there()
    {
        var tenant = await Host.NewTenant();
        (await Host.Anonymous.Post("/v1/public/no-such-tenant/complaints", MessageSteps.Intake())).IsProblem(404, "tenant.not_found");
        (await File(tenant, MessageSteps.Intake(new string('x', 100_001)))).IsInvalid("/statement", "too_long");
        (await File(tenant, MessageSteps.Intake(new string('x', 1024 * 1024)))).Is(413);
        (await File(tenant, new { statement = " ", anonymous = true })).IsInvalid("/statement", "required");
        (await File(tenant, MessageSteps.Intake(new string('ی', 100_000)))).Is(201);
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            (await Host.Anonymous.Send(method, $"/v1/public/{tenant.Slug}/complaints", method == HttpMethod.Delete ? null : new { })).IsProblem(405, "method_not_allowed");
        }
        (await Host.Anonymous.Get($"/v1/public/{tenant.Slug}/complaints")).IsProblem(405, "method_not_allowed");
        await tenant.Become(t => t.Close("over", TimeSpan.FromDays(30), Host.Clock.GetUtcNow()));
        (await File(tenant, MessageSteps.Intake())).IsProblem(403, "tenant_closing");
    }

    [Fact]
    public async Task One_network_sends_so_much_and_takes_nothing_from_the_tenants_own()
    {
        using var own = CrmHost.With(("Crm:PublicWritesPerMinute", "20"));
        var tenant = await own.NewTenant();
        var token = (await File(tenant, MessageSteps.Intake())).Is(201).Text("trackingToken");
        for (var i = 1; i < 20; i++)
        {
            (await tenant.ByLink("wrong", "messages", new { words = "x" })).Is(404);
        }
        Assert.NotNull((await File(tenant, MessageSteps.Intake())).IsProblem(429, "too_many_requests").Headers["Retry-After"]);
        (await tenant.ByLink(token, "messages", new { words = "x" })).IsProblem(429, "too_many_requests");
        (await tenant.Track(token)).Is(200);
        (await tenant.Administrator.Get("/v1/complaints")).Is(200);
        (await File(await own.NewTenant(), MessageSteps.Intake())).Is(201);
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        (await File(tenant, MessageSteps.Intake())).Is(201);
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_one_complaint_and_of_nobody_else()
    {
        var tenant = await Host.NewTenant();
        var key = ("Idempotency-Key", "a-key-that-is-long-enough");
        var first = (await Host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaints", MessageSteps.Intake(), key)).Is(201);
        var again = (await Host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaints", MessageSteps.Intake(), key)).Is(201);
        Assert.Equal(first.Raw, again.Raw);
        // Somebody else who chose the same key is another complainant, and sees nothing of the first.
        var other = (await Host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaints", MessageSteps.Intake("Mine"), key)).Is(201);
        Assert.NotEqual(first.Text("trackingToken"), other.Text("trackingToken"));
        Assert.Equal(2, (await tenant.Administrator.Get("/v1/complaints")).Is(200).Rows.Count);
    }

    private static Task<Answer> File(TestTenant tenant, object body) => tenant.Host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaints", body);
}
