using Crm.Application.Customers;
using Crm.Application.Segments;
using Crm.Domain;
using Crm.Domain.Segments;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>Criteria to look at before they act.</summary>
/// <param name="Rule">Which customers: a rule as segments have it.</param>
public sealed record PreviewCriteria(SegmentRule Rule) : IQuery<CriteriaPreview>
{
    public static readonly PreviewCriteria Example = new(SegmentRule.Example);
}

/// <summary>Whom criteria would designate. Nothing was stored.</summary>
/// <param name="Count">How many customers who are no key account yet; it is the expected of the designation.</param>
/// <param name="Customers">The longest known of them, at most 100.</param>
public sealed record CriteriaPreview(long Count, IReadOnlyList<CustomerRow> Customers)
{
    public static readonly CriteriaPreview Example = new(1, [CustomerRow.Example]);
}

internal sealed class PreviewCriteriaValidator : AbstractValidator<PreviewCriteria>
{
    public PreviewCriteriaValidator() => RuleFor(x => x.Rule).NotNull().SetValidator(new SegmentRuleValidator());
}

internal sealed class PreviewCriteriaHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<PreviewCriteria, CriteriaPreview>
{
    public async Task<Result<CriteriaPreview>> Handle(PreviewCriteria query, CancellationToken ct)
    {
        if (query.Rule.Check().Failed(out var error))
        {
            return error;
        }
        var candidates = db.CandidatesOf(query.Rule, clock.GetUtcNow());
        var count = await candidates.LongCountAsync(ct);
        return new CriteriaPreview(count, count == 0 ? [] : await candidates.Select(CustomerRow.Projection).Take(CriteriaNamed.Most).ToListAsync(ct));
    }
}
