using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>A member of staff, as far as it matters who may handle a complaint.</summary>
internal sealed record Colleague
{
    public required StaffId Id { get; init; }
    public required StaffId? ManagerId { get; init; }
    public required bool Active { get; init; }
}

/// <summary>Who could answer for a complaint, and who is impartial (S3-FAIR-1).</summary>
internal static class Colleagues
{
    /// <summary>Everybody who matters: all, with their lines, where a person is complained about; else those who are named and the first who are active.</summary>
    /// <param name="spare">How many of the first may turn out to be barred.</param>
    public static IQueryable<Colleague> Of(ICrmDb db, StaffId? complainedAbout, StaffId? named, StaffId? caller, int spare = 0)
    {
        var firstActive = db.Staff.Where(s => s.Active).OrderBy(s => s.Id).Take(1 + spare).Select(s => s.Id);
        var rows = complainedAbout is null ? db.Staff.Where(s => s.Id == named || s.Id == caller || firstActive.Contains(s.Id)) : db.Staff;
        return rows.OrderBy(s => s.Id).Select(s => new Colleague { Id = s.Id, ManagerId = s.ManagerId, Active = s.Active });
    }

    /// <summary>What is known of who is partial. Declared conflicts of interest are added here.</summary>
    public static Impartiality Impartiality(this IReadOnlyList<Colleague> colleagues, StaffId? complainedAbout) =>
        complainedAbout is null ? Domain.Complaints.Impartiality.NothingKnown : new(new ReportingLines(colleagues.ToDictionary(c => c.Id, c => c.ManagerId)), new HashSet<StaffId>());

    /// <summary>The lines of everybody where a person is complained about; otherwise nothing is asked.</summary>
    public static async Task<Impartiality> Impartiality(this ICrmDb db, StaffId? complainedAbout, CancellationToken ct) =>
        complainedAbout is null ? Domain.Complaints.Impartiality.NothingKnown : (await Of(db, complainedAbout, null, null).ToListAsync(ct)).Impartiality(complainedAbout);
}

/// <summary>
/// Who answers for a complaint at its beginning: the member of staff who is named, else who files it, since the receiver stays accountable (S2-OWN-1); else whom the
/// assignment of work finds among the impartial.
/// </summary>
internal static class OwnerOfComplaint
{
    public static Result<ChosenOwner> Choose(IReadOnlyList<Colleague> colleagues, StaffId? named, StaffId? caller, StaffId? complainedAbout, Func<StaffId, bool>? barred = null)
    {
        var impartiality = colleagues.Impartiality(complainedAbout);
        if (named is { } wanted)
        {
            return !colleagues.Any(c => c.Id == wanted && c.Active) ? ComplaintErrors.OwnerUnknown
                : !impartiality.Allows(wanted, complainedAbout) ? ComplaintErrors.ConflictOfInterest : new ChosenOwner(wanted);
        }
        var possible = colleagues.Where(c => c.Active && impartiality.Allows(c.Id, complainedAbout) && barred?.Invoke(c.Id) != true).Select(c => c.Id).ToList();
        return new ChosenOwner(caller is { } own && possible.Contains(own) ? own : null);
    }
}

internal sealed record ChosenOwner(StaffId? Id);
