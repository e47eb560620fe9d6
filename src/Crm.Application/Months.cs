using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Programmes;

namespace Crm.Application;

/// <summary>Months of the calendar in a zone that follow each other: cohorts are counted by them, in the store.</summary>
internal sealed class Months
{
    public const int Most = 12;
    private readonly DateOnly first;
    private readonly DateTimeOffset[] bounds;

    private Months(DateOnly first, int count, string zone) =>
        (this.first, bounds) = (first, [.. Enumerable.Range(0, count + 1).Select(i => ProgrammeDays.Midnight(first.AddMonths(i), zone))]);

    public int Count => bounds.Length - 1;
    public DateTimeOffset From => bounds[0];
    public DateTimeOffset To => bounds[^1];

    /// <summary>So many months from a first one on; the last ones where neither is said, the present one among them.</summary>
    public static Result<Months> Of(DateOnly? from, int? count, DateOnly today, string zone)
    {
        var months = count ?? Most;
        if (months is < 1 or > Most)
        {
            return MonthErrors.Invalid.About("/months");
        }
        var start = from ?? new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);
        return start.Day != 1 || start.Year is < 1900 or > 9000 ? MonthErrors.Invalid : new Months(start, months, zone);
    }

    public DateOnly this[int index] => first.AddMonths(index);

    /// <summary>The place of a month, from 0, in which an instant of a row lies; of rows between <see cref="From"/> and <see cref="To"/>.</summary>
    public Expression<Func<T, int>> PlaceOf<T>(Expression<Func<T, DateTimeOffset>> instant)
    {
        // As a sum, since a store may not nest twelve conditions.
        Expression place = Expression.Constant(0);
        for (var i = 1; i < Count; i++)
        {
            place = Expression.Add(place, Expression.Condition(Expression.GreaterThanOrEqual(instant.Body, Bound(i)), Expression.Constant(1), Expression.Constant(0)));
        }
        return Expression.Lambda<Func<T, int>>(place, instant.Parameters);
    }

    /// <summary>In which months a group has a row: the bit of each month, from the lowest on.</summary>
    public Expression<Func<IGrouping<TKey, T>, int>> BitsOf<TKey, T>(Expression<Func<T, DateTimeOffset>> instant)
    {
        var group = Expression.Parameter(typeof(IGrouping<TKey, T>), "g");
        Expression bits = Expression.Constant(0);
        for (var i = 0; i < Count; i++)
        {
            var within = Expression.AndAlso(Expression.GreaterThanOrEqual(instant.Body, Bound(i)), Expression.LessThan(instant.Body, Bound(i + 1)));
            var bit = Expression.Lambda<Func<T, int>>(Expression.Condition(within, Expression.Constant(1 << i), Expression.Constant(0)), instant.Parameters);
            bits = Expression.Add(bits, Expression.Call(typeof(Enumerable), nameof(Enumerable.Max), [typeof(T)], group, bit));
        }
        return Expression.Lambda<Func<IGrouping<TKey, T>, int>>(bits, group);
    }

    /// <summary>As a parameter of the query, not a part of its text.</summary>
    private MemberExpression Bound(int index) => Expression.Property(Expression.Constant(new At(bounds[index])), nameof(At.Value));

    private sealed record At(DateTimeOffset Value);
}

public static class MonthErrors
{
    public static readonly Error Invalid = new Error(ErrorKind.Invalid, "months_invalid", "from is the first day of a month, such as 2026-01-01, and months is from 1 to 12.").About("/from");
}
