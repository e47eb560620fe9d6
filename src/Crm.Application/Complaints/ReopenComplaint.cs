using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>Why a complaint is opened again.</summary>
/// <param name="Reason">What the customer says; 1 to 5,000 characters.</param>
/// <param name="Channel">On which way they said so.</param>
public sealed record ReopeningBody(string Reason, IntakeChannel Channel)
{
    public static readonly ReopeningBody Example = new("It leaks again.", IntakeChannel.Phone);
}

public sealed record ReopenComplaint(ComplaintId Id, ReopeningBody Body) : ICommand<Upserted<ComplaintDetails>>, IHandledAgain;

internal sealed class ReopeningBodyValidator : AbstractValidator<ReopeningBody>
{
    public ReopeningBodyValidator()
    {
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(Complaint.WordsMaxLength);
        RuleFor(x => x.Channel).IsInEnum();
    }
}

internal sealed class ReopenComplaintHandler(ICrmDb db, Caller caller, TimeProvider clock, PracticeClocks clocks, Intake intake, IValidator<ReopeningBody> validator)
    : ICommandHandler<ReopenComplaint, Upserted<ComplaintDetails>>
{
    public async Task<Result<Upserted<ComplaintDetails>>> Handle(ReopenComplaint command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        if ((await db.Load(command.Id, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        var (complaint, now) = (loaded.Complaint, clock.GetUtcNow());
        var late = complaint.IsBeyondReopening(ComplaintRules.Usual, now) && complaint.Stage != ComplaintStage.Duplicate;
        if (late)
        {
            return (await Follow(complaint, command.Body, now, ct)).Failed(out error, out var next) ? error : new Upserted<ComplaintDetails>(next, true);
        }
        if (complaint.Reopen(command.Body.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(complaint.CustomerId);
        db.Record(complaint, caller, now);
        await clocks.Follow(complaint, ct);
        return new Upserted<ComplaintDetails>(ComplaintDetails.Of(loaded, now), false);
    }

    /// <summary>Another complaint of the same about the same, too late to be the same record.</summary>
    private async Task<Result<ComplaintDetails>> Follow(Complaint former, ReopeningBody body, DateTimeOffset now, CancellationToken ct)
    {
        var colleagues = await Colleagues.Of(db, former, caller.Today(clock), ct, former.OwnerId);
        if (OwnerOfComplaint.Choose(colleagues, null, former.OwnerId).Failed(out var error, out var owner))
        {
            return error;
        }
        var told = former.Intake ?? new ComplaintIntake { Channel = former.Channel };
        var again = told with
        {
            CustomerId = former.CustomerId,
            Channel = body.Channel,
            ReceivedAt = now,
            Target = former.Target,
            TargetStaffId = former.TargetStaffId,
            ExternalId = null,
        };
        var answering = await intake.Owner(owner, colleagues, former.Language, now, ct);
        var filing = caller.Filing(answering?.Id, now) with { FollowUpOfId = former.Id };
        return Complaint.File(again, body.Reason, [], filing, caller.StaffId, now).Failed(out error, out var filed) ? error : await intake.TakeIn(filed, answering, now, ct);
    }
}
