using Crm.Domain;
using Crm.Domain.Complaints;
using MediatR;

namespace Crm.Application.Complaints;

/// <summary>That a customer declines an offer through the link.</summary>
/// <param name="Reason">Why; at most 2,000 characters.</param>
public sealed record CustomerRefusalBody(string? Reason = null)
{
    public const int ReasonMaxLength = Complaint.ReasonMaxLength;

    public static readonly CustomerRefusalBody Example = new("That is not enough.");
}

public sealed record DeclineOfferByLink(string Token, OfferId OfferId, CustomerRefusalBody Body) : ICommand<TrackedComplaint>, IHandledAgain;

internal sealed class DeclineOfferByLinkHandler(TrackedComplaints tracked, IRequestHandler<DeclineOffer, Result<ComplaintDetails>> decline)
    : ICommandHandler<DeclineOfferByLink, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(DeclineOfferByLink command, CancellationToken ct) =>
        (await tracked.FindWithOffer(command.Token, command.OfferId, ct)).Failed(out var error, out var complaint)
        || (await decline.Handle(new(complaint.Id, command.OfferId, new(IntakeChannel.Web, command.Body.Reason)), ct)).Failed(out error) ? error : await tracked.Show(complaint, ct);
}
