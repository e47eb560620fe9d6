namespace Crm.Domain.AfterSale;

/// <summary>Where a check stands: it waits for its time, work was opened for it, it was left out since the customer does not want it, or it was called off.</summary>
public enum CheckState { Scheduled, Opened, LeftOut, CalledOff }

/// <summary>Why a check was left out.</summary>
public enum CheckRefusal { WishesNoContact, ConsentWithdrawn, CustomerGone }

/// <summary>
/// Asking a customer how satisfied they are, some time after a purchase or a service (S3-AFTER-1), at ten in the morning where they are. Whether they want to be asked is looked
/// at when the time has come.
/// </summary>
public sealed class AfterSaleCheck : AggregateRoot<AfterSaleCheck>, IResource
{
    public const int MaxOffsets = 10;
    public const int MostDays = 366;

    /// <summary>The purpose of consents by which a customer may refuse to be asked.</summary>
    public const string Purpose = "satisfactionSurvey";

    private AfterSaleCheck() { }

    public static string Prefix => "after_sale_check";

    public CustomerId CustomerId { get; private set; }

    /// <summary>The purchase, contact or other record after which it is asked.</summary>
    public RecordId Source { get; private set; }

    /// <summary>What must be unique: the source and how many days after it.</summary>
    public ByteKey Slot { get; private set; }
    public DateOnly OccurredOn { get; private set; }
    public int AfterDays { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public CheckState State { get; private set; }
    public CheckRefusal? Refusal { get; private set; }

    public static AfterSaleCheck Schedule(CustomerId customer, RecordId source, DateOnly occurredOn, int afterDays, DateTimeOffset dueAt, DateTimeOffset now)
    {
        var check = new AfterSaleCheck
        {
            Id = AfterSaleCheckId.New(now), CustomerId = customer, Source = source, OccurredOn = occurredOn, AfterDays = afterDays, DueAt = dueAt,
            Slot = ByteKey.Of($"{source}+{afterDays}"),
        };
        check.Changed(now);
        check.Raise(new AfterSaleCheckScheduled(check.Id, customer, source, dueAt));
        return check;
    }

    /// <summary>The time has come: work is opened, unless the customer does not want to be asked. Tells whether it is; afterwards it changes nothing.</summary>
    public bool Open(CheckRefusal? refusal, DateTimeOffset now)
    {
        if (State != CheckState.Scheduled)
        {
            return false;
        }
        (State, Refusal) = (refusal is null ? CheckState.Opened : CheckState.LeftOut, refusal);
        Changed(now);
        Raise(refusal is null ? new AfterSaleCheckOpened(Id, CustomerId, Source) : new AfterSaleCheckLeftOut(Id, CustomerId, refusal.Value));
        return refusal is null;
    }

    /// <summary>It is not asked any more, such as after a return. Tells whether that is new.</summary>
    public bool CallOff(DateTimeOffset now)
    {
        if (State != CheckState.Scheduled)
        {
            return false;
        }
        State = CheckState.CalledOff;
        Changed(now);
        return true;
    }
}

public static class AfterSaleErrors
{
    public static readonly Error Exists = new(ErrorKind.Conflict, "after_sale_check.exists",
        "A check after so many days is scheduled for this record already. Call that one off first, or choose another day.");

    public static readonly Error NotScheduled = new(ErrorKind.Conflict, "after_sale_check.not_scheduled",
        "The check does not wait any more: it was opened, left out or called off.");
}

[EventType("after_sale_check.scheduled", 1, "A customer will be asked how satisfied they are.")]
public sealed record AfterSaleCheckScheduled(AfterSaleCheckId CheckId, CustomerId CustomerId, RecordId Source, DateTimeOffset DueAt) : IDomainEvent;

[EventType("after_sale_check.opened", 1, "It is time to ask a customer how satisfied they are; work was opened.")]
public sealed record AfterSaleCheckOpened(AfterSaleCheckId CheckId, CustomerId CustomerId, RecordId Source) : IDomainEvent;

[EventType("after_sale_check.left_out", 1, "A customer is not asked how satisfied they are, since they do not want to be.")]
public sealed record AfterSaleCheckLeftOut(AfterSaleCheckId CheckId, CustomerId CustomerId, CheckRefusal Refusal) : IDomainEvent;
