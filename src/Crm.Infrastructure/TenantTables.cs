using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>A table of a tenant store. <paramref name="Severed"/> are the columns to empty before its rows can go, because they refer round a circle.</summary>
internal sealed record TenantTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Severed)
{
    /// <summary>The name in reports: <c>customerTerms</c>.</summary>
    public string WireName => JsonNamingPolicy.CamelCase.ConvertName(Name);
}

/// <summary>The tables of a tenant store in the order in which a tenant's rows can be deleted, derived from the model so that a new table cannot be forgotten.</summary>
internal static class TenantTables
{
    public static IReadOnlyList<TenantTable> InOrderOfErasure(DbContext tenantStore)
    {
        var left = tenantStore.Model.GetRelationalModel().Tables.Where(t => t.FindColumn(Tenancy.Column) is not null)
            .OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var severed = new HashSet<IForeignKeyConstraint>();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            if (left.Find(t => !ReferencesTo(t, left, severed).Any()) is { } free)
            {
                left.Remove(free);
                ordered.Add(free);
                continue;
            }
            // Only circles are left, and what they hold: every reference among them that may be empty is emptied first.
            var optional = left.SelectMany(t => ReferencesTo(t, left, severed)).Where(r => Optional(r).Any()).ToList();
            if (optional.Count == 0)
            {
                throw new InvalidOperationException($"The tables {string.Join(", ", left.Select(t => t.Name))} refer round a circle of required references, so no row of them can be deleted.");
            }
            severed.UnionWith(optional);
        }
        return [.. ordered.Select(t => new TenantTable(
            t.Name, [.. t.Columns.Select(c => c.Name)],
            [.. severed.Where(r => r.Table == t).SelectMany(Optional).Distinct(StringComparer.Ordinal)]))];
    }

    private static IEnumerable<IForeignKeyConstraint> ReferencesTo(ITable table, List<ITable> from, HashSet<IForeignKeyConstraint> severed) =>
        table.ReferencingForeignKeyConstraints.Where(r => from.Contains(r.Table) && !severed.Contains(r));

    private static IEnumerable<string> Optional(IForeignKeyConstraint reference) => reference.Columns.Where(c => c.IsNullable).Select(c => c.Name);
}
