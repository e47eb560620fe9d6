using Crm.Domain;
using Crm.Domain.Complaints;
using MediatR;

namespace Crm.Application.Complaints;

public sealed record AcceptOfferByLink(string Token, OfferId OfferId) : ICommand<TrackedComplaint>, IHandledAgain;

/// <summary>The same acceptance as staff records, with the same promises; only who says so is the customer.</summary>
internal sealed class AcceptOfferByLinkHandler(TrackedComplaints tracked, IRequestHandler<AcceptOffer, Result<ComplaintDetails>> accept)
    : ICommandHandler<AcceptOfferByLink, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(AcceptOfferByLink command, CancellationToken ct) =>
        (await tracked.FindWithOffer(command.Token, command.OfferId, ct)).Failed(out var error, out var complaint)
        || (await accept.Handle(new(complaint.Id, command.OfferId, new(IntakeChannel.Web)), ct)).Failed(out error) ? error : await tracked.Show(complaint, ct);
}
