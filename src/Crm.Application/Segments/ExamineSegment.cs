using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Segments;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Segments;

/// <summary>A rule to try.</summary>
/// <param name="Rule">Which customers would belong.</param>
public sealed record ExamineSegment(SegmentRule Rule) : IQuery<ExaminedSegment>
{
    public static readonly ExamineSegment Example = new(SegmentRule.Example);
}

/// <summary>Whom a rule would name. Nothing was stored.</summary>
/// <param name="Count">How many customers.</param>
/// <param name="Sample">The newest of them, at most 10.</param>
public sealed record ExaminedSegment(long Count, IReadOnlyList<CustomerRow> Sample)
{
    public static readonly ExaminedSegment Example = new(1, [CustomerRow.Example]);
}

internal sealed class ExamineSegmentValidator : AbstractValidator<ExamineSegment>
{
    public ExamineSegmentValidator() => RuleFor(x => x.Rule).NotNull().SetValidator(new SegmentRuleValidator());
}

internal sealed class ExamineSegmentHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<ExamineSegment, ExaminedSegment>
{
    private const int Shown = 10;

    public async Task<Result<ExaminedSegment>> Handle(ExamineSegment query, CancellationToken ct)
    {
        if (query.Rule.Check().Failed(out var error))
        {
            return error;
        }
        var members = db.MembersOf(query.Rule, clock.GetUtcNow());
        var count = await members.LongCountAsync(ct);
        return new ExaminedSegment(count, count == 0 ? [] : await members.OrderByDescending(c => c.Id).Select(CustomerRow.Projection).Take(Shown).ToListAsync(ct));
    }
}
