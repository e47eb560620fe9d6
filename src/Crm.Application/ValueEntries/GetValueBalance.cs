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
    public async Task<Result<ValueBalance>> Handle(GetValueBalance query, CancellationToken ct)
    {
        if (ValuePeriod.Of(query.From, query.To, caller.Today(clock)).Failed(out var error, out var period))
        {
            return error;
        }
        var entries = db.ValueEntries.Where(v => v.CustomerId == query.Id);
        var lines = await period.Lines(query.Currency is { } currency ? entries.Where(v => v.Currency == currency) : entries, ct);
        return lines.Count == 0 && !await db.Customers.AnyAsync(c => c.Id == query.Id && c.State != CustomerState.Deleted, ct)
            ? Error.NotFound<Customer>()
            : new ValueBalance(query.Id, period.From, period.To, lines);
    }
}
