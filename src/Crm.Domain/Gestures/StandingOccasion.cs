namespace Crm.Domain.Gestures;

/// <summary>Where an occasion stands: its day is to come; the gesture was given; a person is asked; nothing is given.</summary>
public enum OccasionState { Waiting, Given, Asked, LeftOut }

/// <summary>
/// Why nothing is given: too soon after another gesture; beyond a budget; there is a budget of 0; its money is in another currency than the budget's; the customer wishes no contact; is merged, erased,
/// deleted or no customer any more; is no member of the programme; what it followed is not so any more; the member cannot have more points; the rule went out of use.
/// </summary>
public enum OccasionRefusal { Cooldown, OverBudget, NoBudget, CurrencyDiffers, WishesNoContact, CustomerGone, NotMember, CauseGone, PointsOverflow, RuleRetired }

/// <summary>
/// An occasion for a standing gesture: one for each rule, customer and year, or bad experience, whatever comes of it. Whoever settles it again finds it settled.
/// </summary>
public sealed class StandingOccasion : AggregateRoot<StandingOccasion>, IResource
{
    public const int OccurrenceMaxLength = RecordId.MaxLength;

    private StandingOccasion() { }

    public static string Prefix => "standing_occasion";

    public StandingGestureId StandingGestureId { get; private set; }
    public CustomerId CustomerId { get; private set; }

    /// <summary>What is told apart: the trigger and the year, or the bad experience.</summary>
    public string Occurrence { get; private set; } = "";

    /// <summary>The record because of which there is an occasion: a fact, a change of the lifecycle, a membership, a complaint, a promise.</summary>
    public RecordId Cause { get; private set; }

    /// <summary>The day on which it is settled, where the tenant is.</summary>
    public DateOnly DueOn { get; private set; }
    public OccasionState State { get; private set; }
    public OccasionRefusal? Refusal { get; private set; }
    public GestureId? GestureId { get; private set; }

    public static string OccurrenceIn(GestureTrigger trigger, int year) => $"{trigger.ToString().ToLowerInvariant()}_{year}";

    public static StandingOccasion Expect(StandingGestureId standing, CustomerId customer, string occurrence, RecordId cause, DateOnly dueOn, DateTimeOffset now)
    {
        var occasion = new StandingOccasion
        {
            Id = StandingOccasionId.New(now), StandingGestureId = standing, CustomerId = customer, Occurrence = occurrence, Cause = cause, DueOn = dueOn,
        };
        occasion.Changed(now);
        return occasion;
    }

    /// <summary>It happened again before anything was given: a complaint was opened again and is solved only now.</summary>
    public void ExpectAgain(DateOnly dueOn, DateTimeOffset now)
    {
        if (State is OccasionState.Waiting or OccasionState.LeftOut)
        {
            (State, Refusal, DueOn) = (OccasionState.Waiting, null, dueOn);
            Changed(now);
        }
    }

    public void Give(Gesture gesture, DateTimeOffset now)
    {
        (State, GestureId) = (gesture.State == GestureState.Granted ? OccasionState.Given : OccasionState.Asked, gesture.Id);
        Changed(now);
    }

    public void LeaveOut(OccasionRefusal refusal, DateTimeOffset now)
    {
        (State, Refusal) = (OccasionState.LeftOut, refusal);
        Changed(now);
        Raise(new StandingGestureLeftOut(StandingGestureId, Id, CustomerId, refusal));
    }
}

[EventType("standing_gesture.left_out", 1, "On an occasion of a gesture that is given by rule nothing was given; refusal says why.")]
public sealed record StandingGestureLeftOut(StandingGestureId StandingGestureId, StandingOccasionId OccasionId, CustomerId CustomerId, OccasionRefusal Refusal) : IDomainEvent;
