using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>Which history to list.</summary>
public sealed record ListLifecycleChanges : ListQuery, IQuery<Page<LifecycleChangeRow>>
{
    /// <summary>The customer.</summary>
    public CustomerId Id { get; init; }
}

/// <summary>One move along the lifecycle.</summary>
/// <param name="Id">The id of the move.</param>
/// <param name="From">The stage before; null for the first one.</param>
/// <param name="To">The stage after.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The member of staff who moved the customer.</param>
/// <param name="At">When.</param>
public sealed record LifecycleChangeRow(LifecycleChangeId Id, Lifecycle? From, Lifecycle To, string? Reason, StaffId? By, DateTimeOffset At)
{
    public static readonly LifecycleChangeRow Example = new(
        LifecycleChangeId.Parse("lifecycle_change_01j00000000000000000000000", null), Lifecycle.Prospect, Lifecycle.Lead, "Asked for an offer at the trade fair",
        StaffId.Parse("staff_01j00000000000000000000000", null), new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero));
}

internal sealed class ListLifecycleChangesHandler(ICrmDb db) : IQueryHandler<ListLifecycleChanges, Page<LifecycleChangeRow>>
{
    private static readonly Order<LifecycleChange, LifecycleChangeRow>[] Orders = [Order<LifecycleChange, LifecycleChangeRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<LifecycleChangeRow>>> Handle(ListLifecycleChanges query, CancellationToken ct) =>
        db.LifecycleChanges.Where(c => c.CustomerId == query.Id)
            .ToPage(query, Orders, c => new LifecycleChangeRow(c.Id, c.From, c.To, c.Reason, c.By, c.At), ct)
            .OfKnown(db, query.Id, ct);
}
