using Crm.Domain.Staff;

namespace Crm.Domain.Work;

/// <summary>Somebody who works here, as far as it matters for who gets work.</summary>
/// <param name="Load">The weight of the open work that they own.</param>
/// <param name="LastAssignedAt">When they last came to own something.</param>
public sealed record Candidate(
    StaffId Id, StaffId? ManagerId, int Load, DateTimeOffset? LastAssignedAt, IReadOnlyList<string> Languages, IReadOnlyList<StaffSkill> Skills, bool IsAbsent)
{
    /// <summary>Who answers for what they own: their manager, or else themselves (S3-ACCT-1).</summary>
    public StaffId AccountableId => ManagerId ?? Id;
}

/// <summary>What a piece of work asks of its owner.</summary>
/// <param name="Today">The day on which a skill must be valid.</param>
/// <param name="Excluded">Who must not get it: conflicts of interest.</param>
public sealed record Wanted(string? Skill, string? Language, DateOnly Today, IReadOnlyCollection<StaffId> Excluded);

/// <summary>A candidate in the ranking, and why they stand there.</summary>
/// <param name="Fits">Whether they have everything that is asked for.</param>
public sealed record RankedCandidate(Candidate Candidate, bool Fits, IReadOnlyList<AssignmentReason> Reasons);

/// <summary>
/// Who gets work (S5-EFF-1). First who fits; of these the one with the least open work by weight; then who has waited longest; then the lower id. Where
/// nobody fits, who lacks least: the language before the skill before presence, since work without an owner is worse. A conflict of interest never gives way.
/// </summary>
public static class Assignment
{
    /// <summary>How many candidates are looked at: those who fit with the least load first.</summary>
    public const int MostCandidates = 500;

    /// <summary>How much a piece of work weighs in the load of its owner, by its priority.</summary>
    public const int Low = 1, Normal = 2, High = 3, Urgent = 5;

    public static int Weight(Priority priority) => priority switch
    {
        Priority.Urgent => Urgent,
        Priority.High => High,
        Priority.Normal => Normal,
        _ => Low,
    };

    private const int NoLanguage = 1, NoSkill = 2, Away = 4, Barred = 8;

    public static IReadOnlyList<RankedCandidate> Rank(IEnumerable<Candidate> candidates, Wanted wanted)
    {
        var judged = candidates.Select(c => Judge(c, wanted))
            .OrderBy(j => j.Lacks).ThenBy(j => j.Candidate.Load).ThenBy(j => j.Candidate.LastAssignedAt ?? DateTimeOffset.MinValue).ThenBy(j => j.Candidate.Id).ToList();
        return [.. judged.Select((j, place) => new RankedCandidate(j.Candidate, j.Lacks == 0, place == 0 && j.Lacks < Barred ? [.. j.Reasons, .. Advantage(judged)] : j.Reasons))];
    }

    /// <summary>The first without a conflict of interest; null where there is nobody.</summary>
    public static RankedCandidate? Choose(IReadOnlyList<RankedCandidate> ranking) => ranking is [var first, ..] && !first.Reasons.Contains(AssignmentReason.Conflict) ? first : null;

    private static IEnumerable<AssignmentReason> Advantage(List<Judged> ranking)
    {
        yield return AssignmentReason.LeastLoad;
        if (ranking.Count > 1 && ranking[1].Lacks == ranking[0].Lacks && ranking[1].Candidate.Load == ranking[0].Candidate.Load)
        {
            yield return AssignmentReason.LongestWithoutWork;
        }
    }

    private static Judged Judge(Candidate candidate, Wanted wanted)
    {
        var (lacks, reasons) = (0, new List<AssignmentReason>());
        if (wanted.Skill is { } code)
        {
            var skill = candidate.Skills.FirstOrDefault(s => s.Code == code);
            var valid = skill is not null && (skill.ExpiresOn is not { } last || last >= wanted.Today);
            lacks |= valid ? 0 : NoSkill;
            reasons.Add(valid ? AssignmentReason.SkillFits : skill is null ? AssignmentReason.SkillMissing : AssignmentReason.SkillExpired);
        }
        if (wanted.Language is { } language)
        {
            var speaks = candidate.Languages.Any(l => Includes(l, language) || Includes(language, l));
            lacks |= speaks ? 0 : NoLanguage;
            reasons.Add(speaks ? AssignmentReason.LanguageFits : AssignmentReason.LanguageMissing);
        }
        if (candidate.IsAbsent)
        {
            lacks |= Away;
            reasons.Add(AssignmentReason.Absent);
        }
        if (wanted.Excluded.Contains(candidate.Id))
        {
            lacks |= Barred;
            reasons.Add(AssignmentReason.Conflict);
        }
        return new(candidate, lacks, reasons);
    }

    /// <summary>fa includes fa-IR.</summary>
    private static bool Includes(string tag, string narrower) =>
        narrower.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (narrower.Length == tag.Length || narrower[tag.Length] == '-');

    private sealed record Judged(Candidate Candidate, int Lacks, List<AssignmentReason> Reasons);
}
