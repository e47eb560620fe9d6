using Crm.Domain;
using Crm.Domain.Staff;
using FluentValidation;

namespace Crm.Application.Staff;

/// <summary>Which members of staff to list.</summary>
public sealed record ListStaff : ListQuery, IQuery<Page<StaffRow>>
{
    /// <summary>Only those who work here now, or only those who do not.</summary>
    public bool? Active { get; init; }

    /// <summary>Only those who report directly to this member of staff.</summary>
    public StaffId? ManagerId { get; init; }

    /// <summary>Only those who serve in this language or any variety of it: fa finds fa-IR, too.</summary>
    public string? Language { get; init; }

    /// <summary>Only those who have the skill with this code, valid or expired.</summary>
    public string? Skill { get; init; }

    /// <summary>Only the member of staff with this key of yours.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The change feed: everybody who changed at or after this instant, in the order of change.</summary>
    public Instant? UpdatedSince { get; init; }
}

internal sealed class ListStaffValidator : AbstractValidator<ListStaff>
{
    public ListStaffValidator()
    {
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.Skill).SkillCode();
    }
}

internal sealed class ListStaffHandler(ICrmDb db) : IQueryHandler<ListStaff, Page<StaffRow>>
{
    private static readonly Order<StaffMember, StaffRow>[] Orders =
    [
        Order<StaffMember, StaffRow>.ByCreation(r => r.Id),
        Order<StaffMember, StaffRow>.By("updatedAt", s => s.UpdatedAt, r => r.UpdatedAt, r => r.Id),
        Order<StaffMember, StaffRow>.By("name", s => s.NameKey, r => ByteKey.Of(FoldedText.SortKey(r.Name)), r => r.Id),
    ];

    public async Task<Result<Page<StaffRow>>> Handle(ListStaff query, CancellationToken ct)
    {
        IQueryable<StaffMember> rows = db.Staff;
        if (query.Active is { } active)
        {
            rows = rows.Where(s => s.Active == active);
        }
        if (query.ManagerId is { } manager)
        {
            rows = rows.Where(s => s.ManagerId == manager);
        }
        if (query.Language is { } language)
        {
            var key = StaffMember.LanguageKey(language);
            rows = rows.Where(s => s.LanguageKeys.Contains(key));
        }
        if (query.Skill is { } skill)
        {
            var key = StaffMember.SkillKey(skill);
            rows = rows.Where(s => s.SkillKeys.Contains(key));
        }
        if (query.ExternalId is { } externalId)
        {
            // A second query, and exact on both stores; an unknown key finds nobody.
            var id = await db.FindIdOf<StaffMember>(externalId, ct) ?? default;
            rows = rows.Where(s => s.Id == id);
        }
        return query.UpdatedSince is { } since
            ? await rows.Where(s => s.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, StaffRow.Projection, ct)
            : await rows.ToPage(query, Orders, StaffRow.Projection, ct);
    }
}
