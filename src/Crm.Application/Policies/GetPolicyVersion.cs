using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Policies;

public sealed record GetPolicyVersion(PolicyId Id, int Number) : IQuery<PolicyVersionDetails>;

/// <summary>A policy as one change made it. It never changes, so that a decision can be looked at under the policy that it was made under.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="PolicyId">The policy.</param>
/// <param name="Number">The version's number, which was the policy's ETag.</param>
/// <param name="Name">What people called the policy.</param>
/// <param name="Rank">Its place among the tenant's policies.</param>
/// <param name="AppliesTo">Whom it was for.</param>
/// <param name="Targets">How long what might take.</param>
/// <param name="Rungs">Who was told when.</param>
/// <param name="EffectiveFrom">From when on this version was asked, until that of the next one.</param>
/// <param name="RetiredAt">When the policy went out of use, where this version is that of its end.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When the change was made.</param>
public sealed record PolicyVersionDetails(
    PolicyVersionId Id, PolicyId PolicyId, int Number, string Name, int Rank, AppliesTo AppliesTo, IReadOnlyList<PolicyTarget> Targets,
    IReadOnlyList<Rung> Rungs, DateTimeOffset EffectiveFrom, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
{
    public static readonly PolicyVersionDetails Example = Of(
        PolicyVersionRow.Example.Id, PolicyDetails.ExampleId, 1, PolicyDetails.ExampleContent, PolicyDetails.ExampleTime, null, PolicyVersionRow.Example.By,
        PolicyDetails.ExampleTime);

    public static readonly Expression<Func<PolicyVersion, PolicyVersionDetails>> Projection = v =>
        Of(v.Id, v.PolicyId, v.Number, v.Content, v.EffectiveFrom, v.RetiredAt, v.By, v.At);

    internal static PolicyVersionDetails Of(
        PolicyVersionId id, PolicyId policyId, int number, PolicyContent c, DateTimeOffset effectiveFrom, DateTimeOffset? retiredAt, StaffId? by, DateTimeOffset at) =>
        new(id, policyId, number, c.Name, c.Rank, c.AppliesTo, c.Targets, c.Rungs, effectiveFrom, retiredAt, by, at);
}

internal sealed class GetPolicyVersionHandler(ICrmDb db) : IQueryHandler<GetPolicyVersion, PolicyVersionDetails>
{
    public async Task<Result<PolicyVersionDetails>> Handle(GetPolicyVersion query, CancellationToken ct) =>
        await db.PolicyVersions.Where(v => v.PolicyId == query.Id && v.Number == query.Number).Select(PolicyVersionDetails.Projection).FirstOrDefaultAsync(ct)
            is { } version ? version : await db.NoVersion(query.Id, ct);
}

internal static class PolicyLookUps
{
    /// <summary>Whether it is the policy that is unknown or only the version.</summary>
    public static async Task<Error> NoVersion(this ICrmDb db, PolicyId id, CancellationToken ct) =>
        await db.Policies.AnyAsync(p => p.Id == id, ct) ? PolicyErrors.VersionUnknown : Error.NotFound<Policy>();
}
