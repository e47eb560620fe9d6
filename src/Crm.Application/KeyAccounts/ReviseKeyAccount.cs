using Crm.Domain;
using Crm.Domain.KeyAccounts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record ReviseKeyAccount(KeyAccountId Id, Patch<AccountTerms> Changes, IfMatch IfMatch) : ICommand<KeyAccountDetails>;

internal sealed class ReviseKeyAccountHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<AccountTerms> validator) : ICommandHandler<ReviseKeyAccount, KeyAccountDetails>
{
    public async Task<Result<KeyAccountDetails>> Handle(ReviseKeyAccount command, CancellationToken ct)
    {
        if ((await db.KeyAccounts.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var account)
            || command.Changes.ApplyTo(account.Terms).Failed(out error, out var terms))
        {
            return error;
        }
        if (Validation.Check(validator, terms) is { } invalid)
        {
            return invalid;
        }
        var (now, before) = (clock.GetUtcNow(), account.Cadence);
        if (account.Revise(terms, caller.Today(clock), caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        var team = terms.Team.Select(m => m.StaffId).Distinct().ToList();
        if (await db.TeamRefusal(terms, await db.Staff.CountAsync(s => team.Contains(s.Id) && s.Active, ct), ct) is { } left)
        {
            return left;
        }
        db.Record(account, caller, now);
        if (before != account.Cadence)
        {
            db.DropAlarm(Alarms.AccountContactDue, account.Id.Value);
            if (account.Cadence is not null)
            {
                db.SetAlarm(Alarms.AccountContactDue, account.Id.Value, now);
            }
        }
        return KeyAccountDetails.Of(account);
    }
}
