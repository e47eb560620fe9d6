using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Policies;

/// <summary>Whose versions to list.</summary>
public sealed record ListPolicyVersions : ListQuery, IQuery<Page<PolicyVersionRow>>
{
    /// <summary>The policy.</summary>
    public PolicyId Id { get; init; }
}

/// <summary>A version of a policy in a list, without its targets and rungs.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="Number">Its number, which was the policy's ETag.</param>
/// <param name="Name">What people called the policy.</param>
/// <param name="Rank">Its place among the tenant's policies.</param>
/// <param name="EffectiveFrom">From when on this version was asked, until that of the next one.</param>
/// <param name="RetiredAt">When the policy went out of use, where this version is that of its end.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When the change was made.</param>
public sealed record PolicyVersionRow(
    PolicyVersionId Id, int Number, string Name, int Rank, DateTimeOffset EffectiveFrom, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
{
    public static readonly PolicyVersionRow Example = new(
        PolicyVersionId.Parse("policy_version_01j00000000000000000000000", null), 1, PolicyDetails.ExampleContent.Name, PolicyDetails.ExampleContent.Rank,
        PolicyDetails.ExampleTime, null, StaffId.Parse("staff_01j00000000000000000000000", null), PolicyDetails.ExampleTime);

    public static readonly Expression<Func<PolicyVersion, PolicyVersionRow>> Projection = v =>
        Of(v.Id, v.Number, v.Content, v.EffectiveFrom, v.RetiredAt, v.By, v.At);

    private static PolicyVersionRow Of(
        PolicyVersionId id, int number, PolicyContent content, DateTimeOffset effectiveFrom, DateTimeOffset? retiredAt, StaffId? by, DateTimeOffset at) =>
        new(id, number, content.Name, content.Rank, effectiveFrom, retiredAt, by, at);
}

internal sealed class ListPolicyVersionsHandler(ICrmDb db) : IQueryHandler<ListPolicyVersions, Page<PolicyVersionRow>>
{
    private static readonly Order<PolicyVersion, PolicyVersionRow>[] Orders = [Order<PolicyVersion, PolicyVersionRow>.ByCreation(r => r.Id)];

    public async Task<Result<Page<PolicyVersionRow>>> Handle(ListPolicyVersions query, CancellationToken ct)
    {
        var list = await db.PolicyVersions.Where(v => v.PolicyId == query.Id).ToPage(query, Orders, PolicyVersionRow.Projection, ct);
        // Every policy has a first version: an empty page is one of none, or lies behind the last.
        return list.Failed(out var error, out var page) ? error
            : page.Data.Count > 0 || await db.Policies.AnyAsync(p => p.Id == query.Id, ct) ? page
            : Error.NotFound<Policy>();
    }
}
