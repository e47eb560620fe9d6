using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Interactions;
using Crm.Domain.Policies;

namespace Crm.Application.Policies;

/// <summary>How fast whom is served, and who is told when it gets late: the newest version, which may take effect later.</summary>
/// <param name="Id">The policy's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rank">Its place among the tenant's policies: the lowest is asked first.</param>
/// <param name="AppliesTo">Whom it is for.</param>
/// <param name="Targets">How long what may take.</param>
/// <param name="Rungs">Who is told when.</param>
/// <param name="EffectiveFrom">From when on this version is asked; until then the one before it is.</param>
/// <param name="RetiredAt">When the policy went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The number of the newest version; the ETag.</param>
public sealed record PolicyDetails(
    PolicyId Id, string Name, int Rank, AppliesTo AppliesTo, IReadOnlyList<PolicyTarget> Targets, IReadOnlyList<Rung> Rungs, DateTimeOffset EffectiveFrom,
    DateTimeOffset? RetiredAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly DateTimeOffset ExampleTime = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);
    internal static readonly PolicyId ExampleId = PolicyId.Parse("policy_01j00000000000000000000000", null);

    internal static readonly PolicyContent ExampleContent = new("مشتریان کلیدی", 100, new([ClockSubject.Complaint, ClockSubject.Request], ["key"], []),
    [
        new(Metric.FirstResponse, TimeSpan.FromMinutes(15), Channel.Chat, null, CalendarId.Parse("calendar_01j00000000000000000000000", null)),
        new(Metric.ResolutionFirst, TimeSpan.FromHours(20), null, Priority.Urgent, null, null, [WaitState.WaitingCustomer], TimeSpan.FromDays(14)),
    ], [new(50, EscalationLevel.Owner), new(100, EscalationLevel.Manager), new(150, EscalationLevel.Executive, true)]);

    public static readonly PolicyDetails Example = Of(ExampleId, ExampleContent, ExampleTime, null, ExampleTime, ExampleTime, 1);

    public static readonly Expression<Func<Policy, PolicyDetails>> Projection = p =>
        Of(p.Id, p.Content, p.EffectiveFrom, p.RetiredAt, p.CreatedAt, p.UpdatedAt, p.Version);

    public static PolicyDetails Of(Policy p) => Of(p.Id, p.Content, p.EffectiveFrom, p.RetiredAt, p.CreatedAt, p.UpdatedAt, p.Version);

    private static PolicyDetails Of(
        PolicyId id, PolicyContent c, DateTimeOffset effectiveFrom, DateTimeOffset? retiredAt, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version) =>
        new(id, c.Name, c.Rank, c.AppliesTo, c.Targets, c.Rungs, effectiveFrom, retiredAt, createdAt, updatedAt, version);
}
