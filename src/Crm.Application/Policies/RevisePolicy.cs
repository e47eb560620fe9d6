using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Policies;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Policies;

/// <summary>What a new version of a policy says.</summary>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="Rank">Its place among the tenant's policies, 0 to 1000: the lowest is asked first.</param>
/// <param name="AppliesTo">Whom it is for.</param>
/// <param name="Targets">1 to 200 targets, no two of them for the same metric, channel and priority.</param>
/// <param name="Rungs">At most 20 rungs of escalation, in rising order of percent.</param>
/// <param name="EffectiveFrom">From when on the new version is asked: not before the version that it follows, and from now on where absent.</param>
public sealed record PolicyRevision(
    string Name, int Rank, AppliesTo AppliesTo, IReadOnlyList<PolicyTarget> Targets, IReadOnlyList<Rung> Rungs, DateTimeOffset? EffectiveFrom = null)
{
    public static readonly PolicyRevision Example = Of(PolicyDetails.ExampleContent) with { EffectiveFrom = PolicyDetails.ExampleTime };

    internal static PolicyRevision Of(PolicyContent c) => new(c.Name, c.Rank, c.AppliesTo, c.Targets, c.Rungs);

    internal PolicyContent Content() => new(Name, Rank, AppliesTo, Targets, Rungs);
}

internal sealed class PolicyRevisionValidator : AbstractValidator<PolicyRevision>
{
    public PolicyRevisionValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(PolicyContent.NameMaxLength);
        RuleFor(x => x.Rank).InclusiveBetween(0, PolicyContent.MaxRank);
        RuleFor(x => x.AppliesTo).SetValidator(new AppliesToValidator());
        RuleFor(x => x.Targets).NotEmpty().AtMost(PolicyContent.MaxTargets);
        RuleForEach(x => x.Targets).SetValidator(new PolicyTargetValidator());
        RuleFor(x => x.Rungs).AtMost(PolicyContent.MaxRungs);
        RuleForEach(x => x.Rungs).SetValidator(new RungValidator());
        RuleFor(x => x.EffectiveFrom).OfCalendars();
    }
}

public sealed record RevisePolicy(PolicyId Id, Patch<PolicyRevision> Changes, IfMatch IfMatch) : ICommand<PolicyDetails>;

internal sealed class RevisePolicyHandler(
    ICrmDb db, UnitOfWork work, PoliciesInForce inForce, Caller caller, TimeProvider clock, IValidator<PolicyRevision> validator)
    : ICommandHandler<RevisePolicy, PolicyDetails>
{
    public async Task<Result<PolicyDetails>> Handle(RevisePolicy command, CancellationToken ct)
    {
        if ((await db.Policies.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var policy)
            || command.Changes.ApplyTo(PolicyRevision.Of(policy.Content)).Failed(out error, out var revision))
        {
            return error;
        }
        if (Validation.Check(validator, revision) is { } invalid)
        {
            return invalid;
        }
        if (await UnknownCalendar(policy.Content.Targets.Calendars(), revision.Targets, ct) is { } unknown)
        {
            return unknown;
        }
        if (policy.Revise(revision.Content(), revision.EffectiveFrom, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        db.PolicyVersions.Add(policy.AsVersion(caller.StaffId));
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return PolicyDetails.Of(policy);
    }

    /// <summary>A calendar that the policy names already keeps giving the hours, also where it was retired meanwhile.</summary>
    private async Task<Error?> UnknownCalendar(List<CalendarId> before, IReadOnlyList<PolicyTarget> targets, CancellationToken ct)
    {
        var added = targets.Calendars().Except(before).ToList();
        if (added.Count == 0)
        {
            return null;
        }
        var known = await db.Calendars.Where(c => added.Contains(c.Id) && c.RetiredAt == null).Select(c => c.Id).ToListAsync(ct);
        return targets.CalendarUnknown([.. before, .. known]);
    }
}
