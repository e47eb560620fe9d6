using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That the customer was asked whether the complaint is solved (S1-HELP-9).</summary>
/// <param name="Channel">On which way it was tried.</param>
/// <param name="Answer">solved closes it, notSolved reopens it, and the third noAnswer closes it unconfirmed.</param>
/// <param name="Note">What else was said; at most 2,000 characters.</param>
public sealed record FollowUpBody(IntakeChannel Channel, FollowUpAnswer Answer, string? Note = null)
{
    public static readonly FollowUpBody Example = new(IntakeChannel.Phone, FollowUpAnswer.Solved, "The new one works. Thanked us.");
}

public sealed record FollowUpComplaint(ComplaintId Id, FollowUpBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class FollowUpBodyValidator : AbstractValidator<FollowUpBody>
{
    public FollowUpBodyValidator()
    {
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Answer).IsInEnum();
        RuleFor(x => x.Note).MaximumLength(FollowUpContact.NoteMaxLength);
    }
}

internal sealed class FollowUpComplaintHandler(ICrmDb db, PracticeSteps steps, Caller caller, IValidator<FollowUpBody> validator) : ICommandHandler<FollowUpComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(FollowUpComplaint command, CancellationToken ct)
    {
        var body = command.Body;
        return steps.Take(validator, body, command.Id, (loaded, now) =>
        {
            var done = loaded.Complaint.FollowUp(body.Channel, body.Answer, body.Note, loaded.HasOpenCommitments, ComplaintRules.Usual, caller.StaffId, now);
            if (loaded.Complaint.IsClosed)
            {
                db.OnlyWithoutOpenCommitments(loaded.Complaint, done);
            }
            return Task.FromResult(done);
        }, ct);
    }
}
