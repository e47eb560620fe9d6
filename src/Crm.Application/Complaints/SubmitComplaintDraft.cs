using Crm.Domain;
using FluentValidation;
using MediatR;

namespace Crm.Application.Complaints;

public sealed record SubmitComplaintDraft(string Token) : ICommand<PublicComplaintReceipt>, IHandledAgain
{
    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => nameof(SubmitComplaintDraft);
}

/// <summary>Hands in what was written, by the rules of every complaint without a login; the draft goes in the same save, so that it becomes one complaint.</summary>
internal sealed class SubmitComplaintDraftHandler(
    ICrmDb db, TimeProvider clock, IValidator<FilePublicComplaint> validator, IRequestHandler<FileComplaint, Result<ComplaintDetails>> file)
    : ICommandHandler<SubmitComplaintDraft, PublicComplaintReceipt>
{
    public async Task<Result<PublicComplaintReceipt>> Handle(SubmitComplaintDraft command, CancellationToken ct)
    {
        if ((await db.ComplaintDrafts.FindByToken(command.Token, clock, ct)).Failed(out var error, out var draft))
        {
            return error;
        }
        var complaint = FilePublicComplaint.Of(draft.Content);
        if (Validation.Check(validator, complaint) is { } incomplete)
        {
            return incomplete;
        }
        // Each time it was saved is a step on the customer's way to us, and so is this.
        if ((await file.Handle(complaint.ToFile() with { Steps = draft.Version + 1 }, ct)).Failed(out error, out var filed))
        {
            return error;
        }
        db.Discard(draft);
        return PublicComplaintReceipt.Of(filed);
    }
}
