using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ValueEntries;

/// <summary>Whose balance, and of which period.</summary>
public sealed record GetValueBalance : IQuery<ValueBalance>
{
    /// <summary>The customer.</summary>
    public CustomerId Id { get; init; }

    /// <summary>The first day; 365 days before to where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day after the last one; tomorrow where absent, so that today counts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only this currency: ISO 4217, three capital letters.</summary>
    public string? Currency { get; init; }
}

/// <summary>What a customer and the company had of each other in a period (S4-MUTUAL-1). Amounts of different currencies are never added: each has its own line.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last one.</param>
/// <param name="Lines">A line for each currency that has entries, in the order of their codes.</param>
public sealed record ValueBalance(CustomerId CustomerId, DateOnly From, DateOnly To, IReadOnlyList<ValueBalanceLine> Lines)
{
    public static readonly ValueBalance Example = new(
        ValueContent.Example.CustomerId, new(2025, 3, 21), new(2026, 3, 21),
        [new("IRR", new(40_000, [new(ValueKind.Discount, 40_000, 2)]), new(100_000, [new(ValueKind.Revenue, 900_000, 3), new(ValueKind.Margin, 125_000, 3), new(ValueKind.CostToServe, 25_000, 8)]), 2.5m)]);
}

/// <summary>One currency of a balance.</summary>
/// <param name="Currency">ISO 4217 code. All amounts of the line are in its minor unit.</param>
/// <param name="ToCustomer">What the customer had.</param>
/// <param name="ToCompany">What the company had.</param>
/// <param name="Ratio">The company's total by the customer's, to 4 decimals; null where the customer had nothing.</param>
public sealed record ValueBalanceLine(string Currency, ValueSide ToCustomer, ValueSide ToCompany, decimal? Ratio);

/// <summary>One side of a balance.</summary>
/// <param name="Total">For the customer the sum of all kinds; for the company margin minus the cost to serve. Revenue is shown and not added, since the margin is part of it.</param>
/// <param name="Kinds">The sum of each kind that has entries.</param>
public sealed record ValueSide(long Total, IReadOnlyList<ValueOfKind> Kinds);

/// <summary>One kind of value.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Amount">The sum of its entries, reversals taken away.</param>
/// <param name="Entries">How many entries there are, reversals among them.</param>
public sealed record ValueOfKind(ValueKind Kind, long Amount, int Entries);

internal sealed class GetValueBalanceHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetValueBalance, ValueBalance>
{
    private const int UsualDays = 365;

    public async Task<Result<ValueBalance>> Handle(GetValueBalance query, CancellationToken ct)
    {
        var to = query.To ?? caller.Today(clock).AddDays(1);
        var from = query.From ?? (to.DayNumber > UsualDays ? to.AddDays(-UsualDays) : DateOnly.MinValue);
        if (from > to)
        {
            return BalanceErrors.PeriodInvalid;
        }
        var entries = db.ValueEntries.Where(v => v.CustomerId == query.Id && v.OccurredOn >= from && v.OccurredOn < to);
        if (query.Currency is { } currency)
        {
            entries = entries.Where(v => v.Currency == currency);
        }
        var sums = await entries.GroupBy(v => new { v.Currency, v.Kind }).Select(g => new { g.Key.Currency, g.Key.Kind, Amount = g.Sum(v => v.Amount), Entries = g.Count() }).ToListAsync(ct);
        if (sums.Count == 0 && !await db.Customers.AnyAsync(c => c.Id == query.Id && c.State != CustomerState.Deleted, ct))
        {
            return Error.NotFound<Customer>();
        }
        return new ValueBalance(query.Id, from, to, [.. sums.GroupBy(s => s.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Line(g.Key, [.. g.OrderBy(s => s.Kind).Select(s => new ValueOfKind(s.Kind, s.Amount, s.Entries))]))]);
    }

    internal static ValueBalanceLine Line(string currency, IReadOnlyList<ValueOfKind> kinds)
    {
        var (toCustomer, toCompany) = (Side(ValueDirection.ToCustomer), Side(ValueDirection.ToCompany));
        return new(currency, toCustomer, toCompany, toCustomer.Total == 0 ? null : Math.Round((decimal)toCompany.Total / toCustomer.Total, 4));

        ValueSide Side(ValueDirection direction)
        {
            var own = kinds.Where(k => ValueContent.DirectionOf(k.Kind) == direction).ToList();
            return new(own.Sum(k => k.Kind switch { ValueKind.Revenue => 0, ValueKind.CostToServe => -k.Amount, _ => k.Amount }), own);
        }
    }
}

public static class BalanceErrors
{
    public static readonly Error PeriodInvalid = new Error(ErrorKind.Invalid, "balance_period_invalid", "The period ends before it begins. Give a to that is not before from.").About("/from");
}
