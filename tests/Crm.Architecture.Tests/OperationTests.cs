using Crm.Api;
using Crm.Domain;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Architecture.Tests;

/// <summary>Every address of the API says what it promises.</summary>
public sealed class OperationTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "crm-architecture-" + Path.GetRandomFileName());
    private readonly WebApplicationFactory<Program> host;
    private readonly List<RouteEndpoint> endpoints;

    public OperationTests()
    {
        host = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
        {
            b.UseSetting("Crm:DataFolder", folder);
            b.UseSetting("Crm:Demo", "false");
        });
        endpoints = [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("v1", StringComparison.Ordinal))];
    }

    [Fact]
    public void Every_address_declares_its_operation() =>
        endpoints.Where(e => e.Metadata.OfType<Operation>().Count() != 1)
            .Select(e => $"{e.DisplayName}: say .Operation<TAnswer>(permission, status, errors…), once.").AssertNone();

    [Fact]
    public void Every_operation_asks_for_a_permission_that_exists() =>
        Operations().Where(o => o.Permission != Permission.Any && !Permission.OfPlatform.Contains(o.Permission) && !Permission.OfTenant.Contains(o.Permission))
            .Select(o => $"{o.Route} asks for '{o.Permission}', which nobody can have.").AssertNone();

    [Fact]
    public void What_is_of_the_platform_lies_under_platform() =>
        Operations().Where(o => Permission.OfPlatform.Contains(o.Permission) != o.Route.Contains("/platform/", StringComparison.Ordinal))
            .Select(o => $"{o.Route} asks for {o.Permission}: what only the platform may do lies under /v1/platform.").AssertNone();

    [Fact]
    public void What_anybody_may_ask_lies_under_public_reads_or_posts_or_has_a_secret_and_names_its_tenant() =>
        Operations().Where(o => o.IsPublic != o.Route.Contains("/v1/public/", StringComparison.Ordinal)
                || (o.IsPublic && !o.Route.Contains($" /v1/public/{{{Operation.TenantSlug}}}/", StringComparison.Ordinal))
                || (o.IsPublic && !(o.Route.Split(' ')[0] is "GET" or "POST") && !o.Route.Contains($"/{{{Operation.TrackingToken}}}", StringComparison.Ordinal)))
            .Select(o => $"{o.Route}: an operation without a credential is a GET or POST under /v1/public/{{{Operation.TenantSlug}}}, or is about what a secret leads to.").AssertNone();

    [Fact]
    public void Changing_and_deleting_is_conditional() =>
        endpoints.Where(e => e.Metadata.GetMetadata<IAcceptsMetadata>() is not null).SelectMany(e => e.Metadata.OfType<Operation>()).Where(o => (o.Route.StartsWith("PATCH ", StringComparison.Ordinal) || (o.Route.StartsWith("PUT ", StringComparison.Ordinal) && !o.Route.Contains("by-external-id", StringComparison.Ordinal))) && !o.IsConditional)
            .Select(o => $"{o.Route} takes no If-Match: two people would overwrite each other.").AssertNone();

    [Fact]
    public void Every_path_is_in_plural_kebab_case() =>
        endpoints.Where(e => e.RoutePattern.PathSegments.SelectMany(s => s.Parts).OfType<Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart>().Any(p => p.Content.Any(char.IsAsciiLetterUpper) || p.Content.Contains('_', StringComparison.Ordinal)))
            .Select(e => e.RoutePattern.RawText!).AssertNone();

    [Fact]
    public void A_query_parameter_is_known_under_one_name_only()
    {
        Assert.NotEmpty(Operations());
        Operations().Where(o => o.QueryNames.Distinct(StringComparer.OrdinalIgnoreCase).Count() != o.QueryNames.Count).Select(o => o.Route).AssertNone();
    }

    public void Dispose()
    {
        host.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private IEnumerable<Operation> Operations() => endpoints.SelectMany(e => e.Metadata.OfType<Operation>());
}
