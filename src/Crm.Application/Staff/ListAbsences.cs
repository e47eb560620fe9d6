using Crm.Domain;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Staff;

/// <summary>Which absences of a member of staff to list.</summary>
public sealed record ListAbsences : ListQuery, IQuery<Page<AbsenceDetails>>
{
    /// <summary>The member of staff.</summary>
    public StaffId Id { get; init; }

    /// <summary>Only those that end after this instant, and were not called off: now, for who is or will be away.</summary>
    public Instant? EndingAfter { get; init; }
}

internal sealed class ListAbsencesHandler(ICrmDb db) : IQueryHandler<ListAbsences, Page<AbsenceDetails>>
{
    private static readonly Order<Absence, AbsenceDetails>[] Orders =
    [
        Order<Absence, AbsenceDetails>.By("from", a => a.From, r => r.From, r => r.Id),
        Order<Absence, AbsenceDetails>.ByCreation(r => r.Id),
    ];

    public async Task<Result<Page<AbsenceDetails>>> Handle(ListAbsences query, CancellationToken ct)
    {
        var rows = db.Absences.Where(a => a.StaffId == query.Id);
        if (query.EndingAfter is { } after)
        {
            rows = rows.Where(a => a.To > after.Value && !a.Cancelled);
        }
        if ((await rows.ToPage(query, Orders, AbsenceDetails.Projection, ct)).Failed(out var error, out var page))
        {
            return error;
        }
        // Only where the list is empty is it asked whether there is such a member of staff.
        return page.Data.Count > 0 || await db.Staff.AnyAsync(s => s.Id == query.Id, ct) ? page : Error.NotFound<StaffMember>();
    }
}
