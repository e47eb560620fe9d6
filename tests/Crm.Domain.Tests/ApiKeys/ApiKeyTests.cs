using Crm.Domain.ApiKeys;

namespace Crm.Domain.Tests.ApiKeys;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Cannot_be_given_more_than_its_maker_has()
    {
        var own = Roles.PermissionsOf(Role.Agent);
        Assert.False(ApiKey.Admit(own, Role.Reader, [Permission.CustomersWrite], null, Now).Failed(out _));
        Assert.True(ApiKey.Admit(own, Role.Reader, [Permission.StaffWrite, Permission.AuditRead], null, Now).Failed(out var error));
        Assert.Equal("apikey.more_than_own", error.Code);
        Assert.Equal("Lacking: audit:read, staff:write.", error.Detail);
    }

    [Fact]
    public void Cannot_be_expired_from_the_beginning()
    {
        Assert.True(ApiKey.Admit(Permission.OfTenant, Role.Reader, [], Now, Now).Failed(out var error));
        Assert.Equal("expiry_past", error.Code);
        Assert.False(ApiKey.Admit(Permission.OfTenant, Role.Reader, [], Now.AddMilliseconds(1), Now).Failed(out _));
    }

    [Fact]
    public void Manages_keys_by_role_or_by_permission_while_it_is_valid()
    {
        Assert.True(Issue(1, Role.Administrator, []).IsManagingAt(Now));
        Assert.True(Issue(1, null, [Permission.ApiKeysWrite]).IsManagingAt(Now));
        Assert.False(Issue(1, Role.Supervisor, []).IsManagingAt(Now));
        Assert.False(Issue(1, Role.Administrator, [], Now).IsManagingAt(Now));
        Assert.True(Issue(null, null, [Permission.TenantsProvision]).IsManagingAt(Now));
        Assert.Equal([Role.Administrator], ApiKey.ManagingRoles);
    }

    [Fact]
    public void Is_not_renamed_once_revoked()
    {
        var key = Issue(1, Role.Reader, []);
        key.Revoke(Now);
        key.Revoke(Now.AddDays(1));
        Assert.Equal(Now, key.RevokedAt);
        Assert.True(key.Rename("Other", Now).Failed(out var error));
        Assert.Equal("apikey.revoked", error.Code);
    }

    private static ApiKey Issue(int? tenant, Role? role, string[] permissions, DateTimeOffset? expiresAt = null) =>
        ApiKey.Issue(tenant, "Key", ApiKeySecret.New(), role, permissions, null, expiresAt, Now);
}
