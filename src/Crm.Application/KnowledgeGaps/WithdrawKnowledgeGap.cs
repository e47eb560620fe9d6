using Crm.Application.Commitments;
using Crm.Application.Customers;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.KnowledgeGaps;
using FluentValidation;
using MediatR;

namespace Crm.Application.KnowledgeGaps;

/// <summary>That an answer is not needed any more.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record KnowledgeGapWithdrawalBody(string Reason)
{
    public static readonly KnowledgeGapWithdrawalBody Example = new("The customer has found it in the manual.");
}

public sealed record WithdrawKnowledgeGap(KnowledgeGapId Id, string Reason) : ICommand<KnowledgeGapDetails>;

internal sealed class KnowledgeGapWithdrawalBodyValidator : AbstractValidator<KnowledgeGapWithdrawalBody>
{
    public KnowledgeGapWithdrawalBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(KnowledgeGap.ReasonMaxLength);
}

internal sealed class WithdrawKnowledgeGapValidator : AbstractValidator<WithdrawKnowledgeGap>
{
    public WithdrawKnowledgeGapValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(KnowledgeGap.ReasonMaxLength);
}

internal sealed class WithdrawKnowledgeGapHandler(ICrmDb db, Caller caller, TimeProvider time, IRequestHandler<WithdrawCommitment, Result<CommitmentDetails>> promises)
    : ICommandHandler<WithdrawKnowledgeGap, KnowledgeGapDetails>
{
    public async Task<Result<KnowledgeGapDetails>> Handle(WithdrawKnowledgeGap command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if ((await db.KnowledgeGaps.Load(command.Id, default, ct)).Failed(out var error, out var gap) || gap.Withdraw(command.Reason, now).Failed(out error))
        {
            return error;
        }
        // The promise goes with it under its own rule of who may take it back; what was kept or broken before stays so.
        if ((await promises.Handle(new WithdrawCommitment(gap.CommitmentId, command.Reason), ct)).Failed(out error, out _)
            && error.Code != CommitmentErrors.AlreadyKept.Code && error.Code != CommitmentErrors.AlreadyBroken.Code && error.Code != CommitmentErrors.Withdrawn.Code)
        {
            return error;
        }
        db.OnlyWhileActive(gap.CustomerId);
        await db.CloseWork(RecordId.Of(gap.Id), done: false, caller, now, ct);
        db.Tell(caller, gap.CustomerId, "knowledge_gap.withdrawn", gap.ResourceId, now, new { });
        return KnowledgeGapDetails.Of(gap);
    }
}
