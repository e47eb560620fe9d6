using System.Globalization;

namespace Crm.Api.Tests;

public sealed class RateLimitTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_credential_that_asks_too_much_is_told_when_to_come_back()
    {
        var (first, second) = await TenantWith(Host, ofTenant: 1000, ofCredential: 60);
        var last = await Times(first, 60);
        Assert.Equal("\"credential\";q=60;w=60", last.Headers["RateLimit-Policy"]);
        Assert.StartsWith("\"credential\";r=0;t=", last.Headers["RateLimit"], StringComparison.Ordinal);
        var refused = (await first.Get("/v1/me")).IsProblem(429, "too_many_requests");
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.StartsWith("\"credential\";r=0;t=", refused.Headers["RateLimit"], StringComparison.Ordinal);
        Assert.StartsWith("\"credential\";r=58;t=", (await second.Get("/v1/me")).Is(200).Headers["RateLimit"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenants_credentials_share_its_limit()
    {
        var (first, second) = await TenantWith(Host, ofTenant: 80, ofCredential: 60);
        await Times(first, 50);
        await Times(second, 29);
        var refused = (await second.Get("/v1/me")).IsProblem(429, "too_many_requests");
        Assert.Equal("\"tenant\";q=80;w=60", refused.Headers["RateLimit-Policy"]);
        (await first.Get("/v1/me")).IsProblem(429, "too_many_requests");
        (await (await Host.NewTenant()).Administrator.Get("/v1/me")).Is(200);
    }

    [Fact]
    public async Task What_a_credential_is_refused_is_not_counted_against_its_tenant()
    {
        var (first, second) = await TenantWith(Host, ofTenant: 100, ofCredential: 60);
        await Times(first, 60);
        for (var i = 0; i < 60; i++)
        {
            (await first.Get("/v1/me")).Is(429);
        }
        (await second.Get("/v1/me")).Is(200);
    }

    [Fact]
    public async Task A_minute_later_all_is_forgotten()
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "Needs a clock, and so a host, of its own.");
        await using var own = CrmHost.With();
        var (first, _) = await TenantWith(own, ofTenant: 1000, ofCredential: 60);
        await Times(first, 60);
        (await first.Get("/v1/me")).Is(429);
        own.Clock.Advance(TimeSpan.FromSeconds(61));
        (await first.Get("/v1/me")).Is(200);
    }

    /// <summary>Two credentials of a new tenant; the second has been used once and has made one request.</summary>
    private static async Task<(ApiClient, ApiClient)> TenantWith(CrmHost host, int ofTenant, int ofCredential)
    {
        var slug = "t-" + Guid.NewGuid().ToString("n")[..20];
        var limits = new { requestsPerMinute = ofTenant, requestsPerMinutePerCredential = ofCredential };
        var made = (await host.Platform.Post("/v1/platform/tenants", new { slug, name = slug, limits })).Is(201);
        var second = host.ClientWith(made.Text("administratorKey"));
        var first = host.ClientWith((await second.Post("/v1/api-keys", new { name = "First", role = "reader" })).Is(201).Text("secret"));
        return (first, second);
    }

    private static async Task<Answer> Times(ApiClient client, int times)
    {
        Answer? last = null;
        for (var i = 0; i < times; i++)
        {
            last = (await client.Get("/v1/me")).Is(200);
        }
        return last!;
    }
}
