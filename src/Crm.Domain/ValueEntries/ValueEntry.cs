namespace Crm.Domain.ValueEntries;

/// <summary>Who has the value.</summary>
public enum ValueDirection { ToCustomer, ToCompany }

/// <summary>
/// What the value is. The customer has discounts, rewards, remedies, time saved and other benefits; the company has revenue and margin, and bears the cost to serve.
/// </summary>
public enum ValueKind { Discount, Reward, Remedy, TimeSaved, Benefit, Revenue, Margin, CostToServe }

/// <summary>A measured value that passed between a customer and us (S4-MUTUAL-1).</summary>
public sealed record ValueContent
{
    public const int SourceKeyMaxLength = ExternalIds.MaxLength;
    public const int NoteMaxLength = 500;

    /// <summary>Small enough that sums of many hundred thousand entries stay exact.</summary>
    public const long MostAmount = 10_000_000_000_000;

    /// <summary>The customer.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>What the value is; it also says who has it.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>How much, above zero and at most 10000000000000 in the minor unit. What lowers an earlier entry is a reversal of it.</summary>
    public required Money Value { get; init; }

    /// <summary>The day to which it counts, where the tenant is; not in the future.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The record that it comes from, such as a purchase or a complaint.</summary>
    public RecordId? Source { get; init; }

    /// <summary>Your key of what it comes from, unique in the tenant: the same entry twice is one. At most 100 characters, and no words of a person.</summary>
    public required string SourceKey { get; init; }

    /// <summary>What helps to understand it; at most 500 characters.</summary>
    public string? Note { get; init; }

    public static readonly ValueContent Example = new()
    {
        CustomerId = CustomerId.Parse("customer_01j00000000000000000000000", null), Kind = ValueKind.Margin, Value = new(125_000, "IRR"),
        OccurredOn = new DateOnly(2026, 3, 21), SourceKey = "invoice-4711:margin",
    };

    public static ValueDirection DirectionOf(ValueKind kind) =>
        kind is ValueKind.Revenue or ValueKind.Margin or ValueKind.CostToServe ? ValueDirection.ToCompany : ValueDirection.ToCustomer;
}

/// <inheritdoc cref="ValueContent"/>
/// <remarks>It is never changed. A wrong one is reversed by another that takes the same amount away; both stay to be seen.</remarks>
public sealed class ValueEntry : AggregateRoot<ValueEntry>, IResource
{
    private ValueEntry() { }

    public static string Prefix => "value";

    public CustomerId CustomerId { get; private set; }
    public ValueKind Kind { get; private set; }
    public ValueDirection Direction { get; private set; }

    /// <summary>In the minor unit; below zero for a reversal.</summary>
    public long Amount { get; private set; }
    public string Currency { get; private set; } = "";
    public DateOnly OccurredOn { get; private set; }
    public RecordId? Source { get; private set; }

    /// <summary>What must be unique in the tenant.</summary>
    public ByteKey SourceKey { get; private set; }
    public string? Note { get; private set; }

    /// <summary>The entry whose amount this one takes away.</summary>
    public ValueEntryId? ReversesId { get; private set; }
    public StaffId? By { get; private set; }

    public static Result<ValueEntry> Record(ValueContent content, DateOnly today, StaffId? by, DateTimeOffset now)
    {
        if (content.OccurredOn > today)
        {
            return Error.Invalid([new("/occurredOn", "day_in_future", "This day is yet to come. An entry tells what was.")]);
        }
        return new ValueEntry
        {
            Id = ValueEntryId.New(now), CustomerId = content.CustomerId, Kind = content.Kind, Direction = ValueContent.DirectionOf(content.Kind),
            Amount = content.Value.Amount, Currency = content.Value.Currency, OccurredOn = content.OccurredOn, Source = content.Source,
            SourceKey = ByteKey.Of(FoldedText.Nfc(content.SourceKey.Trim())), Note = FoldedText.Shown(content.Note), By = by,
        }.Entered(now);
    }

    /// <summary>Takes the amount of this entry away, on a day of its own. Once: the key of the reversal is made of the entry's id.</summary>
    public Result<ValueEntry> Reverse(DateOnly on, string reason, StaffId? by, DateTimeOffset now)
    {
        if (ReversesId is not null)
        {
            return ValueErrors.IsReversal;
        }
        return new ValueEntry
        {
            Id = ValueEntryId.New(now), CustomerId = CustomerId, Kind = Kind, Direction = Direction, Amount = -Amount, Currency = Currency, OccurredOn = on, Source = Source,
            SourceKey = ReversalKey(Id), Note = FoldedText.Shown(reason), ReversesId = Id, By = by,
        }.Entered(now);
    }

    public static ByteKey ReversalKey(ValueEntryId id) => ByteKey.Of($"{id}:reversal");

    /// <summary>Whether an entry with the same key says the same.</summary>
    public bool Repeats(ValueEntry other) =>
        (CustomerId, Kind, Amount, Currency, OccurredOn, Source) == (other.CustomerId, other.Kind, other.Amount, other.Currency, other.OccurredOn, other.Source);

    private ValueEntry Entered(DateTimeOffset now)
    {
        Changed(now);
        Raise(new ValueRecorded(Id, CustomerId, Kind, Direction));
        return this;
    }
}

public static class ValueErrors
{
    public static readonly Error SourceTaken = new(ErrorKind.Conflict, "value.source_taken",
        "Another entry has this sourceKey and says something else. Reverse that one first, and give a new key.");

    public static readonly Error IsReversal = new(ErrorKind.Conflict, "value.is_reversal",
        "A reversal is not reversed. Record what is right as an entry of its own.");

    public static readonly Error AlreadyReversed = new(ErrorKind.Conflict, "value.already_reversed",
        "The entry was reversed already, by the one named in conflictingId.");
}

[EventType("value.recorded", 1, "A value that passed between a customer and the company was recorded, or reversed.")]
public sealed record ValueRecorded(ValueEntryId ValueEntryId, CustomerId CustomerId, ValueKind Kind, ValueDirection Direction) : IDomainEvent;
