using Crm.Domain;

namespace Crm.Application.ValueEntries;

/// <summary>Of which period.</summary>
public sealed record GetTenantValueBalance : IQuery<TenantValueBalance>
{
    /// <summary>The first day; 365 days before to where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day after the last one; tomorrow where absent, so that today counts.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>What all customers and the company had of each other in a period: the sum of the balances of the customers, to the minor unit (S4-MUTUAL-1).</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last one.</param>
/// <param name="Lines">A line for each currency that has entries, in the order of their codes.</param>
public sealed record TenantValueBalance(DateOnly From, DateOnly To, IReadOnlyList<ValueBalanceLine> Lines)
{
    public static readonly TenantValueBalance Example = new(ValueBalance.Example.From, ValueBalance.Example.To, ValueBalance.Example.Lines);
}

internal sealed class GetTenantValueBalanceHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetTenantValueBalance, TenantValueBalance>
{
    public async Task<Result<TenantValueBalance>> Handle(GetTenantValueBalance query, CancellationToken ct) =>
        ValuePeriod.Of(query.From, query.To, caller.Today(clock)).Failed(out var error, out var period)
            ? error
            : new TenantValueBalance(period.From, period.To, await period.Lines(db.ValueEntries, ct));
}
