using Crm.Domain;
using Crm.Domain.Rewards;

namespace Crm.Application.Rewards;

/// <summary>Which rewards to list.</summary>
public sealed record ListRewards : ListQuery, IQuery<Page<RewardDetails>>
{
    /// <summary>Only those of this programme.</summary>
    public ProgrammeId? ProgrammeId { get; init; }

    /// <summary>Only those in use (true) or retired (false); both where absent.</summary>
    public bool? Active { get; init; }
}

internal sealed class ListRewardsHandler(ICrmDb db) : IQueryHandler<ListRewards, Page<RewardDetails>>
{
    private static readonly Order<Reward, RewardDetails>[] Orders = [Order<Reward, RewardDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<RewardDetails>>> Handle(ListRewards query, CancellationToken ct)
    {
        IQueryable<Reward> rows = db.Rewards;
        if (query.ProgrammeId is { } programme)
        {
            rows = rows.Where(r => r.ProgrammeId == programme);
        }
        if (query.Active is { } active)
        {
            rows = rows.Where(r => r.RetiredAt == null == active);
        }
        return rows.ToPage(query, Orders, RewardDetails.Projection, ct);
    }
}
