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

public sealed record AcceptOfferByLink(string Token, OfferId OfferId) : ICommand<TrackedComplaint>, IHandledAgain;

public sealed record DeclineOfferByLink(string Token, OfferId OfferId, CustomerRefusalBody Body) : ICommand<TrackedComplaint>, IHandledAgain;

/// <summary>The same acceptance as staff records, with the same promises; only who says so is the customer.</summary>
internal sealed class AcceptOfferByLinkHandler(TrackedComplaints tracked, IRequestHandler<AcceptOffer, Result<ComplaintDetails>> accept)
    : ICommandHandler<AcceptOfferByLink, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(AcceptOfferByLink command, CancellationToken ct) =>
        (await tracked.Find(command.Token, ct)).Failed(out var error, out var complaint)
        || (await accept.Handle(new(complaint.Id, command.OfferId, new(IntakeChannel.Web)), ct)).Failed(out error) ? error : await tracked.Show(complaint, ct);
}

internal sealed class DeclineOfferByLinkHandler(TrackedComplaints tracked, IRequestHandler<DeclineOffer, Result<ComplaintDetails>> decline)
    : ICommandHandler<DeclineOfferByLink, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(DeclineOfferByLink command, CancellationToken ct) =>
        (await tracked.Find(command.Token, ct)).Failed(out var error, out var complaint)
        || (await decline.Handle(new(complaint.Id, command.OfferId, new(IntakeChannel.Web, command.Body.Reason)), ct)).Failed(out error) ? error : await tracked.Show(complaint, ct);
}
