using Crm.Application;
using Microsoft.EntityFrameworkCore.Metadata;

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
        new(Later, [.. Of(db, kind, resource), (Alarm(db).FindProperty(nameof(Application.Alarm.At))!, at)]);

    public static PlainStatement Drop(CrmDbContext db, string kind, Guid resource) => new(Never, Of(db, kind, resource));

    private static (IProperty Property, object? Value)[] Of(CrmDbContext db, string kind, Guid resource) =>
    [
        (Alarm(db).FindProperty(Tenancy.Column)!, db.Tenant), (Alarm(db).FindProperty(nameof(Application.Alarm.ResourceId))!, resource), (Alarm(db).FindProperty(nameof(Application.Alarm.Kind))!, kind),
    ];

    private static IEntityType Alarm(CrmDbContext db) => db.Model.FindEntityType(typeof(Alarm))!;
}
