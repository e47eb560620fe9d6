namespace Crm.Domain.Gestures;

/// <summary>What the small thanks are.</summary>
public enum GestureKind { Points, Gift, Note, Call }

/// <summary>What they are for.</summary>
public enum GestureOccasion { Thanks, Birthday, Anniversary, BadExperience }

public enum GestureState { AwaitingApproval, Granted, Refused }

/// <summary>Why a gesture needs a second person: there are no rules; the customer had one not long ago; a budget leaves too little; its money is in another currency than the budget's.</summary>
public enum GestureConcern { NoRules, Cooldown, OverBudget, CurrencyDiffers }

/// <summary>What was given before, as far as it counts for a budget.</summary>
public sealed record GivenBefore(int Gestures, long Points, long Cost, bool OtherCurrency)
{
    public GivenBefore And(Gesture gesture) => this with { Gestures = Gestures + 1, Points = Points + (gesture.Points ?? 0), Cost = Cost + (gesture.CostAmount ?? 0) };
}

/// <summary>What is to be given, and to whom.</summary>
public sealed record GestureContent(
    CustomerId CustomerId, GestureKind Kind, GestureOccasion Occasion, string? Words, long? Points, Money? Cost, MemberId? MemberId, ComplaintId? ComplaintId);

/// <summary>
/// A small moment of delight (S5-APPREC-1): points, a gift, a note, a call. Within the budgets it is given at once; beyond them, or soon after another one, a second person decides. Points
/// are an entry of the ledger that names the gesture, and the gesture names the entry.
/// </summary>
public sealed class Gesture : AggregateRoot<Gesture>, IResource
{
    public const int WordsMaxLength = 500;
    public const int ReasonMaxLength = 500;
    public const long MaxPoints = 1_000_000_000;

    private Gesture() { }

    public static string Prefix => "gesture";

    public CustomerId CustomerId { get; private set; }
    public GestureKind Kind { get; private set; }
    public GestureOccasion Occasion { get; private set; }
    public string? Words { get; private set; }
    public long? Points { get; private set; }
    public long? CostAmount { get; private set; }
    public string? CostCurrency { get; private set; }
    public MemberId? MemberId { get; private set; }
    public ComplaintId? ComplaintId { get; private set; }

    /// <summary>The rule that gives it; null where a person does.</summary>
    public StandingGestureId? StandingGestureId { get; private set; }

    /// <summary>The entry of the ledger that gave the points.</summary>
    public LedgerEntryId? EntryId { get; private set; }
    public GestureState State { get; private set; }
    public IReadOnlyList<GestureConcern> Concerns { get; private set; } = [];
    public StaffId? GivenById { get; private set; }

    /// <summary>The manager of who gave it, whose team's budget it counts for.</summary>
    public StaffId? TeamOfId { get; private set; }
    public StaffId? DecidedById { get; private set; }
    public string? DecisionReason { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }

    /// <param name="rules">The tenant's rules; null where it has none.</param>
    /// <param name="before">What was given before, for each budget of the rules in their order.</param>
    /// <param name="last">When the customer last had one.</param>
    public static Result<Gesture> Give(
        GestureContent content, StaffId? by, StaffId? manager, GestureRules? rules, IReadOnlyList<GivenBefore> before, DateTimeOffset? last, DateTimeOffset now)
    {
        // Nothing is given where a budget allows nothing at all.
        if (NothingAllowed(content, rules?.Budgets ?? []))
        {
            return GestureErrors.NoBudget;
        }
        var gesture = Of(content, rules is null ? [GestureConcern.NoRules] : ConcernsOf(content, new(rules.CooldownDays, rules.Budgets, before), last, now), now);
        (gesture.GivenById, gesture.TeamOfId) = (by, manager);
        return gesture;
    }

    /// <summary>Gives what a rule says: at once, or when a second person approves. Why nothing is given, where that is so.</summary>
    internal static (Gesture? Gesture, OccasionRefusal? Refusal) GiveByRule(
        StandingGesture standing, GestureContent content, GestureLimits limits, DateTimeOffset? last, DateTimeOffset now)
    {
        if (NothingAllowed(content, limits.Budgets))
        {
            return (null, OccasionRefusal.NoBudget);
        }
        var concerns = ConcernsOf(content, limits, last, now);
        if (concerns.Count > 0 && standing.Content.WhenHindered == WhenHindered.LeaveOut)
        {
            return (null, RefusalFor(concerns[0]));
        }
        var gesture = Of(content, concerns, now);
        gesture.StandingGestureId = standing.Id;
        return (gesture, null);
    }

    /// <summary>A second person decides; never the one who wants to give it.</summary>
    public Result Decide(bool approve, string reason, StaffId? by, DateTimeOffset now)
    {
        if (State != GestureState.AwaitingApproval)
        {
            return GestureErrors.Decided;
        }
        if (by is not null && by == GivenById)
        {
            return GestureErrors.OwnGesture;
        }
        (State, DecidedById, DecisionReason) = (approve ? GestureState.Granted : GestureState.Refused, by, FoldedText.Nfc(reason.Trim()));
        Changed(now);
        Raise(approve ? new GestureGranted(Id, CustomerId, Kind, ComplaintId) : new GestureRefused(Id, CustomerId, Kind));
        return Result.Done;
    }

    public void PaidBy(LedgerEntryId entry) => EntryId = entry;

    private static Gesture Of(GestureContent content, List<GestureConcern> concerns, DateTimeOffset now)
    {
        var gesture = new Gesture
        {
            Id = GestureId.New(now), CustomerId = content.CustomerId, Kind = content.Kind, Occasion = content.Occasion, Words = FoldedText.Shown(content.Words), Points = content.Points,
            CostAmount = content.Cost?.Amount, CostCurrency = content.Cost?.Currency, MemberId = content.MemberId, ComplaintId = content.ComplaintId,
            GivenAt = now, Concerns = concerns, State = concerns.Count == 0 ? GestureState.Granted : GestureState.AwaitingApproval,
        };
        gesture.Changed(now);
        gesture.Raise(concerns.Count == 0 ? new GestureGranted(gesture.Id, gesture.CustomerId, gesture.Kind, gesture.ComplaintId) : new GestureAwaitsApproval(gesture.Id, gesture.CustomerId, gesture.Kind));
        return gesture;
    }

    private static OccasionRefusal RefusalFor(GestureConcern concern) => concern switch
    {
        GestureConcern.Cooldown => OccasionRefusal.Cooldown,
        GestureConcern.CurrencyDiffers => OccasionRefusal.CurrencyDiffers,
        _ => OccasionRefusal.OverBudget,
    };

    private static bool NothingAllowed(GestureContent content, IEnumerable<GestureBudget> budgets) =>
        budgets.Any(b => b.Gestures == 0 || (content.Points > 0 && b.Points == 0) || (content.Cost?.Amount > 0 && b.Cost?.Amount == 0));

    private static List<GestureConcern> ConcernsOf(GestureContent content, GestureLimits limits, DateTimeOffset? last, DateTimeOffset now) =>
        [.. FindConcerns(content, limits, last, now).Distinct()];

    private static IEnumerable<GestureConcern> FindConcerns(GestureContent content, GestureLimits limits, DateTimeOffset? last, DateTimeOffset now)
    {
        if (last is { } recently && recently.AddDays(limits.CooldownDays) > now)
        {
            yield return GestureConcern.Cooldown;
        }
        foreach (var (budget, given) in limits.Budgets.Zip(limits.Before))
        {
            if (budget.Cost is { } cap && (given.OtherCurrency || (content.Cost is { } cost && cost.Currency != cap.Currency)))
            {
                yield return GestureConcern.CurrencyDiffers;
            }
            if (given.Gestures + 1 > budget.Gestures || given.Points + (Int128)(content.Points ?? 0) > budget.Points || given.Cost + (Int128)(content.Cost?.Amount ?? 0) > budget.Cost?.Amount)
            {
                yield return GestureConcern.OverBudget;
            }
        }
    }
}

public static class GestureErrors
{
    public static readonly Error NoBudget = new(ErrorKind.Conflict, "gesture.no_budget", "There is no budget for this: it is 0.");

    public static readonly Error Decided = new(ErrorKind.Conflict, "gesture.decided", "The gesture was decided already.");

    public static readonly Error OwnGesture = new(ErrorKind.Forbidden, "gesture.own_gesture", "Whoever gives a gesture does not approve it. Ask somebody else.");
}

[EventType("gesture.granted", 1, "A customer was given a small thanks.")]
public sealed record GestureGranted(GestureId GestureId, CustomerId CustomerId, GestureKind Kind, ComplaintId? ComplaintId) : IDomainEvent;

[EventType("gesture.awaits_approval", 1, "A gesture needs a second person.")]
public sealed record GestureAwaitsApproval(GestureId GestureId, CustomerId CustomerId, GestureKind Kind) : IDomainEvent;

[EventType("gesture.refused", 1, "A gesture was refused.")]
public sealed record GestureRefused(GestureId GestureId, CustomerId CustomerId, GestureKind Kind) : IDomainEvent;
