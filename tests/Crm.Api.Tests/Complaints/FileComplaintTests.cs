using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Complaints;

[Trait("Requirement", "S3-ACCESS-2")]
public sealed class FileComplaintTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_statement_alone_is_a_complaint()
    {
        var tenant = await Host.NewTenant();
        var filed = (await tenant.Administrator.Post("/v1/complaints", new { channel = "web", statement = "It is broken" })).Is(201);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$", filed.Text("reference"));
        Assert.Equal("received", filed.Text("stage"));
        Assert.Null(filed.Find("customerId"));
        // Nobody works here yet: it is taken in all the same, and an owner is to be named.
        Assert.Null(filed.Find("ownerId"));
        (await tenant.Administrator.Step(filed.Id, "acknowledgement")).Is(200);
        (await tenant.Administrator.Step(filed.Id, "assessment")).IsProblem(409, "complaint.owner_comes_first");
        Assert.Single((await tenant.Administrator.Get("/v1/complaints?unowned=true")).Is(200).Rows);
        (await tenant.Administrator.Step(filed.Id, "owner", new { ownerId = await TestTenantAccess.Employ(tenant, "Sara") })).Is(200);
        (await tenant.Administrator.Step(filed.Id, "assessment")).Is(200);
    }

    [Theory]
    [Trait("Requirement", "S3-ACCESS-1")]
    [InlineData("phone"), InlineData("post"), InlineData("inPerson"), InlineData("kiosk"), InlineData("web"), InlineData("email"), InlineData("chat"), InlineData("social")]
    [InlineData("publicReview"), InlineData("partner")]
    public async Task Every_channel_leads_to_the_same_kind_of_complaint(string channel)
    {
        var tenant = await Host.NewTenant();
        var received = Host.Clock.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var filed = await tenant.Administrator.File(tenant, channel, ("receivedAt", received));
        Assert.Equal((channel, received, "received"), (filed.Text("channel"), filed.Text("receivedAt"), filed.Text("stage")));
        Assert.NotEqual(received, filed.Text("createdAt"));
        Assert.Single((await tenant.Administrator.Get("/v1/complaints?channel=" + channel)).Is(200).Rows);
    }

    [Fact]
    [Trait("Requirement", "S2-OWN-1")]
    public async Task Nothing_is_refused_for_what_it_is_about_and_a_phone_that_cannot_be_read_is_kept()
    {
        var tenant = await Host.NewTenant();
        var sara = await TestTenantAccess.Employ(tenant, "Sara");
        var filed = await tenant.Administrator.File(tenant, "phone", ("category", "خیابان شهرداری"), ("contacts", new object[]
        {
            new { kind = "phone", value = "die Nummer von gestern" }, new { kind = "phone", value = "۰۹۱۲ ۱۱۱ ۲۲ ۳۳" }, new { kind = "email", value = "not an address" },
        }));
        Assert.Equal(("خیابان شهرداری", sara), (filed.Text("category"), filed.Text("ownerId")));
        Assert.Equal(("die Nummer von gestern", false), (filed.Text("contacts.0.value"), filed.Find("contacts.0.verified")!.GetValue<bool>()));
        Assert.Equal(("+989121112233", true), (filed.Text("contacts.1.normalized"), filed.Find("contacts.1.verified")!.GetValue<bool>()));
        Assert.False(filed.Find("contacts.2.verified")!.GetValue<bool>());
    }

    [Fact]
    [Trait("Requirement", "S3-ACCESS-1")]
    public async Task A_kiosk_may_hand_in_a_complaint_and_nothing_else()
    {
        var tenant = await Host.NewTenant();
        var (_, kiosk) = await tenant.Employ("Terminal", Domain.Role.Kiosk);
        var filed = (await kiosk.Post("/v1/complaints", ComplaintSteps.Complaint("kiosk"))).Is(201);
        (await kiosk.Get("/v1/complaints/" + filed.Id)).IsProblem(403, "permission_missing");
        (await kiosk.Get("/v1/complaints")).IsProblem(403, "permission_missing");
        foreach (var (path, body) in ComplaintSteps.Way)
        {
            (await kiosk.Step(filed.Id, path, body)).IsProblem(403, "permission_missing");
        }
    }

    [Fact]
    public async Task Fifty_at_once_have_fifty_references()
    {
        var tenant = await Host.NewTenant();
        var filed = await ComplaintSteps.AtOnce(50, i => tenant.Administrator.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("statement", "No. " + i))));
        Assert.All(filed, f => f.Is(201));
        var references = filed.Select(f => f.Text("reference")).ToHashSet();
        Assert.Equal(50, references.Count);
        var heard = filed[7].Text("reference").Replace("-", "", StringComparison.Ordinal).ToLowerInvariant().Replace('0', 'o');
        Assert.Equal(filed[7].Id, (await tenant.Administrator.Get("/v1/complaints?reference=" + heard)).Is(200).Rows.Single()!["id"]!.GetValue<string>());
        (await tenant.Administrator.Get("/v1/complaints?reference=K7Q2-9MXA-X")).IsProblem(422, "reference_invalid");
    }

    [Fact]
    public async Task The_same_request_twice_is_one_complaint()
    {
        var tenant = await Host.NewTenant();
        var body = ComplaintSteps.Complaint("web", ("externalId", "c-1"));
        var once = (await tenant.Administrator.Post("/v1/complaints", body, ("Idempotency-Key", "one"))).Is(201);
        Assert.Equal(once.Raw, (await tenant.Administrator.Post("/v1/complaints", body, ("Idempotency-Key", "one"))).Is(201).Raw);
        (await tenant.Administrator.Post("/v1/complaints", body)).IsProblem(409, "external_id_taken");
    }

    [Fact]
    [Trait("Requirement", "S2-URGENT-1")]
    public async Task A_fresh_defect_is_urgent_for_seven_days()
    {
        var tenant = await Host.NewTenant();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Host.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran")).DateTime);
        async Task<Answer> Bought(int daysAgo) => await tenant.Administrator.File(tenant, "web", ("product", new { purchasedOn = today.AddDays(-daysAgo), condition = "unusable" }));
        Assert.Equal("urgent", (await Bought(3)).Text("priority"));
        Assert.Equal("urgent", (await Bought(7)).Text("priority"));
        Assert.Equal("normal", (await Bought(8)).Text("priority"));
        Assert.Equal(2, (await tenant.Administrator.Get("/v1/complaints?priority=urgent")).Is(200).Rows.Count);
    }

    [Fact]
    [Trait("Requirement", "S5-RET-2")]
    public async Task A_threat_raises_the_severity_and_is_told_at_once()
    {
        var tenant = await Host.NewTenant();
        var calm = await tenant.Administrator.File(tenant);
        Assert.Equal(("medium", "normal"), (calm.Text("severity"), calm.Text("risk")));
        Assert.Empty(await tenant.Events("complaint.at_risk"));
        var angry = await tenant.Administrator.File(tenant, "web", ("threatensToLeave", true));
        var loud = await tenant.Administrator.File(tenant, "publicReview");
        Assert.Equal(("high", "high", "threatToLeave"), (angry.Text("severity"), angry.Text("risk"), angry.Text("triageReasons.0")));
        Assert.Equal(("high", "high", "publicReview"), (loud.Text("severity"), loud.Text("risk"), loud.Text("triageReasons.0")));
        Assert.Equal(2, (await tenant.Events("complaint.at_risk")).Count);
    }

    [Theory]
    [InlineData("😀👩‍👩‍👧"), InlineData("‮abc‬ سه بار زنگ زدم"), InlineData("a"), InlineData("گ")]
    public async Task A_statement_is_kept_as_it_was_said_up_to_100_000_characters(string piece)
    {
        var tenant = await Host.NewTenant();
        var statement = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var filed = await tenant.Administrator.File(tenant, "web", ("statement", statement));
        Assert.Equal(statement, filed.Text("statement"));
        Assert.Equal(statement, (await tenant.Administrator.Get("/v1/complaints/" + filed.Id)).Is(200).Text("statement"));
        Assert.Equal(statement, (await tenant.Administrator.Get($"/v1/complaints/{filed.Id}/statement-parts")).Is(200).Text("parts.0.words"));
        (await tenant.Administrator.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("statement", new string('x', 100_001))))).IsInvalid("/statement", "too_long");
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        Task<Answer> File(params (string, object?)[] members) => tenant.Administrator.Post("/v1/complaints", ComplaintSteps.Complaint("web", members));
        (await File(("statement", " "))).IsInvalid("/statement", "required");
        (await File(("customerId", await other.NewCustomer()))).IsProblem(422, "reference_unknown");
        (await File(("ownerId", await TestTenantAccess.Employ(other, "Ali")))).IsProblem(422, "owner_unknown");
        (await File(("targetStaffId", await TestTenantAccess.Employ(other, "Ali")))).IsProblem(422, "target_unknown");
        (await File(("receivedAt", InteractionSteps.At(10)))).IsInvalid("/receivedAt", "in_future");
        (await File(("language", "Persian!"))).IsInvalid("/language", "language_invalid");
        (await File(("attachments", new[] { new { url = "http://example.com/a", name = "a", mediaType = "image/png", bytes = 1 } }))).IsInvalid("/attachments/0/url", "attachment_url_invalid");
        (await File(("attachments", new[] { new { url = "https://example.com/a", name = "a", mediaType = "image/svg+xml", bytes = 1 } }))).IsInvalid("/attachments/0/mediaType", "attachment_type_refused");
        (await File(("attachments", new[] { new { url = "https://example.com/a", name = "a", mediaType = "image/png", bytes = 26_214_401 } }))).IsInvalid("/attachments/0/bytes", "out_of_range");
    }
}
