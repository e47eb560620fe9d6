using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Infrastructure.Customers;

/// <summary>
/// <see cref="Relation.Slot"/>, said in the words of the store: the two parties and the kind, the smaller party first where the kind holds in both
/// directions. A merge makes it anew, so that what stands once cannot be recorded twice.
/// </summary>
internal sealed class KeyOfPair(ISqlGenerationHelper sql, bool sqlite)
{
    private readonly string from = sql.DelimitIdentifier(nameof(Relation.CustomerId));
    private readonly string to = sql.DelimitIdentifier(nameof(Relation.OtherCustomerId));
    private readonly string kind = sql.DelimitIdentifier(nameof(Relation.Kind));
    private readonly string slot = sql.DelimitIdentifier(nameof(Relation.Slot));
    private readonly string table = sql.DelimitIdentifier("Relations");
    private readonly string stands = $"{sql.DelimitIdentifier("Relations")}.{sql.DelimitIdentifier(nameof(Relation.Removed))} = {(sqlite ? "0" : "CAST(0 AS bit)")}";
    private readonly string mutual =
        $"{sql.DelimitIdentifier("Relations")}.{sql.DelimitIdentifier(nameof(Relation.Kind))} IN ({string.Join(", ", Enum.GetValues<RelationKind>().Where(Relation.IsMutual).Select(k => $"'{k}'"))})";

    public static KeyOfPair? Of(CustomerReference reference, DbContext db, ISqlGenerationHelper sql) =>
        reference.Entity.ClrType == typeof(Relation) ? new(sql, db.Database.IsSqlite()) : null;

    /// <summary>The assignment that goes with a change of one of the two.</summary>
    public string Set(IProperty changed, string target) => $"{slot} = CASE WHEN {stands} THEN {Key(changed, target)} ELSE {slot} END";

    /// <summary>Whether the key would still be nobody else's after the change.</summary>
    public string IsFree(IProperty changed, string target) =>
        $"NOT ({stands} AND EXISTS (SELECT 1 FROM {table} AS x WHERE x.{sql.DelimitIdentifier(Tenancy.Column)} = {table}.{sql.DelimitIdentifier(Tenancy.Column)} AND x.{slot} = {Key(changed, target)}))";

    private string Key(IProperty changed, string target)
    {
        var (one, other) = changed.Name == nameof(Relation.CustomerId) ? (target, $"{table}.{to}") : ($"{table}.{from}", target);
        var first = $"CASE WHEN {mutual} AND {other} < {one} THEN {other} ELSE {one} END";
        var second = $"CASE WHEN {mutual} AND {other} < {one} THEN {one} ELSE {other} END";
        return sqlite
            ? $"CAST(({first}) || ({second}) || {table}.{kind} AS BLOB)"
            : $"CAST(({first}) + ({second}) + CAST(CAST({table}.{kind} AS varchar(32)) AS varbinary(32)) AS varbinary(300))";
    }
}
