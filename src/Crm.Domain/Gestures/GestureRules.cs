using Crm.Domain.Programmes;

namespace Crm.Domain.Gestures;

/// <summary>Whose gestures a budget adds up: of one member of staff, of all who have the same manager, of everybody.</summary>
public enum BudgetScope { Person, Team, Tenant }

/// <summary>How much may be given in a period without asking.</summary>
/// <param name="Scope">Whose gestures it adds up.</param>
/// <param name="Period">Over how long, from the beginning of the day, week, month or year where the tenant is.</param>
/// <param name="Gestures">How many gestures, from 0.</param>
/// <param name="Points">How many points, from 0.</param>
/// <param name="Cost">How much money, from 0. Amounts in another currency need approval.</param>
public sealed record GestureBudget(BudgetScope Scope, CapPeriod Period, int? Gestures = null, long? Points = null, Money? Cost = null)
{
    public const int MaxGestures = 1_000_000;
}

/// <summary>How freely staff give small thanks: one for each tenant. Without rules every gesture needs approval.</summary>
public sealed class GestureRules : AggregateRoot<GestureRules>, IResource
{
    public const int MaxBudgets = 20;
    public const int MaxCooldownDays = 3660;

    private GestureRules() { }

    public static string Prefix => "gesture_rules";

    /// <summary>For how many days after a gesture another one for the same customer needs approval.</summary>
    public int CooldownDays { get; private set; }
    public IReadOnlyList<GestureBudget> Budgets { get; private set; } = [];

    /// <summary>The rules of a tenant have the id of its tenant, so that there cannot be two.</summary>
    public static GestureRulesId IdOf(TenantId tenant) => new(tenant.Value);

    public static GestureRules Establish(TenantId tenant) => new() { Id = IdOf(tenant) };

    public void Revise(int cooldownDays, IReadOnlyList<GestureBudget> budgets, DateTimeOffset now)
    {
        (CooldownDays, Budgets) = (cooldownDays, [.. budgets]);
        Changed(now);
    }
}
