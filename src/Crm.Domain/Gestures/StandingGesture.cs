namespace Crm.Domain.Gestures;

/// <summary>
/// A gesture that is given by rule (S5-APPREC-1): on birthdays and anniversaries, and after bad experiences. Once for each customer and occasion, within a budget of its own and those of the
/// tenant, and not too soon after another one.
/// </summary>
public sealed class StandingGesture : AggregateRoot<StandingGesture>, IResource
{
    /// <summary>How many a tenant has in use at most.</summary>
    public const int Most = 50;

    private StandingGesture() { }

    public static string Prefix => "standing_gesture";

    public StandingGestureContent Content { get; private set; } = null!;

    /// <summary>When it went out of use; null while it is in use.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public static Result<StandingGesture> Establish(StandingGestureContent content, DateOnly today, DateTimeOffset now)
    {
        var completed = content.Completed(today);
        if (completed.Faults().ToList() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        var standing = new StandingGesture { Id = StandingGestureId.New(now), Content = completed };
        standing.Changed(now);
        standing.Raise(new StandingGestureEstablished(standing.Id));
        return standing;
    }

    public Result Revise(StandingGestureContent content, DateOnly today, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return StandingGestureErrors.Retired;
        }
        if (content.Trigger != Content.Trigger)
        {
            return StandingGestureErrors.TriggerIsFixed;
        }
        var completed = content.Completed(today);
        if (completed.Faults().ToList() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        Content = completed;
        Changed(now);
        Raise(new StandingGestureRevised(Id));
        return Result.Done;
    }

    /// <summary>What it gives to somebody: a gesture, granted or waiting for a second person, or why none.</summary>
    /// <param name="last">When the customer last had one.</param>
    public (Gesture? Gesture, OccasionRefusal? Refusal) Give(CustomerId to, MemberId? member, ComplaintId? complaint, GestureLimits limits, DateTimeOffset? last, DateTimeOffset now)
    {
        var content = new GestureContent(
            to, Content.Kind, Content.Occasion(), Content.Words, Content.Points, Content.Cost, Content.Kind == GestureKind.Points ? member : null, complaint);
        return Gesture.GiveByRule(this, content, limits, last, now);
    }

    /// <summary>Nothing is given by it any more. Repeating it changes nothing.</summary>
    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
            Raise(new StandingGestureRetired(Id));
        }
    }
}

/// <summary>What keeps gestures within bounds, and what was given before for each of the budgets in their order.</summary>
public sealed record GestureLimits(int CooldownDays, IReadOnlyList<GestureBudget> Budgets, IReadOnlyList<GivenBefore> Before);

/// <summary>How far a standing gesture has come: the day that is being gone through, and the last record of that day.</summary>
public sealed class StandingRun
{
    /// <summary>How many days are made up for after an outage; older birthdays are over.</summary>
    public const int MostDaysLate = 7;

    public required StandingGestureId Id { get; init; }
    public DateOnly Day { get; private set; }
    public Guid After { get; private set; }

    public static StandingRun Begin(StandingGestureId id, DateOnly day) => new() { Id = id, Day = day };

    /// <summary>The day to be gone through next, not before it has come.</summary>
    public DateOnly Reach(DateOnly today)
    {
        if (Day < today.AddDays(-MostDaysLate))
        {
            (Day, After) = (today.AddDays(-MostDaysLate), Guid.Empty);
        }
        return Day;
    }

    /// <summary>There is more of this day after a record.</summary>
    public void GoOnAfter(Guid last) => After = last;

    public void EndDay() => (Day, After) = (Day.AddDays(1), Guid.Empty);
}

public static class StandingGestureErrors
{
    public static readonly Error Retired = new(ErrorKind.Conflict, "standing_gesture.retired",
        "The standing gesture is out of use and does not change any more. Establish another one.");

    public static readonly Error TriggerIsFixed = new(ErrorKind.Conflict, "standing_gesture.trigger_is_fixed",
        "What a standing gesture is given for does not change. Retire it and establish another one.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "standing_gesture.too_many",
        "A tenant has at most 50 standing gestures in use. Retire one that is not needed first.");
}

[EventType("standing_gesture.established", 1, "A gesture that is given by rule came into use.")]
public sealed record StandingGestureEstablished(StandingGestureId StandingGestureId) : IDomainEvent;

[EventType("standing_gesture.revised", 1, "A gesture that is given by rule was changed.")]
public sealed record StandingGestureRevised(StandingGestureId StandingGestureId) : IDomainEvent;

[EventType("standing_gesture.retired", 1, "A gesture that is given by rule went out of use.")]
public sealed record StandingGestureRetired(StandingGestureId StandingGestureId) : IDomainEvent;
