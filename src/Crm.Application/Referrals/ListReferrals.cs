using Crm.Domain;
using Crm.Domain.Referrals;

namespace Crm.Application.Referrals;

/// <summary>Which referrals to list.</summary>
public sealed record ListReferrals : ListQuery, IQuery<Page<ReferralDetails>>
{
    /// <summary>Only those that this customer made.</summary>
    public CustomerId? ReferrerId { get; init; }

    /// <summary>Only those of this lead: from where it came.</summary>
    public CustomerId? ReferredId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<ReferralState>? State { get; init; }
}

internal sealed class ListReferralsHandler(ICrmDb db) : IQueryHandler<ListReferrals, Page<ReferralDetails>>
{
    private static readonly Order<Referral, ReferralDetails>[] Orders = [Order<Referral, ReferralDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<ReferralDetails>>> Handle(ListReferrals query, CancellationToken ct)
    {
        IQueryable<Referral> rows = db.Referrals;
        if (query.ReferrerId is { } referrer)
        {
            rows = rows.Where(r => r.ReferrerId == referrer);
        }
        if (query.ReferredId is { } referred)
        {
            rows = rows.Where(r => r.ReferredId == referred);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(r => states.Values.Contains(r.State));
        }
        return rows.ToPage(query, Orders, ReferralDetails.Projection, ct);
    }
}
