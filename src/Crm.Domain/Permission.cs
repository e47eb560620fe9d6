using System.Collections.Frozen;
using System.Reflection;

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
    public const string PhrasesRead = "phrases:read";
    public const string PhrasesWrite = "phrases:write";
    /// <summary>To let words go out that the phrase guard blocks, with a reason.</summary>
    public const string PhrasesOverride = "phrases:override";
    public const string MacrosRead = "macros:read";
    public const string MacrosWrite = "macros:write";
    public const string AuthoritiesRead = "authorities:read";
    /// <summary>To say how much each level of authority grants alone, and who has which level.</summary>
    public const string AuthoritiesWrite = "authorities:write";
    public const string CausesRead = "causes:read";
    public const string CausesWrite = "causes:write";
    public const string CorrectiveActionsRead = "corrective-actions:read";
    public const string CorrectiveActionsWrite = "corrective-actions:write";
    /// <summary>To declare, and end, conflicts of interest of one's own.</summary>
    public const string ConflictsDeclare = "conflicts:declare";
    /// <summary>To read conflicts of one's own; with <see cref="ConflictsWrite"/> those of everybody.</summary>
    public const string ConflictsRead = "conflicts:read";
    /// <summary>To declare, read and end conflicts of others.</summary>
    public const string ConflictsWrite = "conflicts:write";
    public const string ComplaintsRead = "complaints:read";

    /// <summary>To hand in a complaint, and nothing else: for kiosks and whoever may not see what becomes of it.</summary>
    public const string ComplaintsFile = "complaints:file";
    public const string ComplaintsWrite = "complaints:write";

    /// <summary>To be the second person on a resolution that one alone may not make.</summary>
    public const string ComplaintsReview = "complaints:review";

    /// <summary>To approve of remedies above somebody else's authority.</summary>
    public const string ComplaintsApprove = "complaints:approve";
    public const string CallbacksRead = "callbacks:read";
    public const string CallbacksWrite = "callbacks:write";
    public const string KnowledgeGapsRead = "knowledge-gaps:read";
    public const string KnowledgeGapsWrite = "knowledge-gaps:write";
    public const string KeyAccountsRead = "key-accounts:read";
    public const string KeyAccountsWrite = "key-accounts:write";
    public const string PlansRead = "relationship-plans:read";
    public const string PlansWrite = "relationship-plans:write";
    public const string PlanTemplatesWrite = "plan-templates:write";
    public const string AfterSaleRead = "after-sale:read";
    public const string AfterSaleWrite = "after-sale:write";
    public const string SegmentsRead = "segments:read";
    public const string SegmentsWrite = "segments:write";
    public const string ValueEntriesRead = "value-entries:read";
    public const string ValueEntriesWrite = "value-entries:write";

    public const string PurchasesRead = "purchases:read";
    public const string PurchasesWrite = "purchases:write";
    public const string ProgrammesRead = "programmes:read";
    public const string ProgrammesWrite = "programmes:write";

    public const string RewardsRead = "rewards:read";
    public const string RewardsWrite = "rewards:write";

    public const string ReferralsRead = "referrals:read";
    public const string ReferralsWrite = "referrals:write";

    public const string GesturesRead = "gestures:read";

    /// <summary>To give small thanks within the budgets.</summary>
    public const string GesturesWrite = "gestures:write";

    /// <summary>To set the budgets of small thanks, and to decide on those beyond them.</summary>
    public const string GesturesApprove = "gestures:approve";

    /// <summary>To read members of loyalty programmes and their points.</summary>
    public const string MembersRead = "members:read";

    /// <summary>To enrol members, and to let them earn, spend and move points.</summary>
    public const string MembersWrite = "members:write";

    /// <summary>To give and take points by hand, and to review those that are held.</summary>
    public const string LoyaltyAdjust = "loyalty:adjust";

    /// <summary>To read what is one's own as a customer: for credentials that act for one.</summary>
    public const string PortalRead = "portal:read";

    /// <summary>For an operation that any valid credential may call.</summary>
    public const string Any = "";

    /// <summary>What belongs to the whole installation and is never given to a credential of a tenant.</summary>
    public static readonly FrozenSet<string> OfPlatform = FrozenSet.Create(TenantsRead, TenantsProvision);

    /// <summary>What a credential of a tenant may have: all the rest.</summary>
    public static readonly FrozenSet<string> OfTenant = typeof(Permission).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral)
        .Select(f => (string)f.GetRawConstantValue()!).Where(p => p != Any && !OfPlatform.Contains(p)).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Named bundles of permissions.</summary>
public enum Role { Administrator, Supervisor, Agent, Reader, Integration, Portal, Kiosk }

public static class Roles
{
    private static readonly string[] Reading =
    [
        Permission.SettingsRead, Permission.StaffRead, Permission.CustomersRead, Permission.InteractionsRead, Permission.EventTypesRead,
        Permission.CalendarsRead, Permission.ChannelsRead,
        Permission.CommitmentsRead,
        Permission.PurchasesRead, Permission.ProgrammesRead, Permission.RewardsRead, Permission.MembersRead, Permission.GesturesRead, Permission.ReferralsRead,
        Permission.ClocksRead, Permission.PoliciesRead,
        Permission.PhrasesRead, Permission.MacrosRead, Permission.AuthoritiesRead, Permission.CausesRead, Permission.CorrectiveActionsRead, Permission.ComplaintsRead, Permission.CallbacksRead, Permission.KnowledgeGapsRead, Permission.WorkRead, Permission.NotificationsRead,
        Permission.ValueEntriesRead, Permission.SegmentsRead, Permission.KeyAccountsRead, Permission.PlansRead, Permission.AfterSaleRead,
    ];

    /// <summary>What everybody does who serves customers, and what is connected to do so.</summary>
    private static readonly string[] Serving =
    [
        .. Reading,
        Permission.CustomersWrite, Permission.InteractionsWrite,
        Permission.CommitmentsWrite,
        Permission.PurchasesWrite, Permission.MembersWrite, Permission.GesturesWrite, Permission.ReferralsWrite,
        Permission.ClocksWrite,
        Permission.WorkWrite,
        Permission.CallbacksWrite, Permission.KnowledgeGapsWrite,
        Permission.PlansWrite, Permission.AfterSaleWrite,
        Permission.ComplaintsFile, Permission.ComplaintsWrite,
    ];

    private static readonly FrozenDictionary<Role, FrozenSet<string>> Bundles = new Dictionary<Role, FrozenSet<string>>
    {
        [Role.Administrator] = Permission.OfTenant,
        [Role.Supervisor] =
        [
            .. Serving,
            Permission.CorrectiveActionsWrite, Permission.ConflictsDeclare, Permission.ConflictsRead,
            Permission.CustomersMerge, Permission.CustomersExport, Permission.InteractionsReadPrivate, Permission.StaffWrite, Permission.AuditRead,
            Permission.CalendarsWrite, Permission.ChannelsWrite,
            Permission.CommitmentsWithdraw,
            Permission.ProgrammesWrite, Permission.RewardsWrite, Permission.LoyaltyAdjust, Permission.GesturesApprove,
            Permission.ClocksRecalculate, Permission.PoliciesWrite,
            Permission.ValueEntriesWrite, Permission.SegmentsWrite, Permission.KeyAccountsWrite, Permission.PlanTemplatesWrite,
            Permission.WorkAssign, Permission.ComplaintsReview, Permission.PhrasesOverride, Permission.ConflictsWrite, Permission.CausesWrite, Permission.MacrosWrite, Permission.PhrasesWrite,
            Permission.WorkAssign, Permission.ComplaintsReview, Permission.ComplaintsApprove, Permission.PhrasesOverride, Permission.ConflictsWrite, Permission.CausesWrite, Permission.MacrosWrite, Permission.PhrasesWrite,
        ],
        [Role.Agent] = [.. Serving, Permission.CorrectiveActionsWrite, Permission.ConflictsDeclare, Permission.ConflictsRead],
        [Role.Reader] = [.. Reading],
        [Role.Integration] = [.. Serving, Permission.ValueEntriesWrite],
        [Role.Portal] = [Permission.PortalRead],
        [Role.Kiosk] = [Permission.ComplaintsFile],
    }.ToFrozenDictionary();

    public static FrozenSet<string> PermissionsOf(Role role) => Bundles[role];
}
