using Crm.Domain.Staff;
using Crm.Domain.Work;

namespace Crm.Application.Work;

/// <summary>Who could own a piece of work, and who should.</summary>
internal static class Candidates
{
    private static readonly Read<Asked, Candidate> Present = new((db, asked) => db.Staff.Where(s => s.Active)
        .Select(s => new { Person = s, IsAbsent = db.Absences.Any(a => a.StaffId == s.Id && !a.Cancelled && a.From <= asked.Now && a.To > asked.Now) })
        .OrderBy(s => !s.Person.SkillKeys.Contains(asked.SkillKey)).ThenBy(s => s.IsAbsent).ThenBy(s => s.Person.Load).ThenBy(s => s.Person.Id).Take(Assignment.MostCandidates)
        .Select(s => new Candidate(s.Person.Id, s.Person.ManagerId, s.Person.Load, s.Person.GivenWorkAt, s.Person.Languages, s.Person.Skills, s.IsAbsent)));

    /// <summary>Whoever should own it; null where nobody can. One query.</summary>
    /// <param name="excluded">Who must not get it: conflicts of interest.</param>
    public static async Task<Owner?> ChooseOwner(
        this ICrmDb db, Caller caller, string? skill, string? language, IReadOnlyCollection<StaffId> excluded, DateTimeOffset now, CancellationToken ct) =>
        Assignment.Choose(await db.RankOwners(caller, skill, language, excluded, now, ct))?.ToOwner();

    /// <summary>The active staff in the order in which they should get it, at most 500, those who have the skill, are there and have least to do before others. One query.</summary>
    public static async Task<IReadOnlyList<RankedCandidate>> RankOwners(
        this ICrmDb db, Caller caller, string? skill, string? language, IReadOnlyCollection<StaffId> excluded, DateTimeOffset now, CancellationToken ct)
    {
        var found = await db.All(Present, new(skill is null ? "" : StaffMember.SkillKey(skill), now), ct);
        return Assignment.Rank(found, new(skill, language, caller.DayOf(now), excluded));
    }

    public static Owner ToOwner(this RankedCandidate chosen) => new(chosen.Candidate.Id, chosen.Candidate.AccountableId, chosen.Reasons);

    private sealed record Asked(string SkillKey, DateTimeOffset Now);

    /// <summary>The absences in which a member of staff stands in for somebody now.</summary>
    public static IQueryable<Absence> StandInsOf(this ICrmDb db, StaffId me, DateTimeOffset now) =>
        db.Absences.Where(a => a.DelegateId == me && !a.Cancelled && a.From <= now && a.To > now);
}
