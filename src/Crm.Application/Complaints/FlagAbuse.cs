using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That whoever handles a complaint needs protection (S2-PERSONAL-1).</summary>
/// <param name="Conduct">What happened; 1 to 2,000 characters.</param>
/// <param name="PausedChannel">A channel on which the complainant is not answered for now.</param>
public sealed record AbuseBody(string Conduct, IntakeChannel? PausedChannel = null)
{
    public static readonly AbuseBody Example = new("Shouted and threatened.", IntakeChannel.Phone);
}

public sealed record FlagAbuse(ComplaintId Id, AbuseBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class AbuseBodyValidator : AbstractValidator<AbuseBody>
{
    public AbuseBodyValidator()
    {
        RuleFor(x => x.Conduct).NotEmpty().MaximumLength(Complaint.ReasonMaxLength);
        RuleFor(x => x.PausedChannel).IsInEnum();
    }
}

internal sealed class FlagAbuseHandler(PracticeSteps steps, Caller caller, IValidator<AbuseBody> validator) : ICommandHandler<FlagAbuse, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(FlagAbuse command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.FlagAbuse(command.Body.Conduct, command.Body.PausedChannel, caller.StaffId, now), ct);
}
