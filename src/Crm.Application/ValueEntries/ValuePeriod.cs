using Crm.Domain;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ValueEntries;

/// <summary>The days that a balance is about, and its lines.</summary>
internal sealed record ValuePeriod(DateOnly From, DateOnly To)
{
    private const int UsualDays = 365;

    /// <summary>Up to today, and a year back, unless it is said.</summary>
    public static Result<ValuePeriod> Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var end = to ?? today.AddDays(1);
        var begin = from ?? (end.DayNumber > UsualDays ? end.AddDays(-UsualDays) : DateOnly.MinValue);
        return begin > end ? BalanceErrors.PeriodInvalid : new ValuePeriod(begin, end);
    }

    /// <summary>A line for each currency of the entries that lie in it, in the order of their codes. One query.</summary>
    public async Task<IReadOnlyList<ValueBalanceLine>> Lines(IQueryable<ValueEntry> entries, CancellationToken ct)
    {
        var sums = await entries.Where(v => v.OccurredOn >= From && v.OccurredOn < To).GroupBy(v => new { v.Currency, v.Kind })
            .Select(g => new { g.Key.Currency, g.Key.Kind, Amount = g.Sum(v => v.Amount), Entries = g.Count() }).ToListAsync(ct);
        return [.. sums.GroupBy(s => s.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Line(g.Key, [.. g.OrderBy(s => s.Kind).Select(s => new ValueOfKind(s.Kind, s.Amount, s.Entries))]))];
    }

    private static ValueBalanceLine Line(string currency, IReadOnlyList<ValueOfKind> kinds)
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
