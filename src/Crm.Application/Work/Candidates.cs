using Crm.Domain;
using Crm.Domain.Staff;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Who could own a piece of work, and who should.</summary>
internal static class Candidates
{
    /// <summary>Whoever should own it; null where nobody can. One query.</summary>
    /// <param name="excluded">Who must not get it: conflicts of interest.</param>
    public static async Task<Owner?> ChooseOwner(
        this ICrmDb db, Caller caller, string? skill, string? language, IReadOnlyCollection<StaffId> excluded, DateTimeOffset now, CancellationToken ct) =>
        Assignment.Choose(await db.RankOwners(caller, skill, language, excluded, now, ct))?.ToOwner();

    /// <summary>The active staff in the order in which they should get it, at most 500, those who have the skill, are there and have least to do before others. One query.</summary>
    public static async Task<IReadOnlyList<RankedCandidate>> RankOwners(
        this ICrmDb db, Caller caller, string? skill, string? language, IReadOnlyCollection<StaffId> excluded, DateTimeOffset now, CancellationToken ct)
    {
        var key = skill is null ? null : StaffMember.SkillKey(skill);
        var found = await db.Staff.Where(s => s.Active).Select(s => new
        {
            s.Id,
            s.ManagerId,
            s.Languages,
            s.Skills,
            Lacking = key != null && !s.SkillKeys.Contains(key),
            Absent = db.Absences.Any(a => a.StaffId == s.Id && !a.Cancelled && a.From <= now && a.To > now),
            Load = db.WorkItems.Where(w => w.OwnerId == s.Id && w.State == WorkState.Open).Sum(w =>
                w.Priority == Priority.Urgent ? Assignment.Urgent
                : w.Priority == Priority.High ? Assignment.High
                : w.Priority == Priority.Normal ? Assignment.Normal
                : Assignment.Low),
            Last = db.WorkItems.Where(w => w.OwnerId == s.Id).OrderByDescending(w => w.OwnedSince).Select(w => (DateTimeOffset?)w.OwnedSince).FirstOrDefault(),
        }).OrderBy(s => s.Lacking).ThenBy(s => s.Absent).ThenBy(s => s.Load).ThenBy(s => s.Id).Take(Assignment.MostCandidates).ToListAsync(ct);
        return Assignment.Rank(
            found.Select(s => new Candidate(s.Id, s.ManagerId, s.Load, s.Last, s.Languages, s.Skills, s.Absent)),
            new(skill, language, caller.DayOf(now), excluded));
    }

    public static Owner ToOwner(this RankedCandidate chosen) => new(chosen.Candidate.Id, chosen.Candidate.AccountableId, chosen.Reasons);

    /// <summary>The absences in which a member of staff stands in for somebody now.</summary>
    public static IQueryable<Absence> StandInsOf(this ICrmDb db, StaffId me, DateTimeOffset now) =>
        db.Absences.Where(a => a.DelegateId == me && !a.Cancelled && a.From <= now && a.To > now);
}
