using Crm.Domain;
using Crm.Domain.ValueEntries;

namespace Crm.Application.ValueEntries;

/// <summary>How a feature posts into the ledger of mutual value, in the save of its cause.</summary>
internal static class ValueRecords
{
    /// <summary>
    /// Enters what a record was worth. The source key is the record's id and what is counted of it (<c>purchase_…:margin</c>), so that handling the cause again counts
    /// nothing twice: the save that would be second is refused. An amount of nothing enters nothing. The caller has the customer under <see cref="ICrmDb.OnlyWhileActive"/>.
    /// </summary>
    /// <param name="part">What of the record is counted, a code: the entry's kind, and a number where there are several.</param>
    public static Result Enter(
        this ICrmDb db, CustomerId customer, ValueKind kind, Money value, DateOnly occurredOn, RecordId source, string part, Caller caller, DateTimeOffset now)
    {
        if (value.Amount == 0)
        {
            return Result.Done;
        }
        var content = new ValueContent { CustomerId = customer, Kind = kind, Value = value, OccurredOn = occurredOn, Source = source, SourceKey = $"{source}:{part}" };
        // What the system posts was checked where it was entered; its day may be told by a clock ahead of the tenant's.
        if (ValueEntry.Record(content, DateOnly.MaxValue, caller.StaffId, now).Failed(out var error, out var entry))
        {
            return error;
        }
        db.Append([entry]);
        return Result.Done;
    }
}
