namespace Crm.Domain.Programmes;

/// <summary>One article of what was paid for.</summary>
public sealed record EarningLine(string Sku, string? Category, long Amount);

/// <summary>What happened, as the rules see it.</summary>
public sealed record EarningFacts(
    EarningEvent Event, DateTimeOffset At, long? Amount = null, string? Currency = null, string? Channel = null, string? EventCode = null, string? Tier = null,
    IReadOnlyList<EarningLine>? Lines = null)
{
    /// <summary>What campaigns have left, by their codes.</summary>
    public IReadOnlyDictionary<string, long>? CampaignsLeft { get; init; }
}

/// <summary>How many points a member earned in a period by a rule, or in all where the code is empty.</summary>
public sealed record PeriodCounter(string Code, DateOnly Since, long Points);

/// <summary>
/// What a rule comes to: it earned; its event is another; it is not in force; a condition does not hold, or no line fits; the money is in another currency; it comes to no
/// whole point; it is above the most of one event; the period's cap, or the most that one may have, left nothing; its campaign has nothing, or too little, left.
/// </summary>
public enum RuleVerdict { Earned, EventOther, NotInForce, ConditionNotMet, CurrencyOther, NoPoint, AboveTransactionCap, PeriodCapReached, BalanceCapReached, CampaignSpent }

/// <summary>What a rule comes to, and why.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Condition">The place of the condition that does not hold, from 0.</param>
/// <param name="Amount">The money that earned, in the minor unit, where it earns by rate.</param>
/// <param name="Percent">What the member's tier earns of the usual.</param>
/// <param name="Reckoned">The points before caps.</param>
/// <param name="Points">The points that are earned.</param>
public sealed record RuleOutcome(string Code, RuleVerdict Verdict, int? Condition = null, long? Amount = null, int? Percent = null, long Reckoned = 0, long Points = 0);

/// <summary>What an event earns, rule by rule. <paramref name="Refused"/>: the whole is above what one event may earn, so it earns nothing.</summary>
public sealed record EarningDecision(IReadOnlyList<RuleOutcome> Rules, long Points, bool Refused)
{
    /// <summary>Pure: looks at what it is given and changes nothing.</summary>
    /// <param name="counters">What the member earned in the periods so far.</param>
    /// <param name="room">How many points the member may have besides; null where there is no limit.</param>
    public static EarningDecision Of(ProgrammeContent programme, EarningFacts facts, IReadOnlyList<PeriodCounter> counters, long? room)
    {
        var outcomes = programme.Rules!.Select(r => Reckon(programme, r, facts)).ToList();
        var reckoned = outcomes.Aggregate(Int128.Zero, (sum, o) => sum + (o.Verdict == RuleVerdict.Earned ? o.Reckoned : 0));
        if (reckoned > Money.Most || reckoned > programme.MostPerTransaction)
        {
            return new([.. outcomes.Select(o => o.Verdict == RuleVerdict.Earned ? o with { Verdict = RuleVerdict.AboveTransactionCap } : o)], 0, true);
        }
        var day = programme.DayOf(facts.At);
        var campaigns = facts.CampaignsLeft?.ToDictionary(StringComparer.Ordinal) ?? [];
        var left = programme.MostPerPeriod is { } all ? Math.Max(0, all.Points - Counted(counters, "", day, all.Period)) : (long?)null;
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Verdict == RuleVerdict.Earned)
            {
                var cap = programme.Rules![i].MostPerPeriod;
                var own = cap is null ? (long?)null : Math.Max(0, cap.Points - Counted(counters, outcomes[i].Code, day, cap.Period));
                var ofPeriod = Least(outcomes[i].Reckoned, own, left);
                var within = Least(ofPeriod, room, null);
                var points = Granted(programme, programme.Rules[i].Campaign, within, campaigns);
                outcomes[i] = outcomes[i] with
                {
                    Points = points,
                    Verdict = points > 0 ? RuleVerdict.Earned : ofPeriod == 0 ? RuleVerdict.PeriodCapReached : within == 0 ? RuleVerdict.BalanceCapReached : RuleVerdict.CampaignSpent,
                };
                (left, room) = (left - points, room - points);
            }
        }
        return new(outcomes, outcomes.Sum(o => o.Points), false);
    }

    /// <summary>The counters after so much was earned by a rule.</summary>
    public static IReadOnlyList<PeriodCounter> Count(ProgrammeContent programme, IReadOnlyList<PeriodCounter> counters, string code, long points, DateTimeOffset at)
    {
        var day = programme.DayOf(at);
        var counted = Add(counters, code, programme.Rules!.FirstOrDefault(r => r.Code == code)?.MostPerPeriod, day, points);
        return Add(counted, "", programme.MostPerPeriod, day, points);
    }

    /// <summary>What the campaign grants of so many points, and takes from what it has left.</summary>
    private static long Granted(ProgrammeContent programme, string? campaign, long points, Dictionary<string, long> left)
    {
        if (campaign is null || !left.TryGetValue(campaign, out var most))
        {
            return points;
        }
        var granted = programme.Campaigns!.First(c => c.Code == campaign).Grant(points, most);
        left[campaign] = most - granted;
        return granted;
    }

    private static IReadOnlyList<PeriodCounter> Add(IReadOnlyList<PeriodCounter> counters, string code, PeriodCap? cap, DateOnly day, long points)
    {
        if (cap is null)
        {
            return counters;
        }
        var since = ProgrammeDays.StartOf(day, cap.Period);
        var known = counters.FirstOrDefault(c => c.Code == code);
        // What is told late of a period that is over counts in none.
        return known?.Since > since ? counters
            : [.. counters.Where(c => c.Code != code), new(code, since, points + (known?.Since == since ? known.Points : 0))];
    }

    private static long Counted(IReadOnlyList<PeriodCounter> counters, string code, DateOnly day, CapPeriod period)
    {
        var since = ProgrammeDays.StartOf(day, period);
        return counters.FirstOrDefault(c => c.Code == code && c.Since == since)?.Points ?? 0;
    }

    private static RuleOutcome Reckon(ProgrammeContent programme, EarningRule rule, EarningFacts facts)
    {
        if (rule.Event != facts.Event)
        {
            return new(rule.Code, RuleVerdict.EventOther);
        }
        if (facts.At < rule.From || facts.At >= rule.Until)
        {
            return new(rule.Code, RuleVerdict.NotInForce);
        }
        for (var i = 0; i < rule.Conditions.Count; i++)
        {
            if (!rule.Conditions[i].IsOfLines() && !Holds(rule.Conditions[i], facts, programme))
            {
                return new(rule.Code, RuleVerdict.ConditionNotMet, i);
            }
        }
        var ofLines = rule.Conditions.Where(c => c.IsOfLines()).ToList();
        var lines = (facts.Lines ?? []).Where(l => ofLines.TrueForAll(c => Fits(c, c.Fact == EarningFact.Sku ? l.Sku : l.Category))).ToList();
        if (ofLines.Count > 0 && lines.Count == 0)
        {
            return new(rule.Code, RuleVerdict.ConditionNotMet, rule.Conditions.ToList().IndexOf(ofLines[0]));
        }
        var amount = rule.Rate is null ? (long?)null : ofLines.Count > 0 ? lines.Sum(l => l.Amount) : facts.Amount ?? 0;
        if (rule.Rate is not null && facts.Currency is not null && facts.Currency != programme.Currency)
        {
            return new(rule.Code, RuleVerdict.CurrencyOther);
        }
        var percent = rule.Multipliers.FirstOrDefault(m => m.Tier == facts.Tier)?.Percent ?? 100;
        var points = rule.Rate is { } rate
            ? Rounded((Int128)amount!.Value * rate.Points * percent, (Int128)rate.Per * 100, rule.Rounding)
            : Rounded((Int128)rule.Points!.Value * percent, 100, rule.Rounding);
        var outcome = new RuleOutcome(rule.Code, RuleVerdict.Earned, null, amount, percent, (long)Int128.Min(points, Money.Most));
        return points == 0 ? outcome with { Verdict = RuleVerdict.NoPoint }
            : points > rule.MostPerTransaction || points > Money.Most ? outcome with { Verdict = RuleVerdict.AboveTransactionCap }
            : outcome;
    }

    private static bool Holds(EarningCondition condition, EarningFacts facts, ProgrammeContent programme) => condition.Fact switch
    {
        EarningFact.Amount => facts.Amount is { } amount && (condition.Comparison == EarningComparison.AtLeast ? amount >= condition.Number : amount <= condition.Number),
        EarningFact.Channel => Fits(condition, facts.Channel),
        EarningFact.EventCode => Fits(condition, facts.EventCode),
        EarningFact.Tier => Fits(condition, facts.Tier),
        _ => Fits(condition, programme.DayOf(facts.At).DayOfWeek.ToString().ToLowerInvariant()),
    };

    private static bool Fits(EarningCondition condition, string? value) =>
        (value is not null && condition.Values.Contains(value, StringComparer.Ordinal)) == (condition.Comparison == EarningComparison.AnyOf);

    private static Int128 Rounded(Int128 part, Int128 whole, PointRounding rounding) => rounding switch
    {
        PointRounding.Up => (part + whole - 1) / whole,
        PointRounding.Nearest => (part * 2 + whole) / (whole * 2),
        _ => part / whole,
    };

    private static long Least(long points, long? one, long? other) => Math.Min(points, Math.Min(one ?? long.MaxValue, other ?? long.MaxValue));
}
