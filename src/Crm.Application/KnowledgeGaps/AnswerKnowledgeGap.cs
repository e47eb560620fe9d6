using Crm.Application.Calendars;
using Crm.Application.Commitments;
using Crm.Application.Customers;
using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.KnowledgeGaps;
using FluentValidation;
using MediatR;

namespace Crm.Application.KnowledgeGaps;

/// <summary>What was found out.</summary>
/// <param name="Answer">The answer; 1 to 5000 characters. Its beginning is the evidence that the promise was kept.</param>
public sealed record KnowledgeAnswerBody(string Answer)
{
    public static readonly KnowledgeAnswerBody Example = new("Yes, where the battery is of the same type. See the guarantee, paragraph 4.");
}

public sealed record AnswerKnowledgeGap(KnowledgeGapId Id, string Answer) : ICommand<KnowledgeGapDetails>;

internal sealed class KnowledgeAnswerBodyValidator : AbstractValidator<KnowledgeAnswerBody>
{
    public KnowledgeAnswerBodyValidator() => RuleFor(x => x.Answer).NotEmpty().MaximumLength(KnowledgeGap.AnswerMaxLength);
}

internal sealed class AnswerKnowledgeGapValidator : AbstractValidator<AnswerKnowledgeGap>
{
    public AnswerKnowledgeGapValidator() => RuleFor(x => x.Answer).NotEmpty().MaximumLength(KnowledgeGap.AnswerMaxLength);
}

internal sealed class AnswerKnowledgeGapHandler(
    ICrmDb db, Caller caller, TimeProvider time, OpenTimes times, IRequestHandler<FulfilCommitment, Result<CommitmentDetails>> promises) : ICommandHandler<AnswerKnowledgeGap, KnowledgeGapDetails>
{
    public async Task<Result<KnowledgeGapDetails>> Handle(AnswerKnowledgeGap command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if ((await db.KnowledgeGaps.Load(command.Id, default, ct)).Failed(out var error, out var gap) || gap.AnswerWith(command.Answer, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        // A promise that was kept or taken back by itself stands as it is; the question is answered all the same.
        if ((await promises.Handle(new FulfilCommitment(gap.CommitmentId, gap.Answer!.AtMost(Commitment.EvidenceMaxLength)), ct)).Failed(out error, out _)
            && error.Code != CommitmentErrors.AlreadyKept.Code && error.Code != CommitmentErrors.Withdrawn.Code)
        {
            return error;
        }
        db.OnlyWhileActive(gap.CustomerId);
        await db.CloseWork(RecordId.Of(gap.Id), done: true, caller, now, ct);
        if (gap.AskedById is { } asker && asker != caller.StaffId)
        {
            db.Notify(asker, "knowledge_gap.answered", RecordId.Of(gap.Id), gap.CustomerId, now, await db.DeliveryTime(times, caller, now, ct));
        }
        db.Tell(caller, gap.CustomerId, "knowledge_gap.answered", gap.ResourceId, now, new { Answer = gap.Answer!.AtMost(Commitment.TextMaxLength) });
        return KnowledgeGapDetails.Of(gap);
    }
}
