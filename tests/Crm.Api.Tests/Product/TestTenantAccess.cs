using Crm.Application;
using Crm.Domain.ApiKeys;
using Crm.Domain.Staff;
using Crm.Domain.Tenants;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Product;

/// <summary>What a test does to a tenant behind the API's back: keys with any permissions, any status.</summary>
internal static class TestTenantAccess
{
    public static async Task<Caller> Caller(this TestTenant tenant)
    {
        var found = await tenant.Host.Services.GetRequiredService<Credentials>().FindTenant(tenant.Slug, default);
        var caller = new Caller();
        caller.BecomeWorker(found, "test");
        return caller;
    }

    /// <summary>A client whose key has just these permissions.</summary>
    public static async Task<ApiClient> ClientWith(this TestTenant tenant, IEnumerable<string> permissions, DateTimeOffset? expiresAt = null)
    {
        var caller = await tenant.Caller();
        await using var catalog = tenant.Host.Services.GetRequiredService<Stores>().Catalog(caller);
        var secret = ApiKeySecret.New();
        catalog.ApiKeys.Add(ApiKey.Issue(caller.Tenant.Number, "Key of a test", secret, null, [.. permissions], null, expiresAt, tenant.Host.Clock.GetUtcNow()));
        Assert.False((await catalog.Save("test", null, default)).Failed(out _));
        return tenant.Host.ClientWith(secret.Text);
    }

    /// <summary>A member of staff of the tenant.</summary>
    public static async Task<string> Employ(this TestTenant tenant, string name)
    {
        await using var crm = tenant.Host.Services.GetRequiredService<Stores>().TenantStore(await tenant.Caller());
        var member = StaffMember.Employ(new StaffProfile { Name = name }, tenant.Host.Clock.GetUtcNow());
        crm.Staff.Add(member);
        Assert.False((await crm.Save("test", null, default)).Failed(out _));
        return member.Id.ToString();
    }

    /// <summary>A notification of a member of staff of the tenant.</summary>
    public static async Task<string> Notify(this TestTenant tenant)
    {
        var (staff, now) = (StaffId.Parse(await tenant.Employ("Notified"), null), tenant.Host.Clock.GetUtcNow());
        await using var crm = tenant.Host.Services.GetRequiredService<Stores>().TenantStore(await tenant.Caller());
        var told = Domain.Notifications.Notification.Tell(staff, "test.notified", Domain.RecordId.Of(staff), null, now, now);
        crm.Notifications.Add(told);
        Assert.False((await crm.Save("test", null, default)).Failed(out _));
        return told.Id.ToString();
    }

    public static async Task Become(this TestTenant tenant, Action<Tenant> change)
    {
        var credentials = tenant.Host.Services.GetRequiredService<Credentials>();
        var caller = await tenant.Caller();
        await using var catalog = tenant.Host.Services.GetRequiredService<Stores>().Catalog(caller);
        change(await catalog.Tenants.SingleAsync(t => t.Number == caller.Tenant.Number));
        Assert.False((await catalog.Save("test", null, default)).Failed(out _));
        credentials.Forget();
    }
}
