using Crm.Domain;
using FluentValidation;

namespace Crm.Application.Complaints;

public sealed record MakeOffer(ComplaintId Id, OfferBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class MakeOfferHandler(PracticeSteps steps, RemedyAuthority authority, Caller caller, IValidator<OfferBody> validator) : ICommandHandler<MakeOffer, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(MakeOffer command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, async (loaded, now) =>
        {
            var asked = await authority.Ask(loaded.Complaint, [command.Body.Remedies], now, ct);
            return loaded.Complaint.MakeOffer(command.Body.Terms(now, asked[0]), command.Body.Channel, caller.StaffId, now).Failed(out var error) ? error : Result.Done;
        }, ct);
}
