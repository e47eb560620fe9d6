using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record ExportCustomer(CustomerId Id) : IQuery<CustomerExportWriter>;

/// <summary>Everything that is held on a customer.</summary>
/// <param name="ExportedAt">When the document was made.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Rows">Every row that refers to the customer or to a record that was merged into it, by table.</param>
/// <param name="Audit">What was done to the customer's record, oldest first.</param>
public sealed record CustomerExport(
    DateTimeOffset ExportedAt, CustomerDetails Customer, IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> Rows, IReadOnlyList<JsonObject> Audit)
{
    public static readonly CustomerExport Example = new(
        DateTimeOffset.UnixEpoch.AddYears(57), CustomerDetails.Example,
        new Dictionary<string, IReadOnlyList<JsonObject>>(StringComparer.Ordinal) { ["lifecycleChanges"] = [new() { ["to"] = "lead", ["at"] = "2026-03-21T08:30:00.000Z" }] },
        [new() { ["action"] = "registerCustomer", ["at"] = "2026-03-21T08:30:00.000Z" }]);
}

/// <summary>Writes a <see cref="CustomerExport"/> row by row, however long it is.</summary>
public sealed class CustomerExportWriter(CustomerDetails customer, IReadOnlyList<CustomerId> records, ICustomerRows rows, DateTimeOffset now)
{
    public async Task Write(Stream stream, CancellationToken ct)
    {
        // Over a pipe: a writer over the stream itself would flush synchronously.
        var output = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = CrmJson.Wire.Encoder });
        json.WriteStartObject();
        json.WritePropertyName("exportedAt");
        JsonSerializer.Serialize(json, now, CrmJson.Wire);
        json.WritePropertyName("customer");
        JsonSerializer.Serialize(json, customer, CrmJson.Wire);
        await rows.Write(json, output, records, ct);
        json.WriteEndObject();
        await json.FlushAsync(ct);
        await output.CompleteAsync();
    }
}

internal sealed class ExportCustomerHandler(ICrmDb db, ICustomerRows rows, TimeProvider clock) : IQueryHandler<ExportCustomer, CustomerExportWriter>
{
    public async Task<Result<CustomerExportWriter>> Handle(ExportCustomer query, CancellationToken ct)
    {
        // A deleted record is still held.
        var customer = await db.Customers.Where(c => c.Id == query.Id).Select(CustomerDetails.Projection).FirstOrDefaultAsync(ct);
        if (customer is null)
        {
            return Error.NotFound<Customer>();
        }
        var merged = await db.Customers.Where(c => c.SurvivorId == query.Id).Select(c => c.Id).ToListAsync(ct);
        return new CustomerExportWriter(customer, [query.Id, .. merged], rows, clock.GetUtcNow());
    }
}
