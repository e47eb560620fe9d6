using Crm.Domain;
using Crm.Domain.Gestures;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>How freely staff give small thanks.</summary>
/// <param name="CooldownDays">For how many days after a gesture another one for the same customer needs approval, 0 to 3660.</param>
/// <param name="Budgets">How much may be given without asking, at most 20 budgets; a gesture must fit into each.</param>
public sealed record GestureRulesBody(int CooldownDays, IReadOnlyList<GestureBudget> Budgets)
{
    public const int MaxBudgets = GestureRules.MaxBudgets;

    public static readonly GestureRulesBody Example = new(30, [new(BudgetScope.Person, Domain.Programmes.CapPeriod.Month, 20, 1000), new(BudgetScope.Tenant, Domain.Programmes.CapPeriod.Year, Cost: new(50_000_000, "IRR"))]);
}

/// <summary>How freely staff give small thanks.</summary>
/// <param name="CooldownDays">For how many days after a gesture another one for the same customer needs approval.</param>
/// <param name="Budgets">How much may be given without asking.</param>
/// <param name="Version">0 where nothing was set, and every gesture needs approval; grows by one with every change; the ETag.</param>
public sealed record GestureRulesDetails(int CooldownDays, IReadOnlyList<GestureBudget> Budgets, int Version) : IVersioned
{
    public static readonly GestureRulesDetails Example = new(GestureRulesBody.Example.CooldownDays, GestureRulesBody.Example.Budgets, 1);

    public static readonly GestureRulesDetails None = new(0, [], 0);

    public static GestureRulesDetails Of(GestureRules rules) => new(rules.CooldownDays, rules.Budgets, rules.Version);
}

public sealed record SetGestureRules(GestureRulesBody Body, IfMatch IfMatch) : ICommand<GestureRulesDetails>;

internal sealed class GestureRulesBodyValidator : AbstractValidator<GestureRulesBody>
{
    public GestureRulesBodyValidator()
    {
        RuleFor(x => x.CooldownDays).InclusiveBetween(0, GestureRules.MaxCooldownDays);
        RuleFor(x => x.Budgets).AtMost(GestureRules.MaxBudgets);
        RuleForEach(x => x.Budgets).ChildRules(b =>
        {
            b.RuleFor(x => x.Scope).IsInEnum();
            b.RuleFor(x => x.Period).IsInEnum();
            b.RuleFor(x => x.Gestures).InclusiveBetween(0, GestureBudget.MaxGestures);
            b.RuleFor(x => x.Points).InclusiveBetween(0, Money.Most);
            b.RuleFor(x => x.Cost!).SetValidator(new MoneyValidator()).When(x => x.Cost is not null);
        });
    }
}

internal sealed class SetGestureRulesHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<GestureRulesBody> validator)
    : ICommandHandler<SetGestureRules, GestureRulesDetails>
{
    public async Task<Result<GestureRulesDetails>> Handle(SetGestureRules command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var rules = await db.GestureRules.FirstOrDefaultAsync(ct);
        if (!command.IfMatch.Allows(rules?.Version ?? 0))
        {
            return Error.Stale.At(rules?.Version ?? 0);
        }
        if (rules is null)
        {
            db.GestureRules.Add(rules = GestureRules.Establish(caller.Tenant.Id));
        }
        rules.Revise(command.Body.CooldownDays, command.Body.Budgets, clock.GetUtcNow());
        return GestureRulesDetails.Of(rules);
    }
}
