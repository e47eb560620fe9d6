using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Crm.Infrastructure;

// What `dotnet ef` makes migrations from; it connects to nothing.

internal sealed class SqliteCrmDesign : IDesignTimeDbContextFactory<SqliteCrmDbContext>
{
    public SqliteCrmDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCrmDbContext>().UseSqlite("Data Source=:memory:", o => o.MigrationsHistoryTable(MigrationHistory.Crm)).Options);
}

internal sealed class SqliteCatalogDesign : IDesignTimeDbContextFactory<SqliteCatalogDbContext>
{
    public SqliteCatalogDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCatalogDbContext>().UseSqlite("Data Source=:memory:", o => o.MigrationsHistoryTable(MigrationHistory.Catalog)).Options);
}

internal sealed class SqlServerCrmDesign : IDesignTimeDbContextFactory<SqlServerCrmDbContext>
{
    public SqlServerCrmDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerCrmDbContext>()
            .UseSqlServer("Server=none", o => o.UseCompatibilityLevel(150).MigrationsHistoryTable(MigrationHistory.Crm)).Options);
}

internal sealed class SqlServerCatalogDesign : IDesignTimeDbContextFactory<SqlServerCatalogDbContext>
{
    public SqlServerCatalogDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerCatalogDbContext>()
            .UseSqlServer("Server=none", o => o.UseCompatibilityLevel(150).MigrationsHistoryTable(MigrationHistory.Catalog)).Options);
}
