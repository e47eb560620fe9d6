using Crm.Application.KeyAccounts;
using Crm.Domain;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ValueEntries;

/// <summary>Whose balance, and of which period.</summary>
public sealed record GetAccountValueBalance : IQuery<AccountValueBalance>
{
    /// <summary>The key account.</summary>
    public KeyAccountId Id { get; init; }

    /// <summary>The first day; 365 days before to where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day after the last one; tomorrow where absent, so that today counts.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>What a key account and the company had of each other in a period: of its customer and of the people who act for it today, together (S4-MUTUAL-1).</summary>
/// <param name="KeyAccountId">The key account.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last one.</param>
/// <param name="Lines">A line for each currency that has entries, in the order of their codes.</param>
public sealed record AccountValueBalance(KeyAccountId KeyAccountId, DateOnly From, DateOnly To, IReadOnlyList<ValueBalanceLine> Lines)
{
    public static readonly AccountValueBalance Example = new(
        KeyAccountId.Parse("key_account_01j00000000000000000000000", null), ValueBalance.Example.From, ValueBalance.Example.To, ValueBalance.Example.Lines);
}

internal sealed class GetAccountValueBalanceHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetAccountValueBalance, AccountValueBalance>
{
    public async Task<Result<AccountValueBalance>> Handle(GetAccountValueBalance query, CancellationToken ct)
    {
        var today = caller.Today(clock);
        if (ValuePeriod.Of(query.From, query.To, today).Failed(out var error, out var period))
        {
            return error;
        }
        var holder = db.KeyAccounts.Where(k => k.Id == query.Id).Select(k => k.CustomerId);
        // Whoever acts for it twice counts once.
        var everybody = holder.Union(db.PeopleOf(holder, today));
        var lines = await period.Lines(db.ValueEntries.Where(v => everybody.Contains(v.CustomerId)), ct);
        return lines.Count == 0 && !await holder.AnyAsync(ct) ? Error.NotFound<KeyAccount>() : new AccountValueBalance(query.Id, period.From, period.To, lines);
    }
}
