using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Commitments;
using FluentValidation;

namespace Crm.Application.Commitments;

/// <summary>That a promise was kept.</summary>
/// <param name="Evidence">What shows it, such as a call, a document or a reference; 1 to 1000 characters.</param>
public sealed record FulfilmentBody(string Evidence)
{
    public static readonly FulfilmentBody Example = new("Called back at 11:20; the parcel is in Shiraz and comes tomorrow.");
}

public sealed record FulfilCommitment(CommitmentId Id, string Evidence) : ICommand<CommitmentDetails>;

internal sealed class FulfilmentBodyValidator : AbstractValidator<FulfilmentBody>
{
    public FulfilmentBodyValidator() => RuleFor(x => x.Evidence).NotEmpty().MaximumLength(Commitment.EvidenceMaxLength);
}

internal sealed class FulfilCommitmentValidator : AbstractValidator<FulfilCommitment>
{
    public FulfilCommitmentValidator() => RuleFor(x => x.Evidence).NotEmpty().MaximumLength(Commitment.EvidenceMaxLength);
}

internal sealed class FulfilCommitmentHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : ICommandHandler<FulfilCommitment, CommitmentDetails>
{
    public async Task<Result<CommitmentDetails>> Handle(FulfilCommitment command, CancellationToken ct)
    {
        if ((await db.Commitments.Load(command.Id, default, ct)).Failed(out var error, out var commitment))
        {
            return error;
        }
        var now = clock.GetUtcNow();
        var openTime = OpenTime.Always;
        if (commitment is { CalendarId: { } calendar, CalendarVersion: { } version } && !commitment.IsPending(now)
            && (await times.Of(db, caller.Tenant.Number, calendar, version, ct)).Failed(out error, out openTime))
        {
            return error;
        }
        if (commitment.Fulfil(command.Evidence, openTime, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(commitment.CustomerId);
        db.DropAlarm(Alarms.CommitmentDue, commitment.Id.Value);
        db.Record(commitment, caller, now);
        return CommitmentDetails.Of(commitment);
    }
}
