using System.Linq.Expressions;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Conflicts;
using Crm.Domain.Customers;
using Crm.Domain.Staff;

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

    private static readonly Expression<Func<ICrmDb, Asked, IQueryable<DeclaredConflict>>> InForce =
        (db, asked) => db.DeclaredConflicts.Where(c => c.FromOn <= asked.Today && (c.UntilOn == null || c.UntilOn >= asked.Today));

    /// <summary>Everybody, with their lines, where a person is complained about.</summary>
    private static readonly Expression<Func<ICrmDb, Asked, IQueryable<StaffMember>>> Everybody = (db, asked) => db.Staff;

    /// <summary>Else those who are named, who have a conflict, and the first who is active.</summary>
    private static readonly Expression<Func<ICrmDb, Asked, IQueryable<StaffMember>>> Few = Reads.With(InForce, (ICrmDb db, Asked asked, IQueryable<DeclaredConflict> conflicts) => db.Staff.Where(s =>
        s.Id == asked.One || s.Id == asked.Other || db.Staff.Where(a => a.Active).OrderBy(a => a.Id).Take(1).Any(a => a.Id == s.Id) || conflicts.Any(k => k.CustomerId == asked.Customer && k.StaffId == s.Id)));

    private static readonly Read<Asked, KnownColleague> OfEverybody = Known(Everybody), OfFew = Known(Few);

    /// <summary>Of a complaint that comes in. Refused where its customer is. One query, and where nobody works here another one.</summary>
    public static async Task<Result<Colleagues>> Of(ICrmDb db, StaffId? subject, CustomerId? customer, DateOnly today, StaffId? one, StaffId? other, CancellationToken ct)
    {
        // No record has the empty id, whereas nothing would be found equal to nothing.
        var found = await db.All(subject is null ? OfFew : OfEverybody, new(subject ?? default, customer ?? default, today, one ?? default, other ?? default), ct);
        var refusal = customer is not { } id ? null : found is [var first, ..] ? CustomerStates.RefusalToRecord(first.State, first.SurvivorId) : await db.RefusalOf(id, ct);
        return refusal is not null ? refusal : new Colleagues(found.ConvertAll(f => f.Colleague), subject, customer);
    }

    /// <summary>Of a complaint that there is. One query.</summary>
    public static async Task<Colleagues> Of(ICrmDb db, Complaint complaint, DateOnly today, CancellationToken ct, StaffId? named = null)
    {
        var found = await db.All(
            complaint.TargetStaffId is null ? OfFew : OfEverybody, new(complaint.TargetStaffId ?? default, complaint.CustomerId ?? default, today, named ?? default, default), ct);
        return new(found.ConvertAll(f => f.Colleague), complaint.TargetStaffId, complaint.CustomerId);
    }

    private static Read<Asked, KnownColleague> Known(Expression<Func<ICrmDb, Asked, IQueryable<StaffMember>>> staff) =>
        Reads.Over(InForce, staff, (ICrmDb db, Asked asked, IQueryable<DeclaredConflict> conflicts, IQueryable<StaffMember> rows) => rows.OrderBy(s => s.Id).Select(s => new KnownColleague(
            new Colleague
            {
                Id = s.Id,
                ManagerId = s.ManagerId,
                Active = s.Active,
                WithCustomer = conflicts.Any(k => k.StaffId == s.Id && k.CustomerId == asked.Customer),
                WithSubject = conflicts.Any(k => (k.StaffId == s.Id && k.OtherStaffId == asked.Subject) || (k.StaffId == asked.Subject && k.OtherStaffId == s.Id)),
            },
            db.Customers.Where(c => c.Id == asked.Customer).Select(c => (CustomerState?)c.State).FirstOrDefault(),
            db.Customers.Where(c => c.Id == asked.Customer).Select(c => c.SurvivorId).FirstOrDefault())));

    private sealed record Asked(StaffId Subject, CustomerId Customer, DateOnly Today, StaffId One, StaffId Other);

    private sealed record KnownColleague(Colleague Colleague, CustomerState? State, CustomerId? SurvivorId);
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
