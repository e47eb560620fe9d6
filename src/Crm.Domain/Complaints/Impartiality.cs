using Crm.Domain.Staff;

namespace Crm.Domain.Complaints;

/// <summary>
/// Who may handle a complaint or decide on it: never the person complained about, nor anybody who reports to them, directly or round corners, nor
/// anybody with a declared conflict of interest (S3-FAIR-1). What it goes by comes from outside.
/// </summary>
/// <param name="Lines">Who reports to whom. Without them, only the person complained about is known to be partial.</param>
/// <param name="Conflicted">Who has declared a conflict of interest with the complainant or the matter.</param>
public sealed record Impartiality(ReportingLines? Lines, IReadOnlySet<StaffId> Conflicted)
{
    public static readonly Impartiality NothingKnown = new(null, new HashSet<StaffId>());

    public bool Allows(StaffId who, StaffId? complainedAbout) =>
        !Conflicted.Contains(who) && (complainedAbout is not { } subject || (who != subject && Lines?.IsBelow(who, subject) != true));
}
