using Crm.Domain;
using Crm.Domain.Members;

namespace Crm.Application.Members;

/// <summary>Which members to list.</summary>
public sealed record ListMembers : ListQuery, IQuery<Page<MemberDetails>>
{
    /// <summary>Only those of this programme.</summary>
    public ProgrammeId? ProgrammeId { get; init; }

    /// <summary>Only this customer's memberships.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only those of this member's household.</summary>
    public MemberId? HeadId { get; init; }

    /// <summary>Only those of the tier with this code.</summary>
    public string? Tier { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

internal sealed class ListMembersHandler(ICrmDb db) : IQueryHandler<ListMembers, Page<MemberDetails>>
{
    private static readonly Order<Member, MemberDetails>[] Orders =
    [
        Order<Member, MemberDetails>.ByCreation(r => r.Id),
        Order<Member, MemberDetails>.By("updatedAt", m => m.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<MemberDetails>>> Handle(ListMembers query, CancellationToken ct)
    {
        IQueryable<Member> rows = db.Members;
        if (query.ProgrammeId is { } programme)
        {
            rows = rows.Where(m => m.ProgrammeId == programme);
        }
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(m => m.CustomerId == customer);
        }
        if (query.HeadId is { } head)
        {
            rows = rows.Where(m => m.HeadId == head);
        }
        if (query.Tier is { } tier)
        {
            rows = rows.Where(m => m.TierCode == tier);
        }
        return query.UpdatedSince is { } since
            ? rows.Where(m => m.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, MemberDetails.Projection, ct)
            : rows.ToPage(query, Orders, MemberDetails.Projection, ct);
    }
}
