using Crm.Domain;
using Crm.Domain.KeyAccounts;
using FluentValidation;

namespace Crm.Application.KeyAccounts;

/// <summary>Why a customer is a key account no more.</summary>
/// <param name="Reason">Why; 1 to 1000 characters.</param>
public sealed record AccountEndBody(string Reason)
{
    public static readonly AccountEndBody Example = new("The business was sold");
}

internal sealed class AccountEndBodyValidator : AbstractValidator<AccountEndBody>
{
    public AccountEndBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(AccountTerms.ReasonMaxLength);
}

public sealed record EndKeyAccount(KeyAccountId Id, string Reason) : ICommand<KeyAccountDetails>;

internal sealed class EndKeyAccountValidator : AbstractValidator<EndKeyAccount>
{
    public EndKeyAccountValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(AccountTerms.ReasonMaxLength);
}

internal sealed class EndKeyAccountHandler(ICrmDb db, Caller caller, TimeProvider clock, Designations designations) : ICommandHandler<EndKeyAccount, KeyAccountDetails>
{
    public async Task<Result<KeyAccountDetails>> Handle(EndKeyAccount command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.KeyAccounts.Load(command.Id, default, ct)).Failed(out var error, out var account)
            || account.End(command.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        designations.Leave(account);
        return KeyAccountDetails.Of(account);
    }
}
