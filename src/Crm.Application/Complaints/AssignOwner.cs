using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>Who is to answer for a complaint from now on.</summary>
/// <param name="OwnerId">An active member of staff who is impartial (S3-FAIR-1).</param>
/// <param name="Reason">Why; at most 2,000 characters.</param>
public sealed record ComplaintOwnerBody(StaffId OwnerId, string? Reason = null)
{
    public static readonly ComplaintOwnerBody Example = new(ComplaintDetails.ExampleOwner, "Speaks Persian.");
}

public sealed record AssignOwner(ComplaintId Id, ComplaintOwnerBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class ComplaintOwnerBodyValidator : AbstractValidator<ComplaintOwnerBody>
{
    public ComplaintOwnerBodyValidator() => RuleFor(x => x.Reason).MaximumLength(Complaint.ReasonMaxLength);
}

internal sealed class AssignOwnerHandler(ICrmDb db, PracticeSteps steps, Caller caller, TimeProvider clock, IValidator<ComplaintOwnerBody> validator)
    : ICommandHandler<AssignOwner, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(AssignOwner command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, async (loaded, now) =>
        {
            var (complaint, owner) = (loaded.Complaint, command.Body.OwnerId);
            var colleagues = await Colleagues.Of(db, complaint, caller.Today(clock), ct, owner);
            return colleagues.Rows.Any(c => c.Id == owner && c.Active)
                ? complaint.AssignOwner(owner, command.Body.Reason, colleagues.Impartiality, caller.StaffId, now)
                : ComplaintErrors.OwnerUnknown;
        }, ct);
}
