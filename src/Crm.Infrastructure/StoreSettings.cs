using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Infrastructure;

public enum StoreProvider { Sqlite, SqlServer }

/// <summary>One database, as <c>Stores__&lt;name&gt;__…</c> configures it.</summary>
public sealed class StoreSettings
{
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;
    public string ConnectionString { get; set; } = "";

    /// <summary>Whether SQL Server itself keeps the tenants apart (wall 4). Off only where the server lacks security policies.</summary>
    public bool RowLevelSecurity { get; set; } = true;

    /// <summary>What looks at every command on its way; tests read along, or stand in for the server.</summary>
    internal IReadOnlyList<IInterceptor> Interceptors { get; set; } = [];
}

/// <summary>Which database holds what: <c>Crm__Catalog</c>, <c>Crm__DefaultPlacement</c> and the stores by name.</summary>
public sealed class CrmStoreSettings
{
    public const string Main = "main";

    public string Catalog { get; set; } = Main;
    public string DefaultPlacement { get; set; } = Main;
    public Dictionary<string, StoreSettings> Stores { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the settings, in words that say what to do.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var name in new[] { Catalog, DefaultPlacement }.Distinct(StringComparer.OrdinalIgnoreCase).Where(n => !Stores.ContainsKey(n)))
        {
            yield return $"The store '{name}' is used but not configured. Set Stores__{name}__Provider and Stores__{name}__ConnectionString.";
        }
        foreach (var (name, store) in Stores.Where(s => string.IsNullOrWhiteSpace(s.Value.ConnectionString)))
        {
            yield return $"Stores__{name}__ConnectionString is empty. Give the connection string of the {store.Provider} database.";
        }
        foreach (var (name, store) in Stores.Where(s => !string.IsNullOrWhiteSpace(s.Value.ConnectionString)))
        {
            if (Problem(name, store) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static string? Problem(string name, StoreSettings store)
    {
        try
        {
            if (store.Provider == StoreProvider.SqlServer)
            {
                _ = new SqlConnectionStringBuilder(store.ConnectionString);
                return null;
            }
            var file = new SqliteConnectionStringBuilder(store.ConnectionString);
            return file.DataSource.Length == 0 || file.DataSource == ":memory:" || file.Mode == SqliteOpenMode.Memory
                ? $"Stores__{name}__ConnectionString names no file. An embedded store is one, as in Data Source=data/crm.db."
                : Path.GetDirectoryName(Path.GetFullPath(file.DataSource)) is { } folder && !Directory.Exists(folder)
                    ? $"Stores__{name}__ConnectionString names a file in the folder '{folder}', which does not exist or cannot be seen. Make it first."
                    : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            return $"Stores__{name}__ConnectionString cannot be read as one of {store.Provider}: {wrong.Message}";
        }
    }
}
