using System.Linq.Expressions;
using Crm.Application.Customers;
using Crm.Domain.Complaints;
using Crm.Domain.RelationshipPlans;

namespace Crm.Application.RelationshipPlans;

/// <summary>A journey with a customer.</summary>
/// <param name="Id">The plan's id.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="KeyAccountId">The key account that it is for.</param>
/// <param name="State">Where it stands. A plan that was made anew is a draft until the customer agrees again.</param>
/// <param name="Content">The plan itself, in its present version.</param>
/// <param name="Edition">The number of that version of the content.</param>
/// <param name="Reached">The milestones that were reached, also those of earlier versions.</param>
/// <param name="Percent">How many milestones of the present version are reached, of a hundred; null without milestones.</param>
/// <param name="AgreedEdition">The version that the customer agreed to last.</param>
/// <param name="AgreedAt">When.</param>
/// <param name="AgreedBy">Who, as they wrote their name; null after the customer was erased.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
/// <param name="EndNote">What came of it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
/// <param name="Link">The customer's secret address of the plan; only in the answer that makes the plan or another link, and null ever after.</param>
public sealed record PlanDetails(
    RelationshipPlanId Id, CustomerId CustomerId, KeyAccountId? KeyAccountId, PlanState State, PlanContent Content, int Edition, IReadOnlyList<MilestoneReached> Reached,
    int? Percent, int? AgreedEdition, DateTimeOffset? AgreedAt, string? AgreedBy, DateTimeOffset? EndedAt, string? EndNote, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int Version, string? Link = null) : IVersioned
{
    internal static readonly RelationshipPlanId ExampleId = RelationshipPlanId.Parse("plan_01j00000000000000000000000", null);
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly PlanDetails Example = new(
        ExampleId, CustomerDetails.Example.Id, null, PlanState.Draft, PlanContent.Example, 1, [], 0, null, null, null, null, null, Morning, Morning, 1);

    public static readonly Expression<Func<RelationshipPlan, PlanDetails>> Projection = p => Of(p, null);

    public static PlanDetails Of(RelationshipPlan p, string? link = null) => new(
        p.Id, p.CustomerId, p.KeyAccountId, p.State, p.Content, p.Edition, p.Reached, p.Percent, p.AgreedEdition, p.AgreedAt, p.AgreedBy, p.EndedAt, p.EndNote, p.CreatedAt,
        p.UpdatedAt, p.Version, link);

    internal static string LinkOf(TrackingToken token, Caller caller) => $"/v1/public/{caller.Tenant.Slug}/plans/{token.Text}";
}
