using Crm.Domain;
using Crm.Domain.Causes;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

public sealed record ResolveComplaint(ComplaintId Id, Resolution Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class ResolutionValidator : AbstractValidator<Resolution>
{
    public ResolutionValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.CauseCode).NotEmpty().MaximumLength(Resolution.CauseCodeMaxLength);
        RuleFor(x => x.CausedBy).IsInEnum();
        RuleFor(x => x.Findings).NotEmpty().MaximumLength(Resolution.FindingsMaxLength);
        RuleFor(x => x.Expectation).IsInEnum();
        RuleFor(x => x.Evidence).AtMost(Resolution.MaxEvidence);
        RuleForEach(x => x.Evidence).NotEmpty().MaximumLength(Resolution.EvidenceMaxLength);
        RuleFor(x => x.Gesture).MaximumLength(Resolution.GestureMaxLength);
        RuleFor(x => x.Waiver).MaximumLength(Resolution.WaiverMaxLength);
    }
}

internal sealed class ResolveComplaintHandler(ICrmDb db, PracticeSteps steps, Caller caller, CausesOfComplaints causes, IValidator<Resolution> validator)
    : ICommandHandler<ResolveComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(ResolveComplaint command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, async (loaded, now) =>
        {
            var (complaint, code) = (loaded.Complaint, command.Body.CauseCode.Trim());
            var known = await causes.Of(complaint, code, now, ct);
            var done = complaint.Resolve(command.Body, loaded.HasOpenCommitments, caller.StaffId, now);
            if (done.Failed(out _))
            {
                return done;
            }
            if (!known.InUse)
            {
                return CauseErrors.Unknown.About("/causeCode");
            }
            db.OnlyWithoutOpenCommitments(complaint, done);
            causes.Note(complaint, known, now);
            return Result.Done;
        }, ct);
}
