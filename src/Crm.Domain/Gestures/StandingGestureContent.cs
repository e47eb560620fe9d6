using Crm.Domain.Programmes;

namespace Crm.Domain.Gestures;

/// <summary>
/// When a standing gesture is given: on the birthday that is recorded among the facts; a year and every further year after the customer first became one; or joined the programme; and some days
/// after a bad experience: a complaint whose solution the customer confirmed, a low rating of what came of a complaint, a promise that was broken.
/// </summary>
public enum GestureTrigger { Birthday, CustomerAnniversary, MemberAnniversary, ComplaintConfirmed, LowRating, BrokenPromise }

/// <summary>What becomes of a gesture that comes too soon after another one, or is beyond a budget: it is left out, or a person decides.</summary>
public enum WhenHindered { LeaveOut, AskApproval }

/// <summary>How much a standing gesture gives in a period.</summary>
/// <param name="Period">Over how long, from the beginning of the day, week, month or year where the tenant is.</param>
/// <param name="Gestures">How many gestures, from 0.</param>
/// <param name="Points">How many points, from 0.</param>
/// <param name="Cost">How much money, from 0.</param>
public sealed record StandingBudget(CapPeriod Period, int? Gestures = null, long? Points = null, Money? Cost = null)
{
    public const int MaxGestures = GestureBudget.MaxGestures;

    /// <summary>As a budget of everything that the rule gives.</summary>
    public GestureBudget OfAll() => new(BudgetScope.Tenant, Period, Gestures, Points, Cost);
}

/// <summary>What is given by rule, and when.</summary>
public record StandingGestureContent
{
    public const int NameMaxLength = 100;
    public const int WordsMaxLength = Gesture.WordsMaxLength;
    public const int MaxAfterDays = 365;
    public const long MaxPoints = Gesture.MaxPoints;

    /// <summary>What people call it; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>When it is given.</summary>
    public required GestureTrigger Trigger { get; init; }

    /// <summary>After a bad experience: how many days later, 1 to 365. Nothing else has it.</summary>
    public int? AfterDays { get; init; }

    /// <summary>For lowRating: the highest rating that counts as low, 1 to 5. Nothing else has it.</summary>
    public int? RatingAtMost { get; init; }

    /// <summary>What is given.</summary>
    public required GestureKind Kind { get; init; }

    /// <summary>What goes with it; at most 500 characters.</summary>
    public string? Words { get; init; }

    /// <summary>How many points, for the kind points only; 1 to 1,000,000,000.</summary>
    public long? Points { get; init; }

    /// <summary>The programme in which the points are given, or whose members have an anniversary. Who is no member of it gets nothing.</summary>
    public ProgrammeId? ProgrammeId { get; init; }

    /// <summary>What it costs, for every kind but points.</summary>
    public Money? Cost { get; init; }

    /// <summary>How much of it is given in a period, besides the budgets of the tenant.</summary>
    public StandingBudget? Budget { get; init; }

    /// <summary>What becomes of it within the cooldown or beyond a budget; leaveOut where absent. Where a budget is 0 nobody is asked.</summary>
    public WhenHindered WhenHindered { get; init; }

    /// <summary>The first day on which it is given; the day after it was established where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it is given.</summary>
    public DateOnly? Until { get; init; }

    public static readonly StandingGestureContent Example = new()
    {
        Name = "هدیه تولد", Trigger = GestureTrigger.Birthday, Kind = GestureKind.Note, Words = "تولدتان مبارک", Budget = new(CapPeriod.Month, 500),
    };

    /// <summary>Whether it follows something that happened, and is no date that comes every year.</summary>
    public bool FollowsBadExperience() => Trigger is GestureTrigger.ComplaintConfirmed or GestureTrigger.LowRating or GestureTrigger.BrokenPromise;

    public bool IsOn(DateOnly day) => !(day < From) && !(day > Until);

    internal GestureOccasion Occasion() => Trigger switch
    {
        GestureTrigger.Birthday => GestureOccasion.Birthday,
        GestureTrigger.CustomerAnniversary or GestureTrigger.MemberAnniversary => GestureOccasion.Anniversary,
        _ => GestureOccasion.BadExperience,
    };

    internal StandingGestureContent Completed(DateOnly today) => new(this) { Name = FoldedText.Nfc(Name.Trim()), Words = FoldedText.Shown(Words), From = From ?? today.AddDays(1) };

    /// <summary>What is wrong where each member alone may be right.</summary>
    internal IEnumerable<FieldError> Faults()
    {
        if (FollowsBadExperience() != AfterDays is not null)
        {
            yield return new("/afterDays", "after_days_misplaced", "afterDays goes with what follows a bad experience, which needs it.");
        }
        if (Trigger == GestureTrigger.LowRating != RatingAtMost is not null)
        {
            yield return new("/ratingAtMost", "rating_misplaced", "ratingAtMost goes with lowRating, which needs it.");
        }
        if (Kind == GestureKind.Points != Points is not null)
        {
            yield return new("/points", "standing_points_misplaced", "Points go with the kind points, which needs them.");
        }
        if ((Kind == GestureKind.Points || Trigger == GestureTrigger.MemberAnniversary) != ProgrammeId is not null)
        {
            yield return new("/programmeId", "standing_programme_misplaced", "A programme goes with points and with memberAnniversary, which need it, and with nothing else.");
        }
        if (Cost is not null && Kind == GestureKind.Points)
        {
            yield return new("/cost", "gesture_cost_misplaced", "What points cost the programme says.");
        }
        if (Until < From)
        {
            yield return new("/until", "standing_reversed", "The last day comes before the first one.");
        }
    }
}
