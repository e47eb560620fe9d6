using Microsoft.Data.Sqlite;

namespace Crm.Api.Tests.Commands;

/// <summary>The planner of an embedded store has an estimate for every index (ADR 46).</summary>
public sealed class SqlitePlannerTests
{
    private const string WithoutEstimate = """
        SELECT COUNT(*) FROM sqlite_master AS t, pragma_index_list(t.name) AS i
        WHERE t.type = 'table' AND substr(t.name, 1, 2) <> '__' AND NOT EXISTS (SELECT 1 FROM sqlite_stat1 AS s WHERE s.tbl = t.name AND s.idx = i.name)
        """;

    [Fact]
    public async Task Every_index_has_an_estimate_also_in_a_store_that_was_migrated_before_there_were_any()
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "SQL Server keeps statistics by itself.");
        var folder = Directory.CreateTempSubdirectory("crm-planner-");
        var file = Path.Combine(folder.FullName, "crm.db");
        CrmHost.CopyMigratedTo(file);
        Assert.Equal(0, Ask(file, WithoutEstimate));
        Ask(file, "DELETE FROM sqlite_stat1");
        Assert.True(Ask(file, WithoutEstimate) > 300);
        await using (var host = CrmHost.With(("Stores:main:ConnectionString", $"Data Source={file}")))
        {
            (await host.Anonymous.Get("/health/ready")).Is(200);
        }
        Assert.Equal(0, Ask(file, WithoutEstimate));
        folder.Delete(recursive: true);
    }

    private static long Ask(string file, string statement)
    {
        using var store = new SqliteConnection($"Data Source={file};Pooling=false");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar() is long found ? found : 0;
    }
}
