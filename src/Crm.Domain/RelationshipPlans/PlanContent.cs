namespace Crm.Domain.RelationshipPlans;

/// <summary>A step of the way, that somebody of ours answers for.</summary>
/// <param name="Key">Its name in the plan, kept from version to version: lower case letters, digits and hyphens, at most 40.</param>
/// <param name="Title">What is reached; 1 to 300 characters.</param>
/// <param name="OwnerId">Who answers for it: an active member of staff.</param>
/// <param name="DueOn">The day on which it is reached at the latest; not before the start of the plan and not after its end.</param>
/// <param name="Note">What helps us; at most 1000 characters, never shown to the customer.</param>
/// <param name="Shared">Whether the customer sees it in the shared plan.</param>
public sealed record PlanMilestone(string Key, string Title, StaffId OwnerId, DateOnly DueOn, string? Note = null, bool Shared = true);

/// <summary>Something that may go wrong.</summary>
/// <param name="Text">What; 1 to 500 characters. Never shown to the customer.</param>
/// <param name="Answer">What we do against it; at most 500 characters.</param>
public sealed record PlanRisk(string Text, string? Answer = null);

/// <summary>Where we are with a customer, where we want to be, and how we come there (S4-PLAN-1).</summary>
public sealed record PlanContent
{
    public const int TitleMaxLength = 200;
    public const int TextMaxLength = 4000;
    public const int LineMaxLength = 500;
    public const int NoteMaxLength = 1000;
    public const int KeyMaxLength = 40;
    public const int MilestoneTitleMaxLength = 300;
    public const int MaxLines = 20;
    public const int MaxMilestones = 50;

    /// <summary>What it is called; 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Where we are; at most 4000 characters.</summary>
    public string? Situation { get; init; }

    /// <summary>Where we want to be; 1 to 4000 characters.</summary>
    public required string Goal { get; init; }

    /// <summary>What must be there first, at most 20 of at most 500 characters.</summary>
    public IReadOnlyList<string> Prerequisites { get; init => field = value ?? []; } = [];

    /// <summary>The steps of the way, at most 50.</summary>
    public IReadOnlyList<PlanMilestone> Milestones { get; init => field = value ?? []; } = [];

    /// <summary>Whom and what it takes, at most 20 of at most 500 characters.</summary>
    public IReadOnlyList<string> Resources { get; init => field = value ?? []; } = [];

    /// <summary>What may go wrong, at most 20.</summary>
    public IReadOnlyList<PlanRisk> Risks { get; init => field = value ?? []; } = [];

    /// <summary>The first day.</summary>
    public required DateOnly StartOn { get; init; }

    /// <summary>The day on which it is looked at how far we came; between start and end.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The last day; not before the first.</summary>
    public required DateOnly EndOn { get; init; }

    /// <summary>What only we read; at most 4000 characters.</summary>
    public string? InternalNotes { get; init; }

    public static readonly PlanContent Example = new()
    {
        Title = "From supplier to partner", Situation = "They buy from us and from two others", Goal = "Sole supplier of two plants",
        Prerequisites = ["The complaint about late deliveries is solved"], Resources = ["A technician, two days a month"],
        Risks = [new("The head of purchasing retires", "Meet the successor by May")],
        Milestones = [new("plant-visit", "Visit of both plants", StaffId.Parse("staff_01j00000000000000000000000", null), new(2026, 5, 1), "Ask about the second line")],
        StartOn = new(2026, 3, 21), ReviewOn = new(2026, 9, 1), EndOn = new(2027, 3, 20),
    };

    /// <summary>What does not fit together.</summary>
    public Result Check()
    {
        if (EndOn < StartOn)
        {
            return PlanErrors.EndBeforeStart;
        }
        if (ReviewOn < StartOn || ReviewOn > EndOn)
        {
            return PlanErrors.ReviewOutside;
        }
        for (var i = 0; i < Milestones.Count; i++)
        {
            if (Milestones[i].DueOn < StartOn)
            {
                return PlanErrors.MilestoneBeforeStart.About($"/milestones/{i}/dueOn");
            }
            if (Milestones[i].DueOn > EndOn)
            {
                return PlanErrors.MilestoneAfterEnd.About($"/milestones/{i}/dueOn");
            }
        }
        return Milestones.DistinctBy(m => m.Key).Count() == Milestones.Count ? Result.Done : PlanErrors.MilestoneTwice;
    }
}

public static class PlanErrors
{
    public static readonly Error EndBeforeStart = new Error(ErrorKind.Invalid, "plan_end_before_start", "The plan ends before it begins. Give an end that is not before the start.").About("/endOn");

    public static readonly Error ReviewOutside = new Error(ErrorKind.Invalid, "plan_review_outside", "The review lies outside the plan. Give a day from start to end.").About("/reviewOn");

    public static readonly Error MilestoneBeforeStart = new(ErrorKind.Invalid, "milestone_before_start", "The milestone lies before the start of its plan. Move it, or let the plan begin earlier.");

    public static readonly Error MilestoneAfterEnd = new(ErrorKind.Invalid, "milestone_after_end", "The milestone lies after the end of its plan. Move it, or let the plan last longer.");

    public static readonly Error MilestoneTwice = new Error(ErrorKind.Invalid, "milestone_twice", "Two milestones have the same key. Each has its own.").About("/milestones");

    public static readonly Error MilestoneElsewhere = new(ErrorKind.Conflict, "plan.milestone_elsewhere",
        "This plan has no milestone with that key in its present version: it is of another plan, or was taken out.");

    public static readonly Error AccountElsewhere = new Error(ErrorKind.Conflict, "plan.account_elsewhere",
        "The key account is that of another customer, or ended. Name that of the plan's customer, or none.").About("/keyAccountId");

    public static readonly Error OwnerUnknown = new Error(ErrorKind.Invalid, "milestone_owner_unknown",
        "A milestone is owned by somebody who does not work here. Name somebody who does.").About("/milestones");

    public static readonly Error Ended = new(ErrorKind.Conflict, "plan.ended", "The plan came to its end and does not change any more. Make another one.");

    public static readonly Error TooManyVersions = new(ErrorKind.Conflict, "plan.too_many_versions", "The plan was made anew 200 times. End it, and make another one.");

    public static readonly Error ChangedSince = new(ErrorKind.Conflict, "plan.changed_since",
        "The plan was made anew since the version that you read. Read it again before you agree.");

    public static readonly Error TemplateOrContent = new(ErrorKind.Invalid, "plan_template_or_content", "Give a content, or a template with the day of the start and an owner: one of the two.");

    public static readonly Error TemplateRetired = new(ErrorKind.Conflict, "plan_template.retired", "The template is out of use and does not change any more. Write another one.");

    public static readonly Error TemplateUnknown = new Error(ErrorKind.Invalid, "plan_template_unknown", "There is no template in use with this id.").About("/templateId");
}
