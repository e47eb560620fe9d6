namespace Crm.Domain.RelationshipPlans;

/// <summary>A step of a template.</summary>
/// <param name="Key">Its name in the plan: lower case letters, digits and hyphens, at most 40.</param>
/// <param name="Title">What is reached; 1 to 300 characters.</param>
/// <param name="AfterDays">How many days after the start it is due, 0 to 3660.</param>
/// <param name="Note">What helps us; at most 1000 characters, never shown to the customer.</param>
/// <param name="Shared">Whether the customer sees it.</param>
public sealed record TemplateMilestone(string Key, string Title, int AfterDays, string? Note = null, bool Shared = true);

/// <summary>A plan to begin with.</summary>
public sealed record TemplateContent
{
    public const int MostDays = 3660;

    /// <summary>What it is called; 1 to 200 characters. It becomes the title of the plan.</summary>
    public required string Name { get; init; }

    /// <summary>Where we want to be; 1 to 4000 characters.</summary>
    public required string Goal { get; init; }

    /// <summary>What must be there first, at most 20 of at most 500 characters.</summary>
    public IReadOnlyList<string> Prerequisites { get; init => field = value ?? []; } = [];

    /// <summary>The steps of the way, at most 50; none later than the end.</summary>
    public IReadOnlyList<TemplateMilestone> Milestones { get; init => field = value ?? []; } = [];

    /// <summary>Whom and what it takes, at most 20 of at most 500 characters.</summary>
    public IReadOnlyList<string> Resources { get; init => field = value ?? []; } = [];

    /// <summary>How many days the plan lasts, 1 to 3660.</summary>
    public required int LastsDays { get; init; }

    public static readonly TemplateContent Example = new()
    {
        Name = "The first hundred days", Goal = "The customer knows us and we know them", LastsDays = 100,
        Milestones = [new("welcome", "Welcome visit", 7), new("first-review", "First review together", 90)],
    };

    /// <summary>The plan that begins on a day, with one owner of all milestones.</summary>
    public PlanContent From(DateOnly start, StaffId owner) => new()
    {
        Title = Name, Goal = Goal, Prerequisites = Prerequisites, Resources = Resources, StartOn = start, EndOn = start.AddDays(LastsDays),
        Milestones = [.. Milestones.Select(m => new PlanMilestone(m.Key, m.Title, owner, start.AddDays(m.AfterDays), m.Note, m.Shared))],
    };
}

/// <inheritdoc cref="TemplateContent"/>
public sealed class PlanTemplate : AggregateRoot<PlanTemplate>, IResource
{
    private PlanTemplate() { }

    public static string Prefix => "plan_template";

    public TemplateContent Content { get; private set; } = null!;
    public DateTimeOffset? RetiredAt { get; private set; }

    public static PlanTemplate Write(TemplateContent content, DateTimeOffset now)
    {
        var template = new PlanTemplate { Id = PlanTemplateId.New(now), Content = content };
        template.Changed(now);
        template.Raise(new PlanTemplateChanged(template.Id));
        return template;
    }

    public void Revise(TemplateContent content, DateTimeOffset now)
    {
        Content = content;
        Changed(now);
        Raise(new PlanTemplateChanged(Id));
    }

    /// <summary>Takes it out of use. Repeating it changes nothing.</summary>
    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
            Raise(new PlanTemplateChanged(Id));
        }
    }
}

[EventType("plan_template.changed", 1, "A template of relationship plans was written, changed or went out of use.")]
public sealed record PlanTemplateChanged(PlanTemplateId PlanTemplateId) : IDomainEvent;
