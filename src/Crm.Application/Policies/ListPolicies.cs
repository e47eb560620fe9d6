using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Policies;

namespace Crm.Application.Policies;

/// <summary>Which policies to list.</summary>
public sealed record ListPolicies : ListQuery, IQuery<Page<PolicyRow>>
{
    /// <summary>Only those in use (false) or retired (true); both where absent.</summary>
    public bool? Retired { get; init; }
}

/// <summary>A policy in a list, without its targets and rungs.</summary>
/// <param name="Id">The policy's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rank">Its place among the tenant's policies: the lowest is asked first.</param>
/// <param name="AppliesTo">Whom it is for.</param>
/// <param name="EffectiveFrom">From when on the newest version is asked.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The number of the newest version.</param>
public sealed record PolicyRow(
    PolicyId Id, string Name, int Rank, AppliesTo AppliesTo, DateTimeOffset EffectiveFrom, DateTimeOffset? RetiredAt, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, int Version)
{
    public static readonly PolicyRow Example = Of(
        PolicyDetails.ExampleId, PolicyDetails.ExampleContent, PolicyDetails.ExampleTime, null, PolicyDetails.ExampleTime, PolicyDetails.ExampleTime, 1);

    public static readonly Expression<Func<Policy, PolicyRow>> Projection = p =>
        Of(p.Id, p.Content, p.EffectiveFrom, p.RetiredAt, p.CreatedAt, p.UpdatedAt, p.Version);

    private static PolicyRow Of(
        PolicyId id, PolicyContent c, DateTimeOffset effectiveFrom, DateTimeOffset? retiredAt, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version) =>
        new(id, c.Name, c.Rank, c.AppliesTo, effectiveFrom, retiredAt, createdAt, updatedAt, version);
}

internal sealed class ListPoliciesHandler(ICrmDb db) : IQueryHandler<ListPolicies, Page<PolicyRow>>
{
    private static readonly Order<Policy, PolicyRow>[] Orders = [Order<Policy, PolicyRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<PolicyRow>>> Handle(ListPolicies query, CancellationToken ct) =>
        (query.Retired is { } retired ? db.Policies.Where(p => p.RetiredAt != null == retired) : db.Policies)
            .ToPage(query, Orders, PolicyRow.Projection, ct);
}
