using Crm.Application.Conflicts;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Conflicts;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>A member of staff, as far as it matters who may handle a complaint.</summary>
internal sealed record Colleague
{
    public required StaffId Id { get; init; }
    public required StaffId? ManagerId { get; init; }
    public required bool Active { get; init; }

    /// <summary>Whether a conflict with the customer is declared, and counts today.</summary>
    public required bool WithCustomer { get; init; }

    /// <summary>Whether one with the person complained about is, by either of the two.</summary>
    public required bool WithSubject { get; init; }
}

/// <summary>
/// Who may answer for a complaint or decide on it, and who is barred and why (S3-FAIR-1): what <see cref="Domain.Conflicts.Impartiality"/> asks for, read in one query. Whatever
/// gives a complaint or work of it to somebody asks here.
/// </summary>
internal sealed class Colleagues(IReadOnlyList<Colleague> rows, StaffId? subject, CustomerId? customer)
{
    public IReadOnlyList<Colleague> Rows { get; } = rows;

    public Impartiality Impartiality { get; } = new(
        subject is null ? null : new ReportingLines(rows.ToDictionary(c => c.Id, c => c.ManagerId)),
        [
            .. rows.Where(c => c.WithCustomer).Select(c => new ConflictBetween(c.Id, customer, null)),
            .. rows.Where(c => c.WithSubject).Select(c => new ConflictBetween(c.Id, null, subject)),
        ]);

    /// <summary>Everybody who must not get it.</summary>
    public HashSet<StaffId> Barred() => [.. Rows.Where(c => RefusalOf(c.Id) is not null).Select(c => c.Id)];

    /// <summary>Why somebody must not; null where they may.</summary>
    public Error? RefusalOf(StaffId who) =>
        Impartiality.Refusal(who, subject, customer) is { } reason ? ComplaintErrors.ConflictOfInterest.Because(reason) : null;

    /// <summary>Everybody who matters: all, with their lines, where a person is complained about; else those who are named, who have a conflict, and the first who is active.</summary>
    public static IQueryable<Colleague> Of(ICrmDb db, StaffId? subject, CustomerId? customer, DateOnly today, params StaffId?[] named)
    {
        // No record has the empty id, whereas nothing would be found equal to nothing.
        var (about, whose) = (subject ?? default, customer ?? default);
        var (conflicts, names) = (db.DeclaredConflicts.InForce(today), named.OfType<StaffId>().ToArray());
        var firstActive = db.Staff.Where(s => s.Active).OrderBy(s => s.Id).Take(1).Select(s => s.Id);
        var conflicted = conflicts.Where(k => k.CustomerId == whose).Select(k => k.StaffId);
        var rows = subject is null ? db.Staff.Where(s => names.Contains(s.Id) || firstActive.Contains(s.Id) || conflicted.Contains(s.Id)) : db.Staff;
        return rows.OrderBy(s => s.Id).Select(s => new Colleague
        {
            Id = s.Id,
            ManagerId = s.ManagerId,
            Active = s.Active,
            WithCustomer = conflicts.Any(k => k.StaffId == s.Id && k.CustomerId == whose),
            WithSubject = conflicts.Any(k => (k.StaffId == s.Id && k.OtherStaffId == about) || (k.StaffId == about && k.OtherStaffId == s.Id)),
        });
    }

    /// <summary>Of a complaint. One query.</summary>
    public static async Task<Colleagues> Of(ICrmDb db, Complaint complaint, DateOnly today, CancellationToken ct, params StaffId?[] named) =>
        new(await Of(db, complaint.TargetStaffId, complaint.CustomerId, today, named).ToListAsync(ct), complaint.TargetStaffId, complaint.CustomerId);
}

/// <summary>
/// Who answers for a complaint at its beginning: the member of staff who is named, else who files it, since the receiver stays accountable (S2-OWN-1); else whom the
/// assignment of work finds among the impartial.
/// </summary>
internal static class OwnerOfComplaint
{
    public static Result<ChosenOwner> Choose(Colleagues colleagues, StaffId? named, StaffId? caller, Func<StaffId, bool>? barred = null)
    {
        if (named is { } wanted)
        {
            return !colleagues.Rows.Any(c => c.Id == wanted && c.Active) ? ComplaintErrors.OwnerUnknown
                : colleagues.RefusalOf(wanted) is { } partial ? partial : new ChosenOwner(wanted);
        }
        return new ChosenOwner(
            caller is { } own && colleagues.Rows.Any(c => c.Id == own && c.Active) && colleagues.RefusalOf(own) is null && barred?.Invoke(own) != true ? own : null);
    }
}

internal sealed record ChosenOwner(StaffId? Id);
