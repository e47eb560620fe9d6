using System.Data.Common;
using System.IO.Pipelines;
using System.Text.Json;
using Crm.Application;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Infrastructure.Customers;

/// <summary>
/// The rows that refer to a customer, whatever tables there are: every statement is generated from the model, so a feature that is added
/// later is merged, erased and exported without a line here.
/// </summary>
internal sealed class CustomerRows(ICrmDb store) : ICustomerRows
{
    private const int MostIdsPerStatement = 200;
    private const int FlushAt = 16 * 1024;

    private readonly CrmDbContext db = (CrmDbContext)store;
    private readonly ISqlGenerationHelper sql = ((CrmDbContext)store).GetService<ISqlGenerationHelper>();

    private IReadOnlyList<CustomerReference> References => CustomerReference.Of(db.Model);

    public Task<IReadOnlyDictionary<string, int>> CountMoves(CustomerId loser, CustomerId survivor, CancellationToken ct)
    {
        var parts = References.Where(r => r.Moves).Select(r => $"SELECT '{Wire(r.Table)}' AS {Q("Name")}, COUNT(*) AS {Q("Rows")} FROM {Q(r.Table)} WHERE {Movable(r)}");
        return Count(parts, [db.Tenant, Bytes(loser), Bytes(survivor)], ct);
    }

    /// <summary>
    /// What cannot move stays with the tombstone: a relation between the two, which would become one of the survivor with itself, and what
    /// the survivor has already where a customer has it once.
    /// </summary>
    public void Move(CustomerMergeId merge, CustomerId loser, CustomerId survivor)
    {
        ActiveCustomer.HaveAlone(db, [loser, survivor]);
        db.Alongside(ct => MoveNow(merge, loser, survivor, ct));
    }

    private async Task MoveNow(CustomerMergeId merge, CustomerId loser, CustomerId survivor, CancellationToken ct)
    {
        object?[] values = [db.Tenant, Bytes(loser), Bytes(survivor), merge.Value.ToByteArray(true), Now(), Array.Empty<byte>()];
        foreach (var reference in References.Where(r => r.Moves))
        {
            await Execute($"""
                INSERT INTO {Moves} ({Q(Tenancy.Column)}, {Q("MergeId")}, {Q("Reference")}, {Q("Key1")}, {Q("Key2")})
                SELECT {Column(reference, Tenancy.Column)}, {P(3)}, '{reference.Name}', {Key(reference, 0)}, {Key(reference, 1)}
                FROM {Q(reference.Table)} WHERE {Movable(reference)}
                """, values, ct);
            await Execute($"UPDATE {Q(reference.Table)} SET {Set(reference, 2)} WHERE {Column(reference)} = {P(1)} AND {Moved(reference)}", values, ct);
        }
        await CustomerFacets.Anew(db, [survivor, loser], ct);
    }

    public void MoveBack(CustomerMergeId merge, CustomerId loser, CustomerId survivor) => db.Alongside(async ct =>
    {
        object?[] values = [db.Tenant, Bytes(loser), Bytes(survivor), merge.Value.ToByteArray(true), Now(), Array.Empty<byte>()];
        foreach (var reference in References.Where(r => r.Moves))
        {
            await Execute($"UPDATE {Q(reference.Table)} SET {Set(reference, 1)} WHERE {Column(reference)} = {P(2)} AND {Moved(reference)}", values, ct);
        }
        foreach (var reference in References.Where(r => r.UnmergedToo is not null))
        {
            await BringBack(reference, values, ct);
        }
        await Execute($"DELETE FROM {Moves} WHERE {Q(Tenancy.Column)} = {P(0)} AND {Q("MergeId")} = {P(3)}", values, ct);
        await CustomerFacets.Anew(db, [survivor, loser], ct);
    });

    /// <summary>What was made since the merge of rows that go back goes with them.</summary>
    private async Task BringBack(CustomerReference from, object?[] values, CancellationToken ct)
    {
        var link = from.Entity.GetForeignKeys().Single(k => k.Properties.Any(p => p.Name == from.UnmergedToo));
        var made = References.Single(r => r.Entity == link.PrincipalEntityType);
        await Execute($"""
            UPDATE {Q(made.Table)} SET {Set(made, 1)} WHERE {Column(made, Tenancy.Column)} = {P(0)} AND {Column(made)} = {P(2)} AND {Column(made, "Id")} IN
            (SELECT {Column(from, from.UnmergedToo!)} FROM {Q(from.Table)} WHERE {Moved(from)})
            """, values, ct);
    }

    public Task<IReadOnlyDictionary<string, int>> CountErased(IReadOnlyList<CustomerId> customers, CancellationToken ct)
    {
        var parts = References.Where(r => r.Declared is not (null or nameof(ErasureRule.Keep))).SelectMany(r => customers.Select((_, i) =>
            $"SELECT '{Wire(r.Table)}' AS {Q("Name")}, COUNT(*) AS {Q("Rows")} FROM {Q(r.Table)} WHERE {Q(Tenancy.Column)} = {P(0)} AND {Column(r)} = {P(i + 1)}"));
        return Count(parts, [db.Tenant, .. customers.Select(c => (object)Bytes(c))], ct);
    }

    public void Erase(IReadOnlyList<CustomerId> customers)
    {
        ActiveCustomer.HaveAlone(db, customers);
        db.Alongside(ct => EraseNow(customers, ct));
    }

    private async Task EraseNow(IReadOnlyList<CustomerId> customers, CancellationToken ct)
    {
        await EmptyAudit(Customer.Prefix, customers.Select(c => c.Value), ct);
        foreach (var customer in customers)
        {
            foreach (var reference in References.Where(r => r.Declared != nameof(ErasureRule.Keep)))
            {
                await Erase(reference, customer, ct);
            }
        }
    }

    public async Task Write(Utf8JsonWriter json, PipeWriter output, IReadOnlyList<CustomerId> customers, CancellationToken ct)
    {
        json.WriteStartObject("rows");
        foreach (var references in References.GroupBy(r => r.Entity).OrderBy(g => g.Key.GetTableName(), StringComparer.Ordinal))
        {
            json.WriteStartArray(Wire(references.First().Table));
            await foreach (var row in CustomerRowReader.Of(references.Key).Read(db, [.. references.Select(r => r.Member)], customers).WithCancellation(ct))
            {
                EntityJson.Write(json, references.Key, row);
                await FlushWhereFull(json, output, ct);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteStartArray("audit");
        var ids = customers.Select(c => c.ToString()).ToList();
        var audit = db.Audit.AsNoTracking().Where(a => a.ResourceType == Customer.Prefix && ids.Contains(a.ResourceId)).OrderBy(a => a.Id).AsAsyncEnumerable();
        await foreach (var entry in audit.WithCancellation(ct))
        {
            EntityJson.Write(json, db.Model.FindEntityType(typeof(AuditEntry))!, entry);
            await FlushWhereFull(json, output, ct);
        }
        json.WriteEndArray();
    }

    private static async ValueTask FlushWhereFull(Utf8JsonWriter json, PipeWriter output, CancellationToken ct)
    {
        await json.FlushAsync(ct);
        if (output.UnflushedBytes > FlushAt)
        {
            await output.FlushAsync(ct);
        }
    }

    private async Task Erase(CustomerReference reference, CustomerId customer, CancellationToken ct)
    {
        object?[] values = [db.Tenant, Bytes(customer), Now()];
        var rows = $"{Column(reference, Tenancy.Column)} = {P(0)} AND {Column(reference)} = {P(1)}";
        if (reference.IsAggregate)
        {
            var prefix = (string)reference.Entity.ClrType.GetProperty(nameof(IResource.Prefix))!.GetValue(null)!;
            var select = $"SELECT {Q("Id")} AS {Q("Value")} FROM {Q(reference.Table)} WHERE {rows}";
            var ids = await db.Database.SqlQueryRaw<byte[]>(select, values!).ToListAsync(ct);
            await EmptyAudit(prefix, ids.Select(i => new Guid(i, bigEndian: true)), ct);
            await Execute($"""
                DELETE FROM {Q("ExternalIds")} WHERE {Q(Tenancy.Column)} = {P(0)} AND {Q("ResourceType")} = '{prefix}'
                AND {Q("ResourceId")} IN (SELECT {Column(reference, "Id")} FROM {Q(reference.Table)} WHERE {rows})
                """, values, ct);
        }
        foreach (var below in reference.Below)
        {
            var (table, member) = (Q(below.DeclaringEntityType.GetTableName()!), Q(below.Properties.Single(b => b.Name != Tenancy.Column).GetColumnName()));
            var emptied = CustomerReference.BlankedIn(below.DeclaringEntityType).ToList();
            await Execute($"""
                UPDATE {table} SET {string.Join(", ", emptied.Select((e, i) => Blank(e, i + 3)))} WHERE {Q(Tenancy.Column)} = {P(0)}
                AND {member} IN (SELECT {Column(reference, "Id")} FROM {Q(reference.Table)} WHERE {rows})
                """, [.. values, .. emptied.Select(e => CustomerReference.BlankOf(e) ?? "")], ct);
        }
        if (reference.Declared == nameof(ErasureRule.Delete))
        {
            await Execute($"DELETE FROM {Q(reference.Table)} WHERE {rows}", values, ct);
            return;
        }
        var blanked = reference.Blanked.ToList();
        var sets = blanked.Select((b, i) => Blank(b, i + 3));
        if (reference.IsAggregate)
        {
            sets = sets.Append($"{Q(nameof(AggregateRoot.ExternalId))} = NULL").Concat(Touched(2));
        }
        await Execute($"UPDATE {Q(reference.Table)} SET {string.Join(", ", sets)} WHERE {rows}", [.. values, .. blanked.Select(b => CustomerReference.BlankOf(b) ?? "")], ct);
    }

    private string Blank(IProperty member, int value) => $"{Q(member.GetColumnName())} = {(member.IsNullable ? "NULL" : P(value))}";

    private async Task EmptyAudit(string resourceType, IEnumerable<Guid> resources, CancellationToken ct)
    {
        string Emptied(string column) => $"{Q(column)} = CASE WHEN {Q(column)} IS NULL THEN NULL ELSE {P(1)} END";
        foreach (var ids in resources.Select(r => (object?)TypeId.Write(resourceType, r)).Chunk(MostIdsPerStatement))
        {
            await Execute($"""
                UPDATE {Q("AuditEntries")} SET {Emptied(nameof(AuditEntry.Before))}, {Emptied(nameof(AuditEntry.After))}
                WHERE {Q(Tenancy.Column)} = {P(0)} AND {Q("ResourceType")} = {P(2)} AND {Q("ResourceId")} IN ({string.Join(", ", ids.Select((_, i) => P(i + 3)))})
                """, [db.Tenant, "{}", resourceType, .. ids], ct);
        }
    }

    private string Moves => Q("CustomerMergeMoves");

    /// <summary>The loser's rows that can be the survivor's: {0} tenant, {1} loser, {2} survivor.</summary>
    private string Movable(CustomerReference reference)
    {
        var conditions = new List<string> { $"{Column(reference, Tenancy.Column)} = {P(0)}", $"{Column(reference)} = {P(1)}" };
        conditions.AddRange(reference.Others.Select(o => $"({Column(o)} IS NULL OR {Column(o)} <> {P(2)})"));
        conditions.AddRange(reference.UniqueWith.Select(members =>
        {
            string[] equal = [$"x.{Q(Tenancy.Column)} = {P(0)}", $"x.{Q(reference.Member.GetColumnName())} = {P(2)}",
                .. members.Select(m => $"x.{Q(m.GetColumnName())} = {Column(reference, m.GetColumnName())}")];
            return $"NOT EXISTS (SELECT 1 FROM {Q(reference.Table)} AS x WHERE {string.Join(" AND ", equal)})";
        }));
        if (reference.FollowsItselfWithout is { } member)
        {
            conditions.Add($"{Column(reference, reference.Entity.FindProperty(member)!.GetColumnName())} IS NOT NULL");
        }
        if (KeyOfPair.Of(reference, db, sql) is { } key)
        {
            conditions.Add(key.IsFree(reference.Member, P(2)));
        }
        return string.Join(" AND ", conditions);
    }

    /// <summary>The rows that are recorded as moved by the merge {3}.</summary>
    private string Moved(CustomerReference reference) => $"""
        {Column(reference, Tenancy.Column)} = {P(0)} AND EXISTS (SELECT 1 FROM {Moves} AS m WHERE m.{Q(Tenancy.Column)} = {P(0)} AND m.{Q("MergeId")} = {P(3)}
        AND m.{Q("Reference")} = '{reference.Name}' AND m.{Q("Key1")} = {Key(reference, 0)} AND m.{Q("Key2")} = {Key(reference, 1)})
        """;

    private string Set(CustomerReference reference, int target)
    {
        var set = $"{Q(reference.Member.GetColumnName())} = {P(target)}";
        var key = KeyOfPair.Of(reference, db, sql)?.Set(reference.Member, P(target));
        return string.Join(", ", ((string?[])[set, key, .. reference.IsAggregate ? Touched(4) : []]).OfType<string>());
    }

    /// <summary>A changed aggregate is another version, for its ETag and for change feeds.</summary>
    private IEnumerable<string> Touched(int now) =>
        [$"{Q(nameof(AggregateRoot.Version))} = {Q(nameof(AggregateRoot.Version))} + 1", $"{Q(nameof(AggregateRoot.UpdatedAt))} = {P(now)}"];

    private string Key(CustomerReference reference, int part) => reference.RowKey switch
    {
        { Count: > 2 } => throw new InvalidOperationException($"{reference.Name} cannot be recorded as moved: its key has too many members."),
        var key when key.Count > part => $"CAST({Column(reference, key[part].GetColumnName())} AS {KeyType})",
        _ => P(5),
    };

    private string KeyType => db.Model.FindEntityType(typeof(CustomerMergeMove))!.FindProperty(nameof(CustomerMergeMove.Key1))!.GetColumnType();

    private string Column(CustomerReference reference) => Column(reference, reference.Member.GetColumnName());

    private string Column(CustomerReference reference, string column) => $"{Q(reference.Table)}.{Q(column)}";

    private string Q(string name) => sql.DelimitIdentifier(name);

    private static string P(int index) => "{" + index + "}";

    private static string Wire(string table) => JsonNamingPolicy.CamelCase.ConvertName(table);

    private static byte[] Bytes(CustomerId id) => id.Value.ToByteArray(true);

    /// <summary>This instant as the store holds it.</summary>
    private object Now() =>
        db.Model.FindEntityType(typeof(Customer))!.FindProperty(nameof(AggregateRoot.UpdatedAt))!.GetTypeMapping().Converter!.ConvertToProvider(db.Clock.GetUtcNow())!;

    private async Task<IReadOnlyDictionary<string, int>> Count(IEnumerable<string> parts, object[] values, CancellationToken ct)
    {
        var counts = await db.Database.SqlQueryRaw<RowCount>(string.Join("\nUNION ALL\n", parts), values).ToListAsync(ct);
        return counts.GroupBy(c => c.Name).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Rows), StringComparer.Ordinal);
    }

    private async Task Execute(string statement, object?[] values, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync(statement, values!, ct);
        }
        catch (DbException refused)
        {
            throw new DbUpdateException("A generated statement was refused.", refused);
        }
    }

    private sealed record RowCount(string Name, int Rows);
}
