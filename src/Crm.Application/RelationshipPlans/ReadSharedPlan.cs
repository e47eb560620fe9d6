using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

public sealed record ReadSharedPlan(string Token) : IQuery<SharedPlan>
{
    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => nameof(ReadSharedPlan);
}

/// <summary>What of a plan is the customer's to see: no notes, no risks, no milestones that are not shared, and nobody's id.</summary>
/// <param name="Edition">The number of the version; to agree says which was read.</param>
/// <param name="State">Where the plan stands.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Situation">Where we are.</param>
/// <param name="Goal">Where we want to be.</param>
/// <param name="Prerequisites">What must be there first.</param>
/// <param name="Milestones">The steps of the way that are shared.</param>
/// <param name="StartOn">The first day.</param>
/// <param name="ReviewOn">The day on which it is looked at how far we came.</param>
/// <param name="EndOn">The last day.</param>
/// <param name="AgreedAt">When this version was agreed to; null while it was not.</param>
/// <param name="AgreedBy">By whom.</param>
public sealed record SharedPlan(
    int Edition, PlanState State, string Title, string? Situation, string Goal, IReadOnlyList<string> Prerequisites, IReadOnlyList<SharedMilestone> Milestones,
    DateOnly StartOn, DateOnly? ReviewOn, DateOnly EndOn, DateTimeOffset? AgreedAt, string? AgreedBy)
{
    public static readonly SharedPlan Example = new(
        1, PlanState.Draft, PlanContent.Example.Title, PlanContent.Example.Situation, PlanContent.Example.Goal, PlanContent.Example.Prerequisites,
        [new("Visit of both plants", new(2026, 5, 1), false)], PlanContent.Example.StartOn, PlanContent.Example.ReviewOn, PlanContent.Example.EndOn, null, null);

    internal static SharedPlan Of(RelationshipPlan plan)
    {
        var (content, agreed) = (plan.Content, plan.AgreedEdition == plan.Edition);
        return new(plan.Edition, plan.State, content.Title, content.Situation, content.Goal, content.Prerequisites,
            [.. content.Milestones.Where(m => m.Shared).Select(m => new SharedMilestone(m.Title, m.DueOn, plan.Reached.Any(r => r.Key == m.Key)))],
            content.StartOn, content.ReviewOn, content.EndOn, agreed ? plan.AgreedAt : null, agreed ? plan.AgreedBy : null);
    }
}

/// <summary>A step of the way.</summary>
/// <param name="Title">What is reached.</param>
/// <param name="DueOn">The day on which it is reached at the latest.</param>
/// <param name="Reached">Whether it is.</param>
public sealed record SharedMilestone(string Title, DateOnly DueOn, bool Reached);

internal static class SharedPlans
{
    /// <summary>The plan of a secret link. A wrong one, one that was renewed and that of a customer who is gone find nothing, all alike.</summary>
    public static Task<RelationshipPlan?> FindShared(this ICrmDb db, string token, CancellationToken ct)
    {
        var key = TrackingToken.KeyOf(token);
        return db.RelationshipPlans.FirstOrDefaultAsync(
            p => p.ShareKey == key && !db.Customers.Any(c => c.Id == p.CustomerId && (c.State == CustomerState.Erased || c.State == CustomerState.Deleted)), ct);
    }
}

internal sealed class ReadSharedPlanHandler(ICrmDb db) : IQueryHandler<ReadSharedPlan, SharedPlan>
{
    public async Task<Result<SharedPlan>> Handle(ReadSharedPlan query, CancellationToken ct) =>
        await db.FindShared(query.Token, ct) is { } plan ? SharedPlan.Of(plan) : Error.NotFound<RelationshipPlan>();
}
