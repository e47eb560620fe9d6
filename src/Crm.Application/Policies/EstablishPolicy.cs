using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Policies;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Policies;

/// <summary>A policy to come into use.</summary>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="Preset">Where everything comes from that is not given.</param>
/// <param name="Rank">Its place among the tenant's policies, 0 to 1000: the lowest is asked first; that of the preset where absent, or else 500.</param>
/// <param name="AppliesTo">Whom it is for; as the preset has it where absent, or else everybody.</param>
/// <param name="Targets">1 to 200 targets, no two of them for the same metric, channel and priority; needed unless a preset is named.</param>
/// <param name="Rungs">At most 20 rungs of escalation, in rising order of percent; those of the preset where absent, or else none.</param>
/// <param name="EffectiveFrom">From when on it is asked, which may be later; from now on where absent.</param>
public sealed record EstablishPolicy(
    string Name, PolicyPreset? Preset = null, int? Rank = null, AppliesTo? AppliesTo = null, IReadOnlyList<PolicyTarget>? Targets = null,
    IReadOnlyList<Rung>? Rungs = null, DateTimeOffset? EffectiveFrom = null) : ICommand<PolicyDetails>
{
    public static readonly EstablishPolicy Example = new(
        PolicyDetails.ExampleContent.Name, null, PolicyDetails.ExampleContent.Rank, PolicyDetails.ExampleContent.AppliesTo, PolicyDetails.ExampleContent.Targets,
        PolicyDetails.ExampleContent.Rungs, PolicyDetails.ExampleTime);

    internal PolicyContent Content()
    {
        var preset = Preset is { } named ? PolicyPresets.Of(named) : null;
        return new(Name, Rank ?? preset?.Rank ?? PolicyContent.UsualRank, AppliesTo ?? preset?.AppliesTo ?? AppliesTo.Everything, Targets ?? preset!.Targets,
            Rungs ?? preset?.Rungs ?? []);
    }
}

internal sealed class EstablishPolicyValidator : AbstractValidator<EstablishPolicy>
{
    public EstablishPolicyValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(PolicyContent.NameMaxLength);
        RuleFor(x => x.Preset).IsInEnum();
        RuleFor(x => x.Rank).InclusiveBetween(0, PolicyContent.MaxRank);
        RuleFor(x => x.AppliesTo!).SetValidator(new AppliesToValidator());
        RuleFor(x => x.Targets).NotEmpty().When(x => x.Preset is null || x.Targets is not null).AtMost(PolicyContent.MaxTargets);
        RuleForEach(x => x.Targets).SetValidator(new PolicyTargetValidator());
        RuleFor(x => x.Rungs).AtMost(PolicyContent.MaxRungs);
        RuleForEach(x => x.Rungs).SetValidator(new RungValidator());
        RuleFor(x => x.EffectiveFrom).OfCalendars();
    }
}

internal sealed class EstablishPolicyHandler(ICrmDb db, UnitOfWork work, PoliciesInForce inForce, Caller caller, TimeProvider clock)
    : ICommandHandler<EstablishPolicy, PolicyDetails>
{
    public async Task<Result<PolicyDetails>> Handle(EstablishPolicy command, CancellationToken ct)
    {
        var content = command.Content();
        if (Policy.Establish(content, command.EffectiveFrom, clock.GetUtcNow()).Failed(out var error, out var policy))
        {
            return error;
        }
        var (named, inUse) = (content.Targets.Calendars(), db.Policies.Where(p => p.RetiredAt == null));
        // One query tells both where there are calendars to look for.
        var known = named.Count == 0 ? []
            : await db.Calendars.Where(c => named.Contains(c.Id) && c.RetiredAt == null).Select(c => new { c.Id, Policies = inUse.Count() }).ToListAsync(ct);
        if (content.Targets.CalendarUnknown([.. known.Select(c => c.Id)]) is { } unknown)
        {
            return unknown;
        }
        if ((known.Count > 0 ? known[0].Policies : await inUse.CountAsync(ct)) >= Policy.Most)
        {
            return PolicyErrors.TooMany;
        }
        db.Policies.Add(policy);
        db.PolicyVersions.Add(policy.AsVersion(caller.StaffId));
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return PolicyDetails.Of(policy);
    }
}
