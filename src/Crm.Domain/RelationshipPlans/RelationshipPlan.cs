using Crm.Domain.Complaints;

namespace Crm.Domain.RelationshipPlans;

/// <summary>Where a plan stands.</summary>
public enum PlanState { Draft, Agreed, Completed, Abandoned }

/// <summary>A milestone that was reached.</summary>
/// <param name="Key">Which.</param>
/// <param name="At">When that was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record MilestoneReached(string Key, DateTimeOffset At, StaffId? By, string? Evidence);

/// <summary>A plan as it was after one change. Never changed itself; only its words go with an erased customer.</summary>
public sealed class PlanVersion
{
    public required RelationshipPlanId PlanId { get; init; }
    public required int Number { get; init; }
    public required PlanContent Content { get; init; }
    public required DateTimeOffset At { get; init; }
    public StaffId? By { get; init; }
}

/// <summary>
/// A journey with a customer (S4-PLAN-1). Every change makes another version and keeps those before; what was reached stays with the key of its milestone. The customer
/// reads and agrees to it by a secret link.
/// </summary>
public sealed class RelationshipPlan : AggregateRoot<RelationshipPlan>, IResource
{
    public const int MostVersions = 200;

    private readonly List<PlanVersion> added = [];

    private RelationshipPlan() { }

    public static string Prefix => "plan";

    public CustomerId CustomerId { get; private set; }
    public KeyAccountId? KeyAccountId { get; private set; }
    public PlanState State { get; private set; }
    public PlanContent Content { get; private set; } = null!;

    /// <summary>The number of the present version of the content.</summary>
    public int Edition { get; private set; }
    public IReadOnlyList<MilestoneReached> Reached { get; private set; } = [];

    /// <summary>Milestones of which was told that they are overdue, each with its day: <c>key@day</c>.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];
    public int? AgreedEdition { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public string? AgreedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndNote { get; private set; }

    /// <summary>What the secret link is looked up by.</summary>
    public ByteKey ShareKey { get; private set; }

    /// <summary>The versions of this unit of work.</summary>
    public IReadOnlyList<PlanVersion> Added => added;

    public bool HasEnded => EndedAt is not null;

    /// <summary>How many milestones of the present version are reached, of a hundred; nothing without milestones.</summary>
    public int? Percent => Content.Milestones.Count == 0 ? null : 100 * Content.Milestones.Count(m => Reached.Any(r => r.Key == m.Key)) / Content.Milestones.Count;

    public static Result<RelationshipPlan> Make(CustomerId customer, KeyAccountId? account, PlanContent content, TrackingToken link, StaffId? by, DateTimeOffset now)
    {
        var plan = new RelationshipPlan { Id = RelationshipPlanId.New(now), CustomerId = customer, KeyAccountId = account, ShareKey = link.Key };
        if (plan.Take(content, by, now).Failed(out var error))
        {
            return error;
        }
        plan.Raise(new PlanMade(plan.Id, customer));
        return plan;
    }

    /// <summary>Makes it anew. What the customer agreed to was the version before.</summary>
    public Result Replan(PlanContent content, StaffId? by, DateTimeOffset now)
    {
        if (HasEnded)
        {
            return PlanErrors.Ended;
        }
        if (Edition >= MostVersions)
        {
            return PlanErrors.TooManyVersions;
        }
        if (Take(content, by, now).Failed(out var error))
        {
            return error;
        }
        State = PlanState.Draft;
        Raise(new PlanReplanned(Id, CustomerId, Edition));
        return Result.Done;
    }

    /// <summary>A milestone is reached. Repeating it changes nothing.</summary>
    public Result Reach(string key, string? evidence, StaffId? by, DateTimeOffset now)
    {
        if (HasEnded)
        {
            return PlanErrors.Ended;
        }
        if (!Content.Milestones.Any(m => m.Key == key))
        {
            return PlanErrors.MilestoneElsewhere;
        }
        if (!Reached.Any(r => r.Key == key))
        {
            Reached = [.. Reached, new(key, now, by, FoldedText.Shown(evidence))];
            Changed(now);
            Raise(new PlanMilestoneReached(Id, CustomerId, key));
        }
        return Result.Done;
    }

    /// <summary>The customer agrees to the version that they read.</summary>
    public Result Agree(int edition, string name, DateTimeOffset now)
    {
        if (HasEnded)
        {
            return PlanErrors.Ended;
        }
        if (edition != Edition)
        {
            return PlanErrors.ChangedSince;
        }
        if (AgreedEdition != Edition)
        {
            (State, AgreedEdition, AgreedAt, AgreedBy) = (PlanState.Agreed, Edition, now, FoldedText.Nfc(name.Trim()));
            Changed(now);
            Raise(new PlanAgreed(Id, CustomerId, Edition));
        }
        return Result.Done;
    }

    public Result End(bool completed, string? note, DateTimeOffset now)
    {
        if (HasEnded)
        {
            return PlanErrors.Ended;
        }
        (State, EndedAt, EndNote) = (completed ? PlanState.Completed : PlanState.Abandoned, now, FoldedText.Shown(note));
        Changed(now);
        Raise(new PlanEnded(Id, CustomerId, State));
        return Result.Done;
    }

    /// <summary>Another secret link; the one before is dead.</summary>
    public void Relink(TrackingToken link, DateTimeOffset now)
    {
        ShareKey = link.Key;
        Changed(now);
    }

    /// <summary>The milestones that are overdue on a day and of which that was not told yet: each is told once for a day on which it was due.</summary>
    public IReadOnlyList<PlanMilestone> FallDue(DateOnly today, DateTimeOffset now)
    {
        var due = HasEnded ? [] : Open().Where(m => m.DueOn < today && !Told.Contains(Telling(m))).ToList();
        if (due.Count > 0)
        {
            Told = [.. Told, .. due.Select(Telling)];
            Changed(now);
            due.ForEach(m => Raise(new PlanMilestoneOverdue(Id, CustomerId, m.Key, m.OwnerId, m.DueOn)));
        }
        return due;
    }

    /// <summary>The next day of a milestone that is neither reached nor told to be overdue; null where there is none.</summary>
    public DateOnly? NextDue() => HasEnded ? null : Open().Where(m => !Told.Contains(Telling(m))).Select(m => (DateOnly?)m.DueOn).Min();

    private IEnumerable<PlanMilestone> Open() => Content.Milestones.Where(m => !Reached.Any(r => r.Key == m.Key));

    private static string Telling(PlanMilestone milestone) => $"{milestone.Key}@{milestone.DueOn:yyyy-MM-dd}";

    private Result Take(PlanContent content, StaffId? by, DateTimeOffset now)
    {
        if (content.Check().Failed(out var error))
        {
            return error;
        }
        (Content, Edition) = (content, Edition + 1);
        added.Add(new() { PlanId = Id, Number = Edition, Content = content, At = now, By = by });
        Changed(now);
        return Result.Done;
    }
}

[EventType("plan.made", 1, "A relationship plan was made.")]
public sealed record PlanMade(RelationshipPlanId PlanId, CustomerId CustomerId) : IDomainEvent;

[EventType("plan.replanned", 1, "A relationship plan was made anew; the version before is kept.")]
public sealed record PlanReplanned(RelationshipPlanId PlanId, CustomerId CustomerId, int Edition) : IDomainEvent;

[EventType("plan.milestone_reached", 1, "A milestone of a relationship plan was reached.")]
public sealed record PlanMilestoneReached(RelationshipPlanId PlanId, CustomerId CustomerId, string MilestoneCode) : IDomainEvent;

[EventType("plan.milestone_overdue", 1, "A milestone of a relationship plan was not reached on its day. Told once for each day on which it was due.")]
public sealed record PlanMilestoneOverdue(RelationshipPlanId PlanId, CustomerId CustomerId, string MilestoneCode, StaffId OwnerId, DateOnly DueOn) : IDomainEvent;

[EventType("plan.agreed", 1, "The customer agreed to a version of a relationship plan.")]
public sealed record PlanAgreed(RelationshipPlanId PlanId, CustomerId CustomerId, int Edition) : IDomainEvent;

[EventType("plan.ended", 1, "A relationship plan was completed or abandoned.")]
public sealed record PlanEnded(RelationshipPlanId PlanId, CustomerId CustomerId, PlanState State) : IDomainEvent;
