namespace Crm.Domain.AfterSale;

/// <summary>
/// Where a check stands: it waits for its time, work was opened for it, it was left out since the customer does not want it, it was called off, or the customer was asked and
/// answered, was not reached, or did not want to answer.
/// </summary>
public enum CheckState { Scheduled, Opened, LeftOut, CalledOff, Answered, NotReached, Declined }

/// <summary>What came of asking a customer.</summary>
public enum CheckOutcome { Answered, NotReached, Declined }

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
    public const int LowestRating = 1;
    public const int HighestRating = 5;
    public const int WordsMaxLength = 1000;

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

    /// <summary>How satisfied the customer said they are: 1 not at all, 5 fully.</summary>
    public int? Rating { get; private set; }

    /// <summary>What the customer said, verbatim.</summary>
    public string? Words { get; private set; }
    public StaffId? AskedBy { get; private set; }
    public DateTimeOffset? AskedAt { get; private set; }

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

    /// <summary>The customer was asked, once the time had come.</summary>
    public Result Record(CheckOutcome outcome, int? rating, string? words, StaffId? by, DateTimeOffset now)
    {
        if (State != CheckState.Opened)
        {
            return AfterSaleErrors.NotOpened;
        }
        State = outcome switch { CheckOutcome.Answered => CheckState.Answered, CheckOutcome.NotReached => CheckState.NotReached, _ => CheckState.Declined };
        (Rating, Words, AskedBy, AskedAt) = (rating, FoldedText.Shown(words), by, now);
        Changed(now);
        Raise(new AfterSaleCheckAsked(Id, CustomerId, Source, outcome, rating));
        return Result.Done;
    }

    /// <summary>It is not asked any more, such as after a return. Tells whether that is new.</summary>
    public bool CallOff(DateTimeOffset now)
    {
        if (State is not (CheckState.Scheduled or CheckState.Opened))
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
        "The check does not wait any more: the customer was asked, or it was left out or called off.");

    public static readonly Error NotOpened = new(ErrorKind.Conflict, "after_sale_check.not_opened",
        "It is not time to ask the customer yet, or that is over. An outcome is recorded of a check whose state is opened.");
}

[EventType("after_sale_check.scheduled", 1, "A customer will be asked how satisfied they are.")]
public sealed record AfterSaleCheckScheduled(AfterSaleCheckId CheckId, CustomerId CustomerId, RecordId Source, DateTimeOffset DueAt) : IDomainEvent;

[EventType("after_sale_check.opened", 1, "It is time to ask a customer how satisfied they are; work was opened.")]
public sealed record AfterSaleCheckOpened(AfterSaleCheckId CheckId, CustomerId CustomerId, RecordId Source) : IDomainEvent;

[EventType("after_sale_check.left_out", 1, "A customer is not asked how satisfied they are, since they do not want to be.")]
public sealed record AfterSaleCheckLeftOut(AfterSaleCheckId CheckId, CustomerId CustomerId, CheckRefusal Refusal) : IDomainEvent;

[EventType("after_sale_check.asked", 1, "A customer was asked how satisfied they are, and answered or not.")]
public sealed record AfterSaleCheckAsked(AfterSaleCheckId CheckId, CustomerId CustomerId, RecordId Source, CheckOutcome Outcome, int? Rating) : IDomainEvent;
