using Crm.Domain;
using Crm.Domain.Commitments;
using FluentValidation;

namespace Crm.Application.Commitments;

/// <summary>That a promise is taken back.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record WithdrawalBody(string Reason)
{
    public static readonly WithdrawalBody Example = new("The customer has found the parcel.");
}

public sealed record WithdrawCommitment(CommitmentId Id, string Reason) : ICommand<CommitmentDetails>;

internal sealed class WithdrawalBodyValidator : AbstractValidator<WithdrawalBody>
{
    public WithdrawalBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Commitment.ReasonMaxLength);
}

internal sealed class WithdrawCommitmentValidator : AbstractValidator<WithdrawCommitment>
{
    public WithdrawCommitmentValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Commitment.ReasonMaxLength);
}

internal sealed class WithdrawCommitmentHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<WithdrawCommitment, CommitmentDetails>
{
    public async Task<Result<CommitmentDetails>> Handle(WithdrawCommitment command, CancellationToken ct)
    {
        if ((await db.Commitments.Load(command.Id, default, ct)).Failed(out var error, out var commitment))
        {
            return error;
        }
        if (commitment.AccountableId != caller.StaffId && !caller.May(Permission.CommitmentsWithdraw))
        {
            return CommitmentErrors.WithdrawalNotYours;
        }
        var now = clock.GetUtcNow();
        if (commitment.Withdraw(command.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(commitment.CustomerId);
        db.DropAlarm(Alarms.CommitmentDue, commitment.Id.Value);
        db.Record(commitment, caller, now);
        return CommitmentDetails.Of(commitment);
    }
}
