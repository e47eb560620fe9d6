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
    }
}
