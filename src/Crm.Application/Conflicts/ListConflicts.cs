using Crm.Domain;
using Crm.Domain.Conflicts;

namespace Crm.Application.Conflicts;

/// <summary>Which conflicts of interest to list.</summary>
public sealed record ListConflicts : ListQuery, IQuery<Page<ConflictDetails>>
{
    /// <summary>Only those that this member of staff has, or that a colleague has with them.</summary>
    public StaffId? StaffId { get; init; }

    /// <summary>Only those with this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only those that count on the present day where the tenant is (true), or that do not (false).</summary>
    public bool? Active { get; init; }
}

internal sealed class ListConflictsHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<ListConflicts, Page<ConflictDetails>>
{
    private static readonly Order<DeclaredConflict, ConflictDetails>[] Orders = [Order<DeclaredConflict, ConflictDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<ConflictDetails>>> Handle(ListConflicts query, CancellationToken ct)
    {
        var rows = db.DeclaredConflicts.SeenBy(caller);
        if (query.StaffId is { } staff)
        {
            rows = rows.Where(c => c.StaffId == staff || c.OtherStaffId == staff);
        }
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(c => c.CustomerId == customer);
        }
        if (query.Active is { } active)
        {
            var today = caller.Today(clock);
            rows = active ? rows.InForce(today) : rows.Where(c => c.FromOn > today || c.UntilOn < today);
        }
        return rows.ToPage(query, Orders, ConflictDetails.Projection, ct);
    }
}
