using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Policies;
using FluentValidation;

namespace Crm.Application.Policies;

internal sealed class AppliesToValidator : AbstractValidator<AppliesTo>
{
    public AppliesToValidator()
    {
        RuleFor(x => x.Subjects).AtMost(AppliesTo.MaxSubjects);
        RuleForEach(x => x.Subjects).IsInEnum();
        RuleFor(x => x.CustomerClasses).AtMost(AppliesTo.MaxCustomerClasses);
        RuleForEach(x => x.CustomerClasses).MaximumLength(AppliesTo.CodeMaxLength).Matches(AppliesTo.CodeForm);
        RuleFor(x => x.Tiers).AtMost(AppliesTo.MaxTiers);
        RuleForEach(x => x.Tiers).MaximumLength(AppliesTo.CodeMaxLength).Matches(AppliesTo.CodeForm);
    }
}

internal sealed class PolicyTargetValidator : AbstractValidator<PolicyTarget>
{
    public PolicyTargetValidator()
    {
        RuleFor(x => x.Metric).IsInEnum();
        RuleFor(x => x.Target).Target();
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Priority).IsInEnum();
        RuleFor(x => x.PausedIn).AtMost(PolicyTarget.MaxPausedIn);
        RuleForEach(x => x.PausedIn).IsInEnum();
        RuleFor(x => x.MostPause!.Value).Target().When(x => x.MostPause is not null).OverridePropertyName(nameof(PolicyTarget.MostPause));
    }
}

internal sealed class RungValidator : AbstractValidator<Rung>
{
    public RungValidator()
    {
        RuleFor(x => x.Percent).InclusiveBetween(Rung.MinPercent, Rung.MaxPercent);
        RuleFor(x => x.To).IsInEnum();
    }
}

/// <summary>The calendars that targets name.</summary>
internal static class CalendarsOfTargets
{
    public static List<CalendarId> Calendars(this IReadOnlyList<PolicyTarget> targets) => [.. targets.Select(t => t.CalendarId).OfType<CalendarId>().Distinct()];

    /// <summary>The refusal of the first target whose calendar is none of these; null where there is none.</summary>
    public static Error? CalendarUnknown(this IReadOnlyList<PolicyTarget> targets, IReadOnlyCollection<CalendarId> known)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            if (targets[i].CalendarId is { } calendar && !known.Contains(calendar))
            {
                return CalendarErrors.Unknown.About($"/targets/{i}/calendarId");
            }
        }
        return null;
    }
}
