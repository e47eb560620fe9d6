using System.Linq.Expressions;
using Crm.Domain.RelationshipPlans;

namespace Crm.Application.RelationshipPlans;

/// <summary>A plan to begin with.</summary>
/// <param name="Id">The template's id.</param>
/// <param name="Content">The template.</param>
/// <param name="Active">Whether it is in use.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record PlanTemplateDetails(PlanTemplateId Id, TemplateContent Content, bool Active, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly PlanTemplateDetails Example = new(PlanTemplateId.Parse("plan_template_01j00000000000000000000000", null), TemplateContent.Example, true, Morning, Morning, 1);

    public static readonly Expression<Func<PlanTemplate, PlanTemplateDetails>> Projection = t => new PlanTemplateDetails(
        t.Id, t.Content, t.RetiredAt == null, t.CreatedAt, t.UpdatedAt, t.Version);

    private static readonly Func<PlanTemplate, PlanTemplateDetails> Compiled = Projection.Compile();

    public static PlanTemplateDetails Of(PlanTemplate template) => Compiled(template);
}
