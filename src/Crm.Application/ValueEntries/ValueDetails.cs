using System.Linq.Expressions;
using System.Text;
using Crm.Domain;
using Crm.Domain.ValueEntries;

namespace Crm.Application.ValueEntries;

/// <summary>A value that passed between a customer and us.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Direction">Who has it.</param>
/// <param name="Amount">How much, in the minor unit of the currency; below zero for a reversal.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="OccurredOn">The day to which it counts.</param>
/// <param name="Source">The record that it comes from.</param>
/// <param name="SourceKey">The key of what it comes from, unique in the tenant.</param>
/// <param name="Note">What helps to understand it; null after the customer was erased.</param>
/// <param name="ReversesId">The entry whose amount this one takes away.</param>
/// <param name="By">Who entered it; null where the credential acts for nobody.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">The same: an entry never changes.</param>
/// <param name="Version">1; the ETag.</param>
public sealed record ValueDetails(
    ValueEntryId Id, CustomerId CustomerId, ValueKind Kind, ValueDirection Direction, long Amount, string Currency, DateOnly OccurredOn, RecordId? Source, string SourceKey, string? Note,
    ValueEntryId? ReversesId, StaffId? By, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    internal static readonly ValueEntryId ExampleId = ValueEntryId.Parse("value_01j00000000000000000000000", null);

    public static readonly ValueDetails Example = new(
        ExampleId, ValueContent.Example.CustomerId, ValueKind.Margin, ValueDirection.ToCompany, ValueContent.Example.Value.Amount, ValueContent.Example.Value.Currency, ValueContent.Example.OccurredOn, null,
        ValueContent.Example.SourceKey, null, null, null, Morning, Morning, 1);

    public static readonly Expression<Func<ValueEntry, ValueDetails>> Projection = v => new ValueDetails(
        v.Id, v.CustomerId, v.Kind, v.Direction, v.Amount, v.Currency, v.OccurredOn, v.Source, TextOf(v.SourceKey), v.Note, v.ReversesId, v.By, v.CreatedAt,
        v.UpdatedAt, v.Version);

    private static readonly Func<ValueEntry, ValueDetails> Compiled = Projection.Compile();

    public static ValueDetails Of(ValueEntry entry) => Compiled(entry);

    internal static string TextOf(ByteKey key) => Encoding.UTF8.GetString(key.Bytes);
}
