using Crm.Domain;
using Crm.Domain.Rewards;

namespace Crm.Application.Rewards;

/// <summary>Which redemptions to list.</summary>
public sealed record ListRedemptions : ListQuery, IQuery<Page<RedemptionDetails>>
{
    /// <summary>Only those of this member.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>Only those of this reward.</summary>
    public RewardId? RewardId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<RedemptionState>? State { get; init; }
}

internal sealed class ListRedemptionsHandler(ICrmDb db) : IQueryHandler<ListRedemptions, Page<RedemptionDetails>>
{
    private static readonly Order<Redemption, RedemptionDetails>[] Orders = [Order<Redemption, RedemptionDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<RedemptionDetails>>> Handle(ListRedemptions query, CancellationToken ct)
    {
        IQueryable<Redemption> rows = db.Redemptions;
        if (query.MemberId is { } member)
        {
            rows = rows.Where(r => r.MemberId == member);
        }
        if (query.RewardId is { } reward)
        {
            rows = rows.Where(r => r.RewardId == reward);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(r => states.Values.Contains(r.State));
        }
        return rows.ToPage(query, Orders, RedemptionDetails.Projection, ct);
    }
}
