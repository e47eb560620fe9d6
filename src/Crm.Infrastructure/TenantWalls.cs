using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>
/// The statements that let the database itself keep tenants apart, generated from the model so that a new table cannot be forgotten:
/// on SQLite a trigger per table that refuses to move a row (wall 3), on SQL Server one security policy (walls 3 and 4).
/// </summary>
internal static class TenantWalls
{
    public static IEnumerable<string> Tables(DbContext tenantStore) =>
        tenantStore.Model.GetEntityTypes().Where(t => t.FindProperty(Tenancy.Column) is not null).Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal);

    public static IEnumerable<string> Sqlite(DbContext tenantStore) => Tables(tenantStore).Select(table => $"""
        CREATE TRIGGER IF NOT EXISTS "TR_{table}_TenantId" BEFORE UPDATE OF "TenantId" ON "{table}" WHEN NEW."TenantId" <> OLD."TenantId"
        BEGIN SELECT RAISE(ABORT, 'A row cannot move to another tenant.'); END;
        """);

    /// <summary>Each statement is a batch of its own. The predicate lets nothing through where the session has no tenant, but for the tables that a worker reads as a whole.</summary>
    public static IEnumerable<string> SqlServer(DbContext tenantStore)
    {
        yield return "IF OBJECT_ID(N'dbo.TenantPolicy') IS NOT NULL DROP SECURITY POLICY dbo.TenantPolicy;";
        yield return "IF OBJECT_ID(N'dbo.TenantMatches') IS NOT NULL DROP FUNCTION dbo.TenantMatches;";
        yield return "IF OBJECT_ID(N'dbo.TenantMatchesOrNone') IS NOT NULL DROP FUNCTION dbo.TenantMatchesOrNone;";
        yield return """
            CREATE FUNCTION dbo.TenantMatches(@TenantId int) RETURNS TABLE WITH SCHEMABINDING AS
            RETURN SELECT 1 AS Allowed WHERE @TenantId = CAST(SESSION_CONTEXT(N'TenantId') AS int);
            """;
        yield return """
            CREATE FUNCTION dbo.TenantMatchesOrNone(@TenantId int) RETURNS TABLE WITH SCHEMABINDING AS
            RETURN SELECT 1 AS Allowed WHERE @TenantId = CAST(SESSION_CONTEXT(N'TenantId') AS int) OR SESSION_CONTEXT(N'TenantId') IS NULL;
            """;
        var across = tenantStore.Model.GetEntityTypes().Where(t => t.IsReadAcrossTenants()).Select(t => t.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        string Matches(string table) => across.Contains(table) ? "TenantMatchesOrNone" : "TenantMatches";
        var policy = new StringBuilder("CREATE SECURITY POLICY dbo.TenantPolicy\n");
        policy.AppendJoin(",\n", Tables(tenantStore).Select(table => $"""
            ADD FILTER PREDICATE dbo.{Matches(table)}(TenantId) ON dbo.[{table}],
            ADD BLOCK PREDICATE dbo.TenantMatches(TenantId) ON dbo.[{table}] AFTER INSERT,
            ADD BLOCK PREDICATE dbo.{Matches(table)}(TenantId) ON dbo.[{table}] AFTER UPDATE
            """));
        policy.Append("\nWITH (STATE = ON);");
        yield return policy.ToString();
    }
}
