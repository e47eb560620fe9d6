using System.Collections.Concurrent;
using System.Data.Common;
using Crm.Api.Tests.Calendars;
using Crm.Api.Tests.Product;
using Crm.Api.Tests.Tenants;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Channels;

[Trait("Requirement", "S5-HUMAN-1")]
public sealed class GetPublicAvailabilityTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Tells_of_the_tenant_in_the_address_only_whoever_asks()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        await tenant.Administrator.Offer("گفت‌وگو", kind: "chat");
        var theirs = await other.Administrator.Offer("Secret line");
        foreach (var key in new[] { null, other.AdministratorKey, tenant.AdministratorKey, CrmHost.PlatformKey, "nonsense" })
        {
            var shown = (await Host.ClientWith(key).Get($"/v1/public/{tenant.Slug}/availability")).Is(200);
            Assert.Equal(["گفت‌وگو"], shown.Names());
            Assert.DoesNotContain(theirs.Id, shown.Raw, StringComparison.Ordinal);
            Assert.StartsWith("\"credential\";q=30000", shown.Headers["RateLimit-Policy"], StringComparison.Ordinal);
        }
        Assert.Equal(["Secret line"], (await other.PublicAvailability()).Is(200).Names());
        (await Host.Anonymous.Get("/v1/availability")).IsProblem(401, "unauthenticated");
        (await tenant.PublicAvailability(("X-Tenant", other.Slug))).Is(200);
        (await Host.Anonymous.Get($"/v1/public/{tenant.Slug}/availability?tenant={other.Slug}")).IsProblem(422, "parameter_unknown");
        (await Host.Anonymous.Post($"/v1/public/{tenant.Slug}/availability", new { })).IsProblem(405, "method_not_allowed");
    }

    [Fact]
    public async Task A_tenant_that_is_unknown_suspended_or_closed_is_none()
    {
        var tenant = await Host.NewTenant();
        foreach (var slug in new[] { "no-such-tenant", tenant.Id, tenant.Slug.ToUpperInvariant(), tenant.Slug + "-", "%20", "..%2F", new string('a', 41), new string('a', 2000), "%D9%86", "*" })
        {
            (await Host.Anonymous.Get($"/v1/public/{slug}/availability")).IsProblem(404, "tenant.not_found");
        }
        (await tenant.PublicAvailability()).Is(200);
        (await tenant.Suspend()).Is(200);
        var refused = (await tenant.PublicAvailability(("Accept-Language", "fa"))).IsProblem(404, "tenant.not_found");
        Assert.Equal("fa", refused.Headers["Content-Language"]);
        (await Host.Platform.Delete(tenant.Address("/suspension"))).Is(204);
        (await tenant.PublicAvailability()).Is(200);
        // While it is closing it may be read; closed it is gone.
        await tenant.Become(t => t.Close("over", TimeSpan.FromDays(30), Host.Clock.GetUtcNow()));
        (await tenant.PublicAvailability()).Is(200);
        await tenant.Become(t => t.RecordErasure(new Dictionary<string, long>(), Host.Clock.GetUtcNow()));
        (await tenant.PublicAvailability()).IsProblem(404, "tenant.not_found");
    }

    [Fact]
    public async Task Fifty_questions_cost_one_look_at_the_catalog_and_one_at_the_channels()
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "Needs a clock, and so a host, of its own.");
        var questions = new Questions();
        await using var own = CrmHost.With();
        own.ChangeServices = services =>
            ((CrmStoreSettings)services.Single(s => s.ServiceType == typeof(CrmStoreSettings)).ImplementationInstance!).Stores[CrmStoreSettings.Main].Interceptors = [questions];
        var tenant = await own.NewTenant();
        var calendar = await tenant.Administrator.EstablishPreset("iran");
        await tenant.Administrator.Offer("Phone", calendar.Id);
        own.Clock.Advance(TimeSpan.FromSeconds(10));
        questions.Texts.Clear();
        // The tenant, its channels, and the hours that this process does not know yet.
        (await tenant.PublicAvailability()).Is(200);
        Assert.Equal(3, questions.Texts.Count);
        own.Clock.Advance(TimeSpan.FromSeconds(10));
        questions.Texts.Clear();
        for (var i = 0; i < 50; i++)
        {
            (await tenant.PublicAvailability()).Is(200);
            (await own.Anonymous.Get("/v1/public/no-such-tenant/availability")).Is(404);
        }
        Assert.InRange(questions.Texts.Count, 3, 12);
        // What is remembered is forgotten where this process changes it.
        await tenant.Administrator.Offer("Chat", kind: "chat");
        Assert.Equal(2, (await tenant.PublicAvailability()).Is(200).Names().Length);
    }

    [Fact]
    public async Task Anybody_together_has_the_limit_of_one_credential_and_takes_nothing_from_the_others()
    {
        var slug = "t-" + Guid.NewGuid().ToString("n")[..20];
        var made = (await Host.Platform.Post("/v1/platform/tenants", new { slug, name = slug, limits = new { requestsPerMinute = 1000, requestsPerMinutePerCredential = 60 } })).Is(201);
        var address = $"/v1/public/{slug}/availability";
        for (var i = 0; i < 60; i++)
        {
            (await Host.Anonymous.Get(address)).Is(200);
        }
        Assert.NotNull((await Host.Anonymous.Get(address)).IsProblem(429, "too_many_requests").Headers["Retry-After"]);
        (await Host.ClientWith(made.Text("administratorKey")).Availability()).Is(200);
        (await (await Host.NewTenant()).PublicAvailability()).Is(200);
    }

    [Fact]
    public async Task No_public_operation_tells_of_another_tenant()
    {
        var operations = ApiOperation.Of(Host).Where(o => o.Declared.IsPublic).ToList();
        Assert.NotEmpty(operations);
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var theirs = new Specimens(other.Administrator, ApiOperation.Of(Host), "Victim" + BodyShape.Unused(), other);
        await theirs.Make("channel");
        var own = new Specimens(Host.Anonymous, operations, "Own" + BodyShape.Unused(), tenant);
        var offer = await theirs.Make("offer");
        own.Know("offer", offer);
        foreach (var operation in operations)
        {
            Assert.All(operation.Path.Take(1), p => Assert.Equal(Operation.TenantSlug, p.Name));
            var answer = await own.Send(operation);
            Assert.True(answer.Status < 500, answer.Raw);
            // What the address named itself tells nothing.
            Assert.DoesNotContain(theirs.Ids.Where(i => i != offer).Append(theirs.Mark).Append(other.Slug), secret => answer.Raw.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private sealed class Questions : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Texts { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
