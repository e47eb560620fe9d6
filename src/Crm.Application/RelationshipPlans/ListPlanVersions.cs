using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

public sealed record ListPlanVersions(RelationshipPlanId Id) : IQuery<PlanEditions>;

/// <summary>Every version of a plan.</summary>
/// <param name="Editions">Oldest first, at most 200.</param>
public sealed record PlanEditions(IReadOnlyList<PlanEdition> Editions)
{
    public static readonly PlanEditions Example = new([new(1, PlanContent.Example, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), null)]);
}

/// <summary>A plan as it was after one change.</summary>
/// <param name="Number">The number of the version.</param>
/// <param name="Content">The plan.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Who made it so; null where the credential acts for nobody.</param>
public sealed record PlanEdition(int Number, PlanContent Content, DateTimeOffset At, StaffId? By);

internal sealed class ListPlanVersionsHandler(ICrmDb db) : IQueryHandler<ListPlanVersions, PlanEditions>
{
    public async Task<Result<PlanEditions>> Handle(ListPlanVersions query, CancellationToken ct)
    {
        var editions = await db.PlanVersions.Where(v => v.PlanId == query.Id).OrderBy(v => v.Number).Take(RelationshipPlan.MostVersions)
            .Select(v => new PlanEdition(v.Number, v.Content, v.At, v.By)).ToListAsync(ct);
        return editions.Count > 0 ? new PlanEditions(editions) : Error.NotFound<RelationshipPlan>();
    }
}
