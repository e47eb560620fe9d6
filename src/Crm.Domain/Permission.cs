using System.Collections.Frozen;

namespace Crm.Domain;

/// <summary>Everything a credential may be allowed: <c>resource:action</c>. An operation asks for one of these.</summary>
public static class Permission
{
    public const string TenantsRead = "tenants:read";
    public const string TenantsProvision = "tenants:provision";
    public const string SettingsRead = "settings:read";
    public const string SettingsWrite = "settings:write";
    public const string ApiKeysRead = "api-keys:read";
    public const string ApiKeysWrite = "api-keys:write";
    public const string StaffRead = "staff:read";
    public const string StaffWrite = "staff:write";
    public const string AuditRead = "audit:read";
    public const string CustomersRead = "customers:read";
    public const string CustomersWrite = "customers:write";
    public const string CustomersMerge = "customers:merge";
    public const string CustomersErase = "customers:erase";
    public const string CustomersExport = "customers:export";
    public const string InteractionsRead = "interactions:read";
    public const string InteractionsWrite = "interactions:write";
    public const string InteractionsReadPrivate = "interactions:read-private";
    public const string EventTypesRead = "event-types:read";
    public const string CalendarsRead = "calendars:read";
    public const string CalendarsWrite = "calendars:write";
    public const string ChannelsRead = "channels:read";
    public const string ChannelsWrite = "channels:write";
    public const string CommitmentsRead = "commitments:read";
    public const string CommitmentsWrite = "commitments:write";

    /// <summary>To take back a promise that somebody else is accountable for.</summary>
    public const string CommitmentsWithdraw = "commitments:withdraw";
    public const string PoliciesRead = "policies:read";
    public const string PoliciesWrite = "policies:write";

    public const string ClocksRead = "clocks:read";
    public const string ClocksWrite = "clocks:write";

    /// <summary>To give a running clock the policy and calendar in force now.</summary>
    public const string ClocksRecalculate = "clocks:recalculate";
    public const string WorkRead = "work:read";
    public const string WorkWrite = "work:write";

    /// <summary>To give anybody's work to anybody, at once.</summary>
    public const string WorkAssign = "work:assign";

    /// <summary>To see, and to mark as read, what the caller's own member of staff is told.</summary>
    public const string NotificationsRead = "notifications:read";
    public const string CallbacksRead = "callbacks:read";
    public const string CallbacksWrite = "callbacks:write";
    public const string KnowledgeGapsRead = "knowledge-gaps:read";
    public const string KnowledgeGapsWrite = "knowledge-gaps:write";

    /// <summary>For an operation that any valid credential may call.</summary>
    public const string Any = "";

    /// <summary>What belongs to the whole installation and is never given to a credential of a tenant.</summary>
    public static readonly FrozenSet<string> OfPlatform = FrozenSet.Create(TenantsRead, TenantsProvision);

    /// <summary>What a credential of a tenant may have.</summary>
    public static readonly FrozenSet<string> OfTenant = FrozenSet.Create(
        SettingsRead, SettingsWrite, ApiKeysRead, ApiKeysWrite, StaffRead, StaffWrite, AuditRead,
        CustomersRead, CustomersWrite, CustomersMerge, CustomersErase, CustomersExport,
        InteractionsRead, InteractionsWrite, InteractionsReadPrivate, EventTypesRead, CalendarsRead, CalendarsWrite,
        ChannelsRead, ChannelsWrite, CommitmentsRead, CommitmentsWrite, CommitmentsWithdraw,
        ClocksRead, ClocksWrite, ClocksRecalculate, PoliciesRead, PoliciesWrite,
        WorkRead, WorkWrite, WorkAssign, NotificationsRead,
        CallbacksRead, CallbacksWrite, KnowledgeGapsRead, KnowledgeGapsWrite);
}

/// <summary>Named bundles of permissions.</summary>
public enum Role { Administrator, Supervisor, Agent, Reader, Integration, Portal, Kiosk }

public static class Roles
{
    private static readonly string[] Reading =
        [Permission.SettingsRead, Permission.StaffRead, Permission.CustomersRead, Permission.InteractionsRead, Permission.EventTypesRead,
         Permission.CalendarsRead, Permission.ChannelsRead, Permission.CommitmentsRead,
         Permission.ClocksRead, Permission.PoliciesRead, Permission.WorkRead, Permission.NotificationsRead,
         Permission.CallbacksRead, Permission.KnowledgeGapsRead];

    private static readonly FrozenDictionary<Role, FrozenSet<string>> Bundles = new Dictionary<Role, FrozenSet<string>>
    {
        [Role.Administrator] = Permission.OfTenant,
        [Role.Supervisor] = [.. Reading, Permission.CustomersWrite, Permission.CustomersMerge, Permission.CustomersExport, Permission.InteractionsWrite,
            Permission.InteractionsReadPrivate, Permission.StaffWrite, Permission.AuditRead, Permission.CalendarsWrite,
            Permission.ChannelsWrite, Permission.CommitmentsWrite, Permission.CommitmentsWithdraw,
            Permission.ClocksWrite, Permission.ClocksRecalculate, Permission.PoliciesWrite, Permission.WorkWrite, Permission.WorkAssign,
            Permission.CallbacksWrite, Permission.KnowledgeGapsWrite],
        [Role.Agent] = [.. Reading, Permission.CustomersWrite, Permission.InteractionsWrite, Permission.CommitmentsWrite,
            Permission.ClocksWrite, Permission.WorkWrite, Permission.CallbacksWrite, Permission.KnowledgeGapsWrite],
        [Role.Reader] = [.. Reading],
        [Role.Integration] = [.. Reading, Permission.CustomersWrite, Permission.InteractionsWrite, Permission.CommitmentsWrite,
            Permission.ClocksWrite, Permission.WorkWrite, Permission.CallbacksWrite, Permission.KnowledgeGapsWrite],
        // Customers' own sign-in and intake terminals: what they may do comes with the features that serve them.
        [Role.Portal] = [],
        [Role.Kiosk] = [],
    }.ToFrozenDictionary();

    public static FrozenSet<string> PermissionsOf(Role role) => Bundles[role];
}
