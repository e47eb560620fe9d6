using Crm.Domain;
using Crm.Domain.BestCustomers;
using Crm.Domain.Customers;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.BestCustomers;

/// <summary>Whose value, as of when and by what.</summary>
public sealed record GetLifetimeValue : IQuery<CustomerLifetimeValue>
{
    /// <summary>The customer.</summary>
    public CustomerId Id { get; init; }

    /// <summary>The day after the last one that counts; tomorrow where absent, so that today counts.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>ISO 4217 code of the currency that counts; the tenant's where absent.</summary>
    public string? Currency { get; init; }

    /// <summary>The part of customers who stay from one year to the next, 0 to 0.9999; 0.8 where absent.</summary>
    public decimal? Retention { get; init; }

    /// <summary>The yearly discount on what is yet to come, 0 to 10; 0.1 where absent.</summary>
    public decimal? Discount { get; init; }
}

/// <summary>What a customer is worth, so far and by a simple forecast, with how it is reckoned.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="AsOf">The day after the last one that counts.</param>
/// <param name="Currency">The currency; amounts are in its minor unit.</param>
/// <param name="Margin">The margin so far, returns taken off.</param>
/// <param name="CostToServe">What serving cost so far.</param>
/// <param name="Historic">margin less costToServe.</param>
/// <param name="HistoricFormula">How historic is reckoned.</param>
/// <param name="YearMargin">m: the margin of the 365 days before asOf.</param>
/// <param name="Retention">r.</param>
/// <param name="Discount">i.</param>
/// <param name="Predicted">What is yet to come, to 2 decimals of the minor unit.</param>
/// <param name="PredictedFormula">How predicted is reckoned.</param>
public sealed record CustomerLifetimeValue(
    CustomerId CustomerId, DateOnly AsOf, string Currency, long Margin, long CostToServe, long Historic, string HistoricFormula, long YearMargin, decimal Retention, decimal Discount,
    decimal Predicted, string PredictedFormula)
{
    public static readonly CustomerLifetimeValue Example = new(
        Members.MemberDetails.Example.CustomerId, new(2026, 3, 21), "IRR", 900, 100, 800, LifetimeValue.Historic, 100, 0.8m, 0.1m, 266.67m, LifetimeValue.Predictive);
}

public static class LifetimeErrors
{
    public static readonly Error RateInvalid = new Error(ErrorKind.Invalid, "rate_invalid", "retention is from 0 to 0.9999, and discount from 0 to 10.").About("/retention");
}

internal sealed class GetLifetimeValueHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetLifetimeValue, CustomerLifetimeValue>
{
    private const int Year = 365;

    public async Task<Result<CustomerLifetimeValue>> Handle(GetLifetimeValue query, CancellationToken ct)
    {
        var (retention, discount) = (query.Retention ?? 0.8m, query.Discount ?? 0.1m);
        if (retention is < 0 or > 0.9999m || discount is < 0 or > 10)
        {
            return LifetimeErrors.RateInvalid;
        }
        var (asOf, currency) = (query.AsOf ?? caller.Today(clock).AddDays(1), query.Currency ?? caller.Tenant.Settings.Currency);
        var from = asOf.DayNumber > Year ? asOf.AddDays(-Year) : DateOnly.MinValue;
        var sums = await db.ValueEntries.Where(v => v.CustomerId == query.Id && v.OccurredOn < asOf && v.Currency == currency && (v.Kind == ValueKind.Margin || v.Kind == ValueKind.CostToServe))
            .GroupBy(v => v.Kind).Select(g => new { Kind = g.Key, All = g.Sum(v => v.Amount), Year = g.Sum(v => v.OccurredOn >= from ? v.Amount : 0) }).ToListAsync(ct);
        if (sums.Count == 0 && !await db.Customers.AnyAsync(c => c.Id == query.Id && c.State != CustomerState.Deleted, ct))
        {
            return Error.NotFound<Customer>();
        }
        var (margin, cost) = (sums.Find(s => s.Kind == ValueKind.Margin), sums.Find(s => s.Kind == ValueKind.CostToServe)?.All ?? 0);
        return new CustomerLifetimeValue(
            query.Id, asOf, currency, margin?.All ?? 0, cost, (margin?.All ?? 0) - cost, LifetimeValue.Historic, margin?.Year ?? 0, retention, discount,
            LifetimeValue.Predict(margin?.Year ?? 0, retention, discount), LifetimeValue.Predictive);
    }
}
