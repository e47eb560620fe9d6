using Crm.Domain;
using Crm.Domain.KeyAccounts;
using FluentValidation;

namespace Crm.Application.KeyAccounts;

/// <summary>What the review of a key account came to.</summary>
/// <param name="ReviewOn">The day of the next review; after today.</param>
/// <param name="Note">Why the customer still is a key account; 1 to 1000 characters.</param>
public sealed record AccountReviewBody(DateOnly ReviewOn, string Note)
{
    public static readonly AccountReviewBody Example = new(new DateOnly(2099, 9, 21), "Revenue grew; the contract was renewed");
}

internal sealed class AccountReviewBodyValidator : AbstractValidator<AccountReviewBody>
{
    public AccountReviewBodyValidator() => RuleFor(x => x.Note).NotEmpty().MaximumLength(AccountTerms.ReasonMaxLength);
}

public sealed record ReviewKeyAccount(KeyAccountId Id, AccountReviewBody Body) : ICommand<KeyAccountDetails>;

internal sealed class ReviewKeyAccountValidator : AbstractValidator<ReviewKeyAccount>
{
    public ReviewKeyAccountValidator() => RuleFor(x => x.Body.Note).NotEmpty().MaximumLength(AccountTerms.ReasonMaxLength).OverridePropertyName("Note");
}

internal sealed class ReviewKeyAccountHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<ReviewKeyAccount, KeyAccountDetails>
{
    public async Task<Result<KeyAccountDetails>> Handle(ReviewKeyAccount command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.KeyAccounts.Load(command.Id, default, ct)).Failed(out var error, out var account)
            || account.Review(command.Body.ReviewOn, command.Body.Note, caller.Today(clock), caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.Record(account, caller, now);
        return KeyAccountDetails.Of(account);
    }
}
