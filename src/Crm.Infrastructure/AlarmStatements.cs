using Crm.Application;

namespace Crm.Infrastructure;

/// <summary>Alarms are moved and dropped without being read.</summary>
internal static class AlarmStatements
{
    [Statement(StoreProvider.SqlServer)]
    private const string Later = """
        UPDATE "Alarms" SET "At" = @3, "WakesAt" = @3, "ClaimedBy" = NULL, "Attempts" = 0 WHERE "TenantId" = @0 AND "ResourceId" = @1 AND "Kind" = @2
        """;

    [Statement(StoreProvider.SqlServer)]
    private const string Never = """DELETE FROM "Alarms" WHERE "TenantId" = @0 AND "ResourceId" = @1 AND "Kind" = @2""";

    public static PlainStatement Move(CrmDbContext db, string kind, Guid resource, DateTimeOffset at) =>
        PlainStatement.On<Alarm>(db, Later, [.. Of(db, kind, resource), (nameof(Alarm.At), at)]);

    public static PlainStatement Drop(CrmDbContext db, string kind, Guid resource) => PlainStatement.On<Alarm>(db, Never, Of(db, kind, resource));

    private static (string Property, object? Value)[] Of(CrmDbContext db, string kind, Guid resource) =>
        [(Tenancy.Column, db.Tenant), (nameof(Alarm.ResourceId), resource), (nameof(Alarm.Kind), kind)];
}
