using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Interactions;
using Crm.Domain.Policies;
using FluentValidation;

namespace Crm.Application.Policies;

/// <summary>What is known where a clock would start.</summary>
/// <param name="Subject">What it would run for.</param>
/// <param name="Metric">What it would measure.</param>
/// <param name="Channel">The channel of the contact.</param>
/// <param name="Priority">The priority of the matter.</param>
/// <param name="CustomerClass">The code of the customer's class; at most 50 characters.</param>
/// <param name="Tier">The code of the customer's tier; at most 50 characters.</param>
/// <param name="At">When it would start; now where absent.</param>
public sealed record ChoosePolicy(
    ClockSubject Subject, Metric Metric, Channel? Channel = null, Priority? Priority = null, string? CustomerClass = null, string? Tier = null,
    DateTimeOffset? At = null) : IQuery<PolicyChoiceDetails>
{
    public static readonly ChoosePolicy Example = new(ClockSubject.Complaint, Metric.FirstResponse, Domain.Interactions.Channel.Chat, Domain.Priority.High, "key", "gold", PolicyDetails.ExampleTime);
}

/// <summary>Which target a clock would run under, and why.</summary>
/// <param name="At">The instant that was asked about.</param>
/// <param name="PolicyId">The policy; null where the preset standard holds, since no policy of the tenant has a target for these facts.</param>
/// <param name="PolicyVersion">Its version in force at that instant; null where there is no policy.</param>
/// <param name="Target">The target; null where the preset standard has none for the metric either.</param>
/// <param name="CountsAllTime">Whether all time counts, and not that of a calendar; null where there is no target.</param>
/// <param name="Rungs">Who would be told when.</param>
/// <param name="PassedOver">Other targets of the same policy that fit too but are for more, the more specific first.</param>
/// <param name="Considered">Every policy in use and what became of it, in the order in which they are asked; those not in force yet come last.</param>
public sealed record PolicyChoiceDetails(
    DateTimeOffset At, PolicyId? PolicyId, int? PolicyVersion, PolicyTarget? Target, bool? CountsAllTime, IReadOnlyList<Rung> Rungs,
    IReadOnlyList<PolicyTarget> PassedOver, IReadOnlyList<ConsideredPolicy> Considered)
{
    public static readonly PolicyChoiceDetails Example = new(
        PolicyDetails.ExampleTime, PolicyDetails.ExampleId, 1, PolicyDetails.ExampleContent.Targets[0], false, PolicyDetails.ExampleContent.Rungs, [],
        [new(PolicyDetails.ExampleId, 1, PolicyDetails.ExampleContent.Name, PolicyDetails.ExampleContent.Rank, PolicyOutcome.Chosen)]);
}

internal sealed class ChoosePolicyValidator : AbstractValidator<ChoosePolicy>
{
    public ChoosePolicyValidator()
    {
        RuleFor(x => x.Subject).IsInEnum();
        RuleFor(x => x.Metric).IsInEnum();
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Priority).IsInEnum();
        RuleFor(x => x.CustomerClass).MaximumLength(AppliesTo.CodeMaxLength);
        RuleFor(x => x.Tier).MaximumLength(AppliesTo.CodeMaxLength);
        RuleFor(x => x.At).OfCalendars();
    }
}

internal sealed class ChoosePolicyHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<ChoosePolicy, PolicyChoiceDetails>
{
    public async Task<Result<PolicyChoiceDetails>> Handle(ChoosePolicy query, CancellationToken ct)
    {
        var at = query.At ?? clock.GetUtcNow();
        var versions = await PoliciesInForce.Since(db, at, ct);
        var inForce = PolicyChoice.At(versions, at);
        var choice = PolicyChoice.Of(inForce, new(query.Subject, query.Metric, query.Channel, query.Priority, query.CustomerClass, query.Tier));
        var (chosen, known) = (choice.Chosen, inForce.Select(p => p.Id).ToHashSet());
        var coming = versions.Where(v => !known.Contains(v.Id)).GroupBy(v => v.Id).Select(p => p.MinBy(v => v.Version)!).OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Id)
            .Select(v => new ConsideredPolicy(v.Id, null, v.Content.Name, v.Content.Rank, PolicyOutcome.NotYetInForce));
        return new PolicyChoiceDetails(
            at, chosen?.PolicyId, chosen?.PolicyVersion, chosen?.Target, chosen?.Target.CountsAllTime(), chosen?.Rungs ?? [], choice.PassedOver,
            [.. choice.Considered, .. coming]);
    }
}
