using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.KeyAccounts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>A customer who is to be cared for by plan.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Terms">How they are cared for.</param>
public sealed record DesignateKeyAccount(CustomerId CustomerId, AccountTerms Terms) : ICommand<KeyAccountDetails>
{
    public static readonly DesignateKeyAccount Example = new(CustomerDetails.Example.Id, AccountTerms.Example);
}

internal sealed class DesignateKeyAccountValidator : AbstractValidator<DesignateKeyAccount>
{
    public DesignateKeyAccountValidator() => RuleFor(x => x.Terms).NotNull().SetValidator(new AccountTermsValidator());
}

internal sealed class DesignateKeyAccountHandler(ICrmDb db, Caller caller, TimeProvider clock, Designations designations) : ICommandHandler<DesignateKeyAccount, KeyAccountDetails>
{
    public async Task<Result<KeyAccountDetails>> Handle(DesignateKeyAccount command, CancellationToken ct)
    {
        var (id, team) = (command.CustomerId, command.Terms.Team.Select(m => m.StaffId).Distinct().ToList());
        var known = await db.Customers.Where(c => c.Id == id).Select(c => new
        {
            c.State,
            c.SurvivorId,
            Active = db.Staff.Count(s => team.Contains(s.Id) && s.Active),
            Existing = db.KeyAccounts.Where(k => k.CustomerId == id && k.EndedAt == null).Select(k => (KeyAccountId?)k.Id).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (known is null || known.State == CustomerState.Deleted)
        {
            return InteractionErrors.CustomerUnknown;
        }
        if (CustomerStates.Refusal(known.State, known.SurvivorId) is { } refusal)
        {
            return refusal;
        }
        if (known.Existing is { } existing)
        {
            return KeyAccountErrors.Exists.With(existing.ToString());
        }
        if (KeyAccount.Designate(id, command.Terms, DesignationOrigin.ByHand, caller.Today(clock), caller.StaffId, clock.GetUtcNow()).Failed(out var error, out var account))
        {
            return error.Inside("/terms");
        }
        if (await db.TeamRefusal(command.Terms, known.Active, ct) is { } left)
        {
            return left;
        }
        designations.Enter(account);
        return KeyAccountDetails.Of(account);
    }
}

/// <summary>Enters new key accounts, with their log and the alarms of their cadence and health, and takes those away when they end.</summary>
internal sealed class Designations(ICrmDb db, Caller caller, TimeProvider clock, UnitOfWork work, KeyAccountsInUse inUse)
{
    public void Enter(KeyAccount account)
    {
        db.OnlyWhileActive(account.CustomerId);
        db.KeyAccounts.Add(account);
        Stand(account);
    }

    public void Stand(KeyAccount account)
    {
        var now = clock.GetUtcNow();
        db.Record(account, caller, now);
        if (account.Cadence is not null)
        {
            // The first look finds out when the last contact was.
            db.SetAlarm(Alarms.AccountContactDue, account.Id.Value, now);
        }
        db.SetAlarm(Alarms.AccountHealthDue, account.Id.Value, now);
        work.Afterwards(() => inUse.Forget(caller.Tenant.Number));
    }

    /// <summary>Nobody is reminded of an account that ended. Where contact had lapsed the alarm takes the work away, which a merge at the same time moves.</summary>
    public void Leave(KeyAccount account)
    {
        var now = clock.GetUtcNow();
        db.Record(account, caller, now);
        if (account.LapsedAt is null)
        {
            db.DropAlarm(Alarms.AccountContactDue, account.Id.Value);
        }
        else
        {
            db.MoveAlarm(Alarms.AccountContactDue, account.Id.Value, now);
        }
        db.DropAlarm(Alarms.AccountHealthDue, account.Id.Value);
        work.Afterwards(() => inUse.Forget(caller.Tenant.Number));
    }
}
