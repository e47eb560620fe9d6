using Crm.Api.Tests.Commitments;

namespace Crm.Api.Tests.Complaints;

[Trait("Requirement", "S3-ACCESS-2")]
public sealed class ComplaintDraftTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task The_token_resumes_and_what_is_handed_in_is_one_complaint()
    {
        var tenant = await Host.NewTenant();
        var started = (await Start(tenant, new { statement = "کتری نو" })).Is(201);
        Assert.Equal((started.Text("link"), "\"1\""), (started.Headers["Location"], started.Headers["ETag"]));
        var link = started.Text("link");
        var resumed = (await Host.Anonymous.Get(link)).Is(200);
        Assert.Equal("کتری نو", resumed.Text("content.statement"));
        Assert.Null(resumed.Find("token"));
        // What is missing is told, and nothing is lost by asking.
        (await Host.Anonymous.Post(link + "/submission")).IsInvalid("/contacts", "contact_required");
        var saved = (await Save(link, Whole, "\"1\"")).Is(200);
        Assert.Equal("\"2\"", saved.Headers["ETag"]);
        Assert.Empty((await tenant.Administrator.Get("/v1/complaints")).Is(200).Rows);

        var answers = await ComplaintSteps.AtOnce(20, _ => Host.Anonymous.Post(link + "/submission"));
        var receipt = Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a != receipt), a => a.IsProblem(404, "draft.not_found"));
        var row = Assert.Single((await tenant.Administrator.Get("/v1/complaints")).Is(200).Rows)!;
        var filed = (await tenant.Administrator.Get("/v1/complaints/" + row["id"]!.GetValue<string>())).Is(200);
        Assert.Equal((receipt.Text("reference"), "کتری نو خراب است", "web", 3), (filed.Text("reference"), filed.Text("statement"), filed.Text("channel"), filed.Find("intakeSteps")!.GetValue<int>()));
        Assert.Equal("received", (await tenant.Track(receipt.Text("trackingToken"))).Is(200).Text("stage"));
        (await Host.Anonymous.Get(link)).IsProblem(404, "draft.not_found");
    }

    [Fact]
    public async Task The_same_key_hands_in_once_and_answers_twice()
    {
        var tenant = await Host.NewTenant();
        var link = (await Start(tenant, Whole)).Is(201).Text("link");
        var key = ("Idempotency-Key", "the-key-of-this-draft");
        var first = (await Host.Anonymous.Post(link + "/submission", null, key)).Is(201);
        Assert.Equal(first.Raw, (await Host.Anonymous.Post(link + "/submission", null, key)).Is(201).Raw);
    }

    [Fact]
    public async Task Two_devices_do_not_overwrite_each_other()
    {
        var tenant = await Host.NewTenant();
        var link = (await Start(tenant, new { statement = "a" })).Is(201).Text("link");
        (await Host.Anonymous.Put(link, new { statement = "b" })).Is(428);
        (await Save(link, new { statement = "b" }, "\"1\"")).Is(200);
        (await Save(link, new { statement = "c" }, "\"1\"")).IsProblem(412, "stale_version");
        (await Host.Anonymous.Delete(link, "\"1\"")).IsProblem(412, "stale_version");
        Assert.Equal("b", (await Host.Anonymous.Get(link)).Text("content.statement"));
        (await Host.Anonymous.Delete(link, "\"2\"")).Is(204);
        (await Host.Anonymous.Delete(link, "\"2\"")).Is(204);
        (await Host.Anonymous.Get(link)).IsProblem(404, "draft.not_found");
    }

    [Fact]
    public async Task It_has_limits_and_belongs_to_its_tenant()
    {
        var tenant = await Host.NewTenant();
        (await Start(tenant, new { statement = new string('x', 100_001) })).IsInvalid("/statement", "too_long");
        (await Start(tenant, new { ownerId = "staff_01j00000000000000000000000" })).Is(422);
        var token = (await Start(tenant, Whole)).Is(201).Text("token");
        var other = await Host.NewTenant();
        (await Host.Anonymous.Get($"/v1/public/{other.Slug}/complaint-drafts/{token}")).IsProblem(404, "draft.not_found");
        (await Host.Anonymous.Post($"/v1/public/{other.Slug}/complaint-drafts/{token}/submission")).IsProblem(404, "draft.not_found");
        (await Host.Anonymous.Get($"/v1/public/{tenant.Slug}/complaints/{token}")).Is(404);
        (await Host.Anonymous.Get($"/v1/public/{tenant.Slug}/complaint-drafts/{token}")).Is(200);
    }

    [Fact]
    public async Task It_goes_by_itself_a_fortnight_after_it_was_saved_last()
    {
        using var own = new CrmHost();
        var tenant = await own.NewTenant();
        var link = (await Start(tenant, new { statement = "a" })).Is(201).Text("link");
        own.Clock.Advance(TimeSpan.FromDays(13));
        (await own.Anonymous.Put(link, Whole, "\"1\"")).Is(200);
        own.Clock.Advance(TimeSpan.FromDays(13));
        await own.Ring();
        (await own.Anonymous.Get(link)).Is(200);
        own.Clock.Advance(TimeSpan.FromDays(2));
        (await own.Anonymous.Get(link)).IsProblem(404, "draft.not_found");
        await own.Ring();
        (await own.Anonymous.Post(link + "/submission")).IsProblem(404, "draft.not_found");
        // Nobody of the tenant ever read it, the audit trail included.
        Assert.DoesNotContain("خراب", (await tenant.Administrator.Get("/v1/audit")).Is(200).Raw, StringComparison.Ordinal);
    }

    private static readonly object Whole = new { statement = "کتری نو خراب است", contacts = new[] { new { kind = "phone", value = "۰۹۱۲۱۱۱۲۲۳۳" } } };

    private static Task<Answer> Start(TestTenant tenant, object draft) => tenant.Host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaint-drafts", draft);

    private Task<Answer> Save(string link, object draft, string etag) => Host.Anonymous.Put(link, draft, etag);
}
