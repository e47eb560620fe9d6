using Crm.Domain;
using Crm.Domain.KeyAccounts;

namespace Crm.Application.KeyAccounts;

/// <summary>Which key accounts to list.</summary>
public sealed record ListKeyAccounts : ListQuery, IQuery<Page<KeyAccountDetails>>
{
    /// <summary>Only those that stand (true) or ended (false); both where absent.</summary>
    public bool? Active { get; init; }

    /// <summary>Only designations of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only those of this account manager.</summary>
    public StaffId? ManagerId { get; init; }

    /// <summary>Only those of this tier.</summary>
    public string? Tier { get; init; }

    /// <summary>Only those that are to be reviewed before this day.</summary>
    public DateOnly? ReviewBefore { get; init; }
}

internal sealed class ListKeyAccountsHandler(ICrmDb db) : IQueryHandler<ListKeyAccounts, Page<KeyAccountDetails>>
{
    private static readonly Order<KeyAccount, KeyAccountDetails>[] Orders =
    [
        Order<KeyAccount, KeyAccountDetails>.ByCreation(r => r.Id),
        Order<KeyAccount, KeyAccountDetails>.By("reviewOn", k => k.ReviewOn, r => r.ReviewOn, r => r.Id),
    ];

    public Task<Result<Page<KeyAccountDetails>>> Handle(ListKeyAccounts query, CancellationToken ct)
    {
        IQueryable<KeyAccount> rows = db.KeyAccounts;
        if (query.Active is { } active)
        {
            rows = rows.Where(k => k.EndedAt == null == active);
        }
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(k => k.CustomerId == customer);
        }
        if (query.ManagerId is { } manager)
        {
            rows = rows.Where(k => k.ManagerId == manager);
        }
        if (query.Tier is { } tier)
        {
            rows = rows.Where(k => k.Tier == tier);
        }
        if (query.ReviewBefore is { } day)
        {
            rows = rows.Where(k => k.ReviewOn < day);
        }
        return rows.ToPage(query, Orders, KeyAccountDetails.Projection, ct);
    }
}
