using Crm.Api.Tests.Product;
using Crm.Domain;

namespace Crm.Api.Tests.Isolation;

/// <summary>Who may call what: every operation asks for a credential, for its permission, and for a tenant that may work.</summary>
public sealed class PermissionTests(CrmHost host) : ApiTest(host), IAsyncLifetime
{
    private static readonly string[] NoKeys =
        ["", "nonsense", "crm_", "crm_0000000000_" + new string('0', 52), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "ی", new string('a', 5000)];

    private readonly List<string> failures = [];
    private IReadOnlyList<ApiOperation> operations = [];
    private TestTenant tenant = null!;

    public async ValueTask InitializeAsync()
    {
        operations = [.. ApiOperation.Of(Host).Where(o => !o.Declared.IsPublic)];
        Assert.NotEmpty(operations);
        tenant = await Host.NewTenant();
    }

    public ValueTask DisposeAsync()
    {
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Without_a_credential_there_is_no_operation()
    {
        foreach (var operation in operations)
        {
            await Expect(Host.Anonymous, operation, 401, "unauthenticated");
        }
        foreach (var key in NoKeys)
        {
            await Expect(Host.ClientWith(key.Length is > 0 and < 2000 && key.All(char.IsAscii) ? key : "x"), operations[0], 401, "unauthenticated");
        }
    }

    [Fact]
    public async Task A_wrong_secret_behind_a_known_lookup_is_no_credential()
    {
        var key = tenant.AdministratorKey;
        await Expect(Host.ClientWith(key[..^1] + (key[^1] == '0' ? '1' : '0')), operations[0], 401, "unauthenticated");
        await Expect(Host.ClientWith(key.ToUpperInvariant()), operations[0], 401, "unauthenticated");
        await Expect(Host.ClientWith(key + "0"), operations[0], 401, "unauthenticated");
    }

    [Fact]
    public async Task Without_its_permission_there_is_no_operation()
    {
        foreach (var group in operations.Where(o => o.Declared.Permission != Permission.Any).GroupBy(o => o.Declared.Permission))
        {
            var everythingElse = await tenant.ClientWith(Permission.OfTenant.Concat(Permission.OfPlatform).Where(p => p != group.Key));
            foreach (var operation in group)
            {
                await Expect(everythingElse, operation, 403, "permission_missing");
            }
        }
    }

    [Fact]
    public async Task A_tenant_has_nothing_of_the_platform_even_if_its_key_says_so()
    {
        var all = await tenant.ClientWith(Permission.OfTenant.Concat(Permission.OfPlatform));
        foreach (var operation in operations.Where(o => o.IsOfPlatform))
        {
            await Expect(all, operation, 403, "permission_missing");
        }
    }

    [Fact]
    public async Task The_platform_has_no_data()
    {
        foreach (var operation in operations.Where(o => !o.IsOfPlatform && o.Declared.Permission != Permission.Any))
        {
            await Expect(Host.Platform, operation, 403, "tenant_required");
        }
    }

    [Fact]
    public async Task A_suspended_tenant_has_no_operation_and_a_closing_one_only_reads()
    {
        var now = Host.Clock.GetUtcNow();
        await tenant.Become(t => t.Suspend("unpaid", now));
        foreach (var operation in operations)
        {
            await Expect(tenant.Administrator, operation, 403, "tenant_suspended");
        }
        await tenant.Become(t => t.Resume(now));
        await tenant.Become(t => t.Close("over", TimeSpan.FromDays(30), now));
        foreach (var operation in operations.Where(o => !o.IsOfPlatform))
        {
            var answer = await Call(tenant.Administrator, operation);
            if (operation.Declared.ReadsOnly ? answer.Status == 403 : answer.Code != "tenant_closing")
            {
                failures.Add($"{operation.Name} of a closing tenant: {answer.Status} {answer.Raw}");
            }
        }
    }

    [Fact]
    public async Task An_expired_key_opens_nothing()
    {
        var expired = await tenant.ClientWith(Permission.OfTenant, Host.Clock.GetUtcNow().AddSeconds(-1));
        foreach (var operation in operations)
        {
            await Expect(expired, operation, 401, "unauthenticated");
        }
    }

    /// <summary>Who may not call is told so whatever the rest of the request is, so the ids need not exist.</summary>
    private async Task Expect(ApiClient client, ApiOperation operation, int status, string code)
    {
        var answer = await Call(client, operation);
        if (answer.Status != status || answer.Code != code)
        {
            failures.Add($"{operation.Name} answered {answer.Status} {answer.Code} instead of {status} {code}.");
        }
    }

    private static async Task<Answer> Call(ApiClient client, ApiOperation operation)
    {
        var address = await operation.Address(p => Task.FromResult(p.Prefix is { } prefix ? prefix + "_01j00000000000000000000000" : Specimens.Word(operation, p)));
        var answer = await client.Send(operation.Method, address, operation.Body is null ? null : "{}", ("If-Match", "*"));
        Assert.True(answer.Status < 500, answer.Raw);
        return answer;
    }
}
