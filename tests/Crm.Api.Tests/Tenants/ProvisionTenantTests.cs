using System.Text.Json.Nodes;
using Crm.Application.Tenants;

namespace Crm.Api.Tests.Tenants;

public sealed class ProvisionTenantTests(CrmHost host) : ApiTest(host)
{
    private const string Tenants = "/v1/platform/tenants";

    [Fact]
    public async Task Answers_the_tenant_and_once_its_administrator_key()
    {
        var slug = TenantSteps.NewSlug();
        var made = await Host.Platform.Post(Tenants, ProvisionTenant.Example with { Slug = slug });
        Assert.Equal($"{Tenants}/{made.Is(201).Id}", made.Headers["Location"]);
        Assert.Equal("اسباب‌بازی پارسیان", made.Text("name"));
        (await Host.ClientWith(made.Text("administratorKey")).Get("/v1/settings")).Is(200);
        var read = (await Host.Platform.Get(Tenants + "/" + made.Id)).Is(200);
        Assert.Null(read.Find("administratorKey"));
        Assert.Equal(made.ETag, read.ETag);
    }

    [Fact]
    public async Task Fills_the_limits_that_are_absent()
    {
        var made = await Host.Platform.Post(Tenants, new { slug = TenantSteps.NewSlug(), name = "A", limits = new { requestsPerMinute = 100 } });
        Assert.Equal(100, made.Is(201).Find("limits.requestsPerMinute")!.GetValue<int>());
        Assert.Equal(30_000, made.Find("limits.requestsPerMinutePerCredential")!.GetValue<int>());
    }

    [Fact]
    public async Task Fifty_at_once_with_different_slugs_all_succeed()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Host.Platform.Post(Tenants, new { slug = TenantSteps.NewSlug(), name = "Many" })));
        Assert.All(answers, a => a.Is(201));
        Assert.Equal(50, answers.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public async Task Of_fifty_at_once_with_one_slug_one_succeeds_and_the_others_name_it()
    {
        var slug = TenantSteps.NewSlug();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Host.Platform.Post(Tenants, new { slug, name = "One" })));
        var made = Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a != made), a => Assert.Equal(made.Id, a.IsProblem(409, "tenant.slug_taken").Text("conflictingId")));
    }

    [Fact]
    public async Task Repeats_its_answer_to_the_same_idempotency_key()
    {
        var (body, key) = (new { slug = TenantSteps.NewSlug(), name = "Once" }, ("Idempotency-Key", Guid.NewGuid().ToString("n")));
        var first = await Host.Platform.Post(Tenants, body, key);
        var second = await Host.Platform.Post(Tenants, body, key);
        Assert.Equal(first.Is(201).Raw, second.Is(201).Raw);
        Assert.Equal("true", second.Headers["Idempotency-Replayed"]);
    }

    [Theory]
    [InlineData("slug", "A B", "/slug", "format_invalid")]
    [InlineData("slug", "-a", "/slug", "format_invalid")]
    [InlineData("slug", "aa\n", "/slug", "format_invalid")]
    [InlineData("slug", "x", "/slug", "length_out_of_range")]
    [InlineData("name", "", "/name", "required")]
    [InlineData("locale", "not a tag", "/locale", "language_invalid")]
    [InlineData("timeZone", "Asia/Nowhere", "/timeZone", "time_zone_unknown")]
    [InlineData("currency", "irr", "/currency", "format_invalid")]
    [InlineData("country", "ZZ", "/country", "country_unknown")]
    [InlineData("placement", "nowhere", "/placement", "placement_unknown")]
    public async Task Refuses_members_that_are_not_acceptable(string member, string value, string pointer, string code)
    {
        var body = new JsonObject { ["slug"] = TenantSteps.NewSlug(), ["name"] = "A" };
        body[member] = value;
        (await Host.Platform.Post(Tenants, body)).IsInvalid(pointer, code);
    }

    [Fact]
    public async Task Belongs_to_the_platform_alone()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Post(Tenants, new { slug = TenantSteps.NewSlug(), name = "A" })).IsProblem(403, "permission_missing");
        (await tenant.Administrator.Get(Tenants)).IsProblem(403, "permission_missing");
        (await Host.Anonymous.Get(Tenants)).IsProblem(401, "unauthenticated");
    }
}
