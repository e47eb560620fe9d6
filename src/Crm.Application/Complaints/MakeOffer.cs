using Crm.Domain;
using FluentValidation;

namespace Crm.Application.Complaints;

public sealed record MakeOffer(ComplaintId Id, OfferBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class MakeOfferHandler(PracticeSteps steps, Caller caller, IValidator<OfferBody> validator) : ICommandHandler<MakeOffer, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(MakeOffer command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id,
            (c, now) => c.MakeOffer(command.Body.Terms(now), command.Body.Channel, caller.StaffId, now).Failed(out var error) ? error : Result.Done, ct);
}
