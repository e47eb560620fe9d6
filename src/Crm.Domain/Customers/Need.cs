using System.Globalization;

namespace Crm.Domain.Customers;

public enum NeedStatus { Open, Met, Dropped }

/// <summary>A wish or need that a customer expressed, and when it is expected (S3-FUTURE-1).</summary>
public sealed record NeedContent
{
    public const int TextMaxLength = 1000;
    public const int ExpectedMonthMaxLength = 7;
    private const string MonthFormat = "yyyy-MM";

    /// <summary>What the customer will need; 1 to 1000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The day on which it is expected. Give the day, the month or neither.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>The month in which it is expected, as YYYY-MM.</summary>
    public string? ExpectedMonth { get; init; }

    /// <summary>Whether it is still open, was met, or came to nothing; open where absent.</summary>
    public NeedStatus Status { get; init; }

    public static readonly NeedContent Example = new() { Text = "A second delivery van for the new branch", ExpectedMonth = "2027-04" };

    /// <summary>The first and last day on which it is expected; null for a text that is no month.</summary>
    internal (DateOnly First, DateOnly Last)? Span()
    {
        if (ExpectedMonth is { } month)
        {
            return DateOnly.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                ? (first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1))
                : null;
        }
        var day = ExpectedOn ?? Need.NoDay;
        return (day, day);
    }

    /// <summary>The day of a span, where the span is a day.</summary>
    public static DateOnly? DayOf(DateOnly first, DateOnly last) => first == last && first != Need.NoDay ? first : null;

    /// <summary>The month of a span as it is written, where the span is a month.</summary>
    public static string? MonthOf(DateOnly first, DateOnly last) => first == last ? null : first.ToString(MonthFormat, CultureInfo.InvariantCulture);
}

/// <inheritdoc cref="NeedContent"/>
public sealed class Need : OfCustomer<Need>, IResource
{
    /// <summary>Stands for no expected day, so that those come last in the order of expectation.</summary>
    public static readonly DateOnly NoDay = DateOnly.MaxValue;

    private Need() { }

    public static string Prefix => "need";

    public string Text { get; private set; } = "";

    /// <summary>The first day on which it is expected.</summary>
    public DateOnly ExpectedFrom { get; private set; }

    /// <summary>The last day on which it is expected; the first one where a day is known.</summary>
    public DateOnly ExpectedTo { get; private set; }
    public NeedStatus Status { get; private set; }
    public StaffId? By { get; private set; }

    /// <summary>The task that sees to it, or by which it was met; null where nobody has taken it up.</summary>
    public WorkId? WorkId { get; private set; }

    public NeedContent Content => new()
    {
        Text = Text,
        ExpectedOn = NeedContent.DayOf(ExpectedFrom, ExpectedTo),
        ExpectedMonth = NeedContent.MonthOf(ExpectedFrom, ExpectedTo),
        Status = Status,
    };

    public static Result<Need> Record(CustomerId customerId, NeedContent content, StaffId? by, DateTimeOffset now)
    {
        var need = new Need { Id = NeedId.New(now), CustomerId = customerId, By = by };
        if (need.Take(content, now).Failed(out var error))
        {
            return error;
        }
        need.Raise(new NeedRecorded(need.Id, customerId));
        return need;
    }

    public Result Revise(NeedContent content, DateTimeOffset now)
    {
        var before = Status;
        if (Take(content, now).Failed(out var error))
        {
            return error;
        }
        if (Status == NeedStatus.Open && before != NeedStatus.Open)
        {
            WorkId = null;
        }
        Raise(Status == before ? new NeedRevised(Id, CustomerId) : new NeedSettled(Id, CustomerId, Status));
        return Result.Done;
    }

    /// <summary>It is expected soon. Tells whether somebody is to be told: not where it is settled or seen to.</summary>
    public bool ComeUp(DateTimeOffset now)
    {
        if (Removed || Status != NeedStatus.Open || WorkId is not null)
        {
            return false;
        }
        Changed(now);
        Raise(new NeedComesUp(Id, CustomerId, ExpectedFrom, ExpectedTo));
        return true;
    }

    /// <summary>Lets a task see to it (S3-FUTURE-1). There is one at a time.</summary>
    public Result TakeUp(WorkId task, DateTimeOffset now)
    {
        if (Status != NeedStatus.Open)
        {
            return NeedErrors.Settled;
        }
        if (WorkId is { } other)
        {
            return NeedErrors.TakenUp.With(other.ToString());
        }
        WorkId = task;
        Changed(now);
        Raise(new NeedTakenUp(Id, CustomerId, task));
        return Result.Done;
    }

    /// <summary>Its task was done, by which it is met, or given up, so that another one may take its place. False where it was not this task that saw to it.</summary>
    public bool FollowClosed(WorkId task, bool done, DateTimeOffset now)
    {
        if (Removed || Status != NeedStatus.Open || WorkId != task)
        {
            return false;
        }
        (Status, WorkId) = (done ? NeedStatus.Met : NeedStatus.Open, done ? task : null);
        Changed(now);
        Raise(done ? new NeedSettled(Id, CustomerId, Status) : new NeedRevised(Id, CustomerId));
        return true;
    }

    /// <summary>The task is to be done again. False where the need has come to nothing or has another task meanwhile.</summary>
    public bool FollowReopened(WorkId task, DateTimeOffset now)
    {
        var wasMet = Status == NeedStatus.Met && WorkId == task;
        if (Removed || !(wasMet || (Status == NeedStatus.Open && WorkId is null)))
        {
            return false;
        }
        (Status, WorkId) = (NeedStatus.Open, task);
        Changed(now);
        Raise(wasMet ? new NeedSettled(Id, CustomerId, Status) : new NeedTakenUp(Id, CustomerId, task));
        return true;
    }

    protected override IDomainEvent Gone() => new NeedRemoved(Id, CustomerId);

    protected override void Clear() => Text = "";

    private Result Take(NeedContent content, DateTimeOffset now)
    {
        if (content is { ExpectedOn: not null, ExpectedMonth: not null })
        {
            return Error.Invalid([new("/expectedMonth", "expected_twice", "Give expectedOn or expectedMonth, not both.")]);
        }
        if (content.Span() is not { } span)
        {
            return Error.Invalid([new("/expectedMonth", "month_invalid", "A month is needed here, as in 2026-03.")]);
        }
        (Text, Status, ExpectedFrom, ExpectedTo) = (FoldedText.Nfc(content.Text.Trim()), content.Status, span.First, span.Last);
        Changed(now);
        return Result.Done;
    }
}

public static class NeedErrors
{
    public static readonly Error Settled = new(ErrorKind.Conflict, "need.settled",
        "The need was met or dropped. Set its status to open before somebody takes it up.");

    public static readonly Error TakenUp = new(ErrorKind.Conflict, "need.taken_up",
        "A task sees to this need already; conflictingId names it.");
}

[EventType("need.recorded", 1, "A need that a customer expressed was recorded.")]
public sealed record NeedRecorded(NeedId NeedId, CustomerId CustomerId) : IDomainEvent;

[EventType("need.revised", 1, "A recorded need of a customer was changed.")]
public sealed record NeedRevised(NeedId NeedId, CustomerId CustomerId) : IDomainEvent;

[EventType("need.settled", 1, "A need of a customer was met, dropped or opened again.")]
public sealed record NeedSettled(NeedId NeedId, CustomerId CustomerId, NeedStatus Status) : IDomainEvent;

[EventType("need.removed", 1, "A recorded need of a customer was taken away.")]
public sealed record NeedRemoved(NeedId NeedId, CustomerId CustomerId) : IDomainEvent;

/// <param name="WorkId">The task.</param>
[EventType("need.taken_up", 1, "A need of a customer became a task.")]
public sealed record NeedTakenUp(NeedId NeedId, CustomerId CustomerId, WorkId WorkId) : IDomainEvent;

/// <param name="ExpectedFrom">The first day on which it is expected.</param>
/// <param name="ExpectedTo">The last day.</param>
[EventType("need.comes_up", 1, "A need of a customer is expected in 30 days or sooner, and nobody sees to it.")]
public sealed record NeedComesUp(NeedId NeedId, CustomerId CustomerId, DateOnly ExpectedFrom, DateOnly ExpectedTo) : IDomainEvent;
