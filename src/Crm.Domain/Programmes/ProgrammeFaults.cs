using Crm.Domain.Calendars;

namespace Crm.Domain.Programmes;

/// <summary>What is wrong with a programme where each part alone may be right.</summary>
internal static class ProgrammeFaults
{
    public static IEnumerable<FieldError> Of(ProgrammeContent content)
    {
        if (!Currencies.Exists(content.Currency!))
        {
            yield return new("/currency", "currency_unknown", "ISO 4217 has no such currency.");
        }
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < content.Rules!.Count; i++)
        {
            if (!codes.Add(content.Rules[i].Code))
            {
                yield return new($"/rules/{i}/code", "rule_repeated", "Another rule of the programme has this code.");
            }
            foreach (var fault in OfRule(content.Rules[i], content.Tiers, $"/rules/{i}"))
            {
                yield return fault;
            }
        }
        foreach (var fault in OfCampaigns(content))
        {
            yield return fault;
        }
        foreach (var fault in OfExpiry(content.Expiry!).Concat(OfTiers(content.Tiers)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FieldError> OfCampaigns(ProgrammeContent content)
    {
        var codes = content.Campaigns!.Select(c => c.Code).ToList();
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes.IndexOf(codes[i]) != i)
            {
                yield return new($"/campaigns/{i}/code", "campaign_repeated", "Another campaign of the programme has this code.");
            }
        }
        for (var i = 0; i < content.Rules!.Count; i++)
        {
            if (content.Rules[i].Campaign is { } code && !codes.Contains(code))
            {
                yield return new($"/rules/{i}/campaign", "campaign_unknown", "The programme has no campaign with this code.");
            }
        }
    }

    private static IEnumerable<FieldError> OfRule(EarningRule rule, TierScheme? tiers, string pointer)
    {
        if (rule.Rate is null == rule.Points is null)
        {
            yield return new(pointer, "rule_amount_unclear", "A rule earns by rate or so many points, exactly one of them.");
        }
        if (rule.Rate is not null && rule.Event is EarningEvent.Birthday or EarningEvent.Review or EarningEvent.Referral)
        {
            yield return new(pointer + "/rate", "rule_rate_misplaced", "A rate goes with events that have an amount: purchase and custom.");
        }
        for (var i = 0; i < rule.Conditions.Count; i++)
        {
            var condition = rule.Conditions[i];
            if (condition.IsNumeric() ? condition.Fact != EarningFact.Amount || condition.Number is null : condition.Fact == EarningFact.Amount || condition.Values.Count == 0)
            {
                yield return new($"{pointer}/conditions/{i}", "condition_unclear", "An amount is compared with a number by atLeast or atMost, anything else with values by anyOf or noneOf.");
            }
        }
        for (var i = 0; i < rule.Multipliers.Count; i++)
        {
            if (tiers is null || tiers.RankOf(rule.Multipliers[i].Tier) < 0)
            {
                yield return new($"{pointer}/multipliers/{i}/tier", "tier_unknown", "The programme has no tier with this code.");
            }
        }
        if (rule.Until <= rule.From)
        {
            yield return new(pointer + "/until", "rule_reversed", "The rule ends before it begins.");
        }
    }

    private static IEnumerable<FieldError> OfExpiry(ExpiryRule expiry)
    {
        var counts = expiry.Kind is ExpiryKind.Rolling or ExpiryKind.Inactivity;
        if (counts != (expiry.Length is not null && expiry.Unit is not null) || (!counts && (expiry.Length ?? (object?)expiry.Unit) is not null))
        {
            yield return new("/expiry/length", "expiry_length_misplaced", "Length and unit go with rolling and inactivity, and these need both.");
        }
        if (expiry.Kind == ExpiryKind.CalendarDates != expiry.Dates.Count > 0)
        {
            yield return new("/expiry/dates", "expiry_dates_misplaced", "Dates go with calendarDates, which needs at least one.");
        }
        for (var i = 0; i < expiry.Dates.Count; i++)
        {
            var date = expiry.Dates[i];
            if (date.Month is < 1 or > 12 || date.Day < 1 || date.Day > (date.Calendar == YearlyCalendar.Jalali ? JalaliYears.MostDaysOf(date.Month) : DateTime.DaysInMonth(2000, date.Month)))
            {
                yield return new($"/expiry/dates/{i}", "yearly_date_unknown", "No year has this day. Check the month and the calendar that it is of.");
            }
        }
    }

    private static IEnumerable<FieldError> OfTiers(TierScheme? scheme)
    {
        if (scheme is null)
        {
            yield break;
        }
        for (var i = 0; i < scheme.Tiers.Count; i++)
        {
            if (scheme.RankOf(scheme.Tiers[i].Code) != i)
            {
                yield return new($"/tiers/tiers/{i}/code", "tier_repeated", "Another tier of the programme has this code.");
            }
            if (i > 0 && scheme.Tiers[i].Threshold <= scheme.Tiers[i - 1].Threshold)
            {
                yield return new($"/tiers/tiers/{i}/threshold", "tiers_unordered", "Each tier needs more points than the one before it.");
            }
        }
        if (scheme.Window == TierWindow.RollingMonths != scheme.WindowMonths is not null)
        {
            yield return new("/tiers/windowMonths", "window_months_misplaced", "windowMonths goes with rollingMonths, which needs it.");
        }
        if (scheme.Validity == TierValidity.Months != scheme.ValidityMonths is not null)
        {
            yield return new("/tiers/validityMonths", "validity_months_misplaced", "validityMonths goes with the validity months, which needs it.");
        }
    }
}
