using System.Reflection;
using System.Text.RegularExpressions;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Crm.Architecture.Tests;

/// <summary>Every statement that goes to SQL Server and is not LINQ parses as T-SQL, and does without what the two stores do not share.</summary>
public sealed partial class TransactSqlTests
{
    /// <summary>What generates its statements: parsed by GeneratedStatementTests, or SQLite's alone.</summary>
    private static readonly string[] Generators = ["StoreMigrator.cs", "SqliteRowWriter.cs", "ChangedRow.cs", "PlainStatement.cs", "StoreDbContext.cs", "MeasureTenants.cs", "CustomerRows.cs"];

    [Theory]
    [MemberData(nameof(StoreModels.OnSqlServer), MemberType = typeof(StoreModels))]
    public void The_migration_scripts_parse(string store)
    {
        using var context = StoreModels.Open(store);
        foreach (var options in new[] { MigrationsSqlGenerationOptions.Default, MigrationsSqlGenerationOptions.Idempotent })
        {
            var migrator = context.GetService<IMigrator>();
            var up = migrator.GenerateScript(null, null, options);
            Assert.True(TransactSql.Count(up) > 3);
            TransactSql.Findings($"{store}, {options}", up).AssertNone();
            TransactSql.Findings($"{store}, {options}, back", migrator.GenerateScript(context.GetService<IMigrationsAssembly>().Migrations.Keys.Last(), "0", options)).AssertNone();
        }
    }

    [Fact]
    public void The_tenant_walls_parse()
    {
        using var context = StoreModels.Open("tenant store on SQL Server");
        var statements = TenantWalls.SqlServer(context).ToList();
        Assert.True(statements.Count >= 4);
        statements.SelectMany(s => TransactSql.Findings("tenant walls", s)).AssertNone();
    }

    [Fact]
    public void Every_raw_statement_parses() =>
        Statements().SelectMany(s => TransactSql.Findings(s.Name, s.Text)).AssertNone();

    [Fact]
    public void The_parser_sees_what_is_wrong()
    {
        Assert.NotEmpty(TransactSql.Findings("typo", "SELEC 1 FROM x"));
        Assert.NotEmpty(TransactSql.Findings("merge", "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN DELETE;"));
        Assert.NotEmpty(TransactSql.Findings("filter", "CREATE INDEX i ON t (a) WHERE a IS NOT NULL"));
        Assert.NotEmpty(TransactSql.Findings("function", "CREATE OR ALTER VIEW v AS SELECT 1 AS x"));
        Assert.NotEmpty(TransactSql.Findings("column", "ALTER TABLE t ALTER COLUMN a int NULL"));
        Assert.NotEmpty(TransactSql.Findings("null", "SELECT x.a FROM (SELECT TOP(1) NULL AS a FROM t) AS x UNION ALL SELECT b FROM t"));
        Assert.Empty(TransactSql.Findings("typed null", "SELECT x.a FROM (SELECT TOP(1) CAST(NULL AS date) AS a FROM t) AS x UNION ALL SELECT b FROM t"));
        Assert.NotEmpty(TransactSql.Findings("json", "SELECT * FROM OPENJSON(@x) WITH (a int)"));
    }

    /// <summary>A call that takes SQL as text stands in the Infrastructure, in a file whose statements are constants marked with [Statement].</summary>
    [Fact]
    public void Every_raw_statement_can_be_found()
    {
        var marked = Statements().Select(s => s.File).ToHashSet(StringComparer.Ordinal);
        SourceTree.Of("src").Where(f => RawSql().IsMatch(f.Text))
            .Where(f => !f.Path.Contains("Crm.Infrastructure", StringComparison.Ordinal) || !(marked.Contains(f.Name) || Generators.Contains(f.Name)))
            .Select(f => $"{f.Path} runs raw SQL. Raw SQL stands in Crm.Infrastructure, as a constant marked [Statement(StoreProvider.…)], so that it is parsed here.")
            .AssertNone();
    }

    private static IEnumerable<(string Name, string File, string Text)> Statements() =>
        from type in typeof(Stores).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        let mark = field.GetCustomAttribute<StatementAttribute>()
        where mark is not null
        select ($"{type.Name}.{field.Name}", mark.File, mark.Provider == StoreProvider.SqlServer ? (string)field.GetValue(null)! : "");

    [GeneratedRegex(@"\b(ExecuteSql\w*|FromSql\w*|SqlQuery\w*)\s*[<(]|\bCommandText\s*=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RawSql();
}
