using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

public sealed record RenewTrackingLink(ComplaintId Id) : ICommand<RenewedTrackingLink>, IHandledAgain;

/// <summary>The customer's new way to a complaint. It is told this once.</summary>
/// <param name="ComplaintId">The complaint.</param>
/// <param name="TrackingToken">The secret.</param>
/// <param name="TrackingLink">The address under which the customer follows the complaint without a login.</param>
public sealed record RenewedTrackingLink(ComplaintId ComplaintId, string TrackingToken, string TrackingLink)
{
    public const int TrackingTokenMaxLength = Domain.Complaints.TrackingToken.Length;
    public const int TrackingLinkMaxLength = ComplaintDetails.TrackingLinkMaxLength;

    internal const string ExampleToken = "q0N3yT6m1m0oVb2b9m2m7Jx5o0cF8wq7m3Jm0c4Xw1E";

    public static readonly RenewedTrackingLink Example = new(ComplaintDetails.ExampleId, ExampleToken, "/v1/public/golestan/complaints/" + ExampleToken);
}

internal sealed class RenewTrackingLinkHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RenewTrackingLink, RenewedTrackingLink>
{
    public async Task<Result<RenewedTrackingLink>> Handle(RenewTrackingLink command, CancellationToken ct)
    {
        if (await db.Complaints.FirstOrDefaultAsync(c => c.Id == command.Id, ct) is not { } complaint)
        {
            return Error.NotFound<Complaint>();
        }
        var (token, now) = (TrackingToken.New(), clock.GetUtcNow());
        if (complaint.RenewTracking(token, caller.StaffId, now).Failed(out var error))
        {
            return error;
        }
        db.OnlyWhileActive(complaint.CustomerId);
        db.Record(complaint, caller, now);
        return new RenewedTrackingLink(complaint.Id, token.Text, token.LinkOf(caller));
    }
}
