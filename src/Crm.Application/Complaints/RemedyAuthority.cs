using Crm.Application.Authorities;
using Crm.Domain;
using Crm.Domain.Authorities;
using Crm.Domain.Complaints;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>
/// Whether whoever makes an offer may grant it alone (S3-EMPOWER-1): by the matrix in force, their level, what was granted in the complaint, and what they granted in the period.
/// A credential that acts for nobody has the level of everyone.
/// </summary>
internal sealed class RemedyAuthority(ICrmDb db, Caller caller)
{
    /// <summary>What the matrix says to each of several offers, each of which counts for those after it.</summary>
    public async Task<IReadOnlyList<OfferAuthority>> Ask(Complaint complaint, IReadOnlyList<IReadOnlyList<OfferedRemedy>> offers, DateTimeOffset now, CancellationToken ct)
    {
        var (rules, level) = await Rules(ct);
        var kinds = offers.SelectMany(o => o).Select(r => r.Kind).Distinct().ToList();
        var inCase = kinds.ToDictionary(k => k, k => complaint.Granted(k, now).Select(AmountOf).OfType<AuthorityAmount>().ToList());
        var (asked, inPeriod) = (new List<OfferAuthority>(), await InPeriod(rules, level, kinds, now, ct));
        var granted = new List<(OfferedRemedy Remedy, AuthorityDecision Decision)>();
        foreach (var remedies in offers)
        {
            var decisions = new List<(OfferedRemedy Remedy, AuthorityDecision Decision)>();
            foreach (var remedy in remedies)
            {
                decisions.Add((remedy, Authority.Decide(rules, level, remedy.Kind, AmountOf(remedy), inCase[remedy.Kind], inPeriod[remedy.Kind])));
                if (AmountOf(remedy) is { } amount)
                {
                    inCase[remedy.Kind].Add(amount);
                    inPeriod[remedy.Kind].Add(amount);
                }
            }
            var reasons = decisions.SelectMany(d => d.Decision.Reasons).ToList();
            asked.Add(new(level, rules.Version, reasons));
            granted.AddRange(reasons.Count == 0 ? decisions : []);
        }
        OnlyWithinPeriod(rules, level, [.. granted.Where(g => g.Decision.Rule?.CapPerPeriod is not null).Select(g => g.Remedy)], now);
        return asked;
    }

    /// <summary>The version of the matrix in force; 0 is what ships.</summary>
    public async Task<int> Version(CancellationToken ct) =>
        await db.AuthorityMatrices.Select(m => (int?)m.Version).FirstOrDefaultAsync(ct) ?? AuthorityRules.ShippedVersion;

    private async Task<(AuthorityRules Rules, string Level)> Rules(CancellationToken ct)
    {
        if (caller.StaffId is not { } me)
        {
            var set = await db.AuthorityMatrices.Select(m => new { m.Version, m.Rows }).FirstOrDefaultAsync(ct);
            return (caller.InForce(set?.Version, set?.Rows), AuthorityRule.Everyone);
        }
        var known = await db.Staff.Where(s => s.Id == me).Select(s => new
        {
            s.AuthorityCode,
            Version = db.AuthorityMatrices.Select(m => (int?)m.Version).FirstOrDefault(),
            Rows = db.AuthorityMatrices.Select(m => m.Rows).FirstOrDefault(),
        }).FirstAsync(ct);
        return (caller.InForce(known.Version, known.Rows), known.AuthorityCode ?? StaffProfile.UsualAuthority);
    }

    /// <summary>What the caller granted alone of each kind in the period of its rule, and holds still: accepted, or to be accepted yet.</summary>
    private async Task<Dictionary<RemedyKind, List<AuthorityAmount>>> InPeriod(AuthorityRules rules, string level, IEnumerable<RemedyKind> kinds, DateTimeOffset now, CancellationToken ct)
    {
        var found = new Dictionary<RemedyKind, List<AuthorityAmount>>();
        foreach (var kind in kinds)
        {
            found[kind] = rules.RuleOf(level, kind)?.PeriodTime() is { } period ? await Granted(kind, now - period, now, ct) : [];
        }
        return found;
    }

    private async Task<List<AuthorityAmount>> Granted(RemedyKind kind, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var me = caller.StaffId;
        var sums = await db.RemedyGrants
            .Where(g => g.By == me && g.Kind == kind && g.GrantedAt >= since && !g.Approved && (g.HoldsUntil == null || g.HoldsUntil > now))
            .GroupBy(g => g.Currency).Select(g => new { Currency = g.Key, Amount = g.Sum(x => (double?)x.Amount), Points = g.Sum(x => (double?)x.Points) }).ToListAsync(ct);
        return [.. sums.Where(s => s.Currency is not null || s.Points > 0).Select(s =>
            s.Currency is { } currency ? new AuthorityAmount(new Money(Whole(s.Amount), currency)) : new AuthorityAmount(Points: Whole(s.Points)))];
    }

    /// <summary>Two offers at the same moment do not use the same authority twice: whichever comes second is asked again, and waits for approval where too little is left.</summary>
    private void OnlyWithinPeriod(AuthorityRules rules, string level, IReadOnlyList<OfferedRemedy> granted, DateTimeOffset now)
    {
        if (granted.Count > 0)
        {
            db.AskInTurn($"grants of {caller.StaffId?.ToString() ?? "nobody"}", async ct =>
            {
                var inPeriod = await InPeriod(rules, level, granted.Select(r => r.Kind).Distinct(), now, ct);
                foreach (var remedy in granted)
                {
                    if (Authority.Decide(rules, level, remedy.Kind, AmountOf(remedy), [], inPeriod[remedy.Kind]).Reasons.Any(r => r.Code != AuthorityReason.OverCapPerCase))
                    {
                        return RaceErrors.TurnLost;
                    }
                    inPeriod[remedy.Kind].Add(AmountOf(remedy)!);
                }
                return Result.Done;
            });
        }
    }

    private static AuthorityAmount? AmountOf(OfferedRemedy remedy) =>
        remedy.Amount is { } money ? new(money) : remedy.Points is { } points ? new(Points: points) : null;

    private static long Whole(double? sum) => (long)Math.Min(sum ?? 0, Money.Most);
}
