using Crm.Application;
using Crm.Application.Referrals;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Referrals;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Referrals;

/// <summary>Who brought whom.</summary>
internal static class ReferralEndpoints
{
    public static void MapReferrals(this IEndpointRouteBuilder app)
    {
        var referrals = app.MapGroup("/v1/referrals").WithTags("Referrals");
        referrals.MapPost("", ReferCustomer).Operation<ReferralDetails>(
            Permission.ReferralsWrite, 201, ReferralErrors.Self, ReferralErrors.AlreadyCustomer, ReferralErrors.AlreadyReferred, ReferralErrors.ReferrerUnknown, ReferralErrors.ReferredUnknown,
            CustomerErrors.Duplicate, CustomerErrors.Merged, CustomerErrors.Erased);
        referrals.MapGet("", ListReferrals).Operation<Page<ReferralDetails>>(Permission.ReferralsRead, 200, ListErrors.CursorInvalid);
        referrals.MapGet("{id}", GetReferral).Operation<ReferralDetails>(Permission.ReferralsRead, 200);
        referrals.MapDelete("{id}", WithdrawReferral).Operation(Permission.ReferralsWrite, ReferralErrors.Settled);
    }

    /// <summary>Records that a customer referred somebody</summary>
    /// <remarks>
    /// Either a prospect or lead that is known (referredId), or a new person, who is recorded as a lead (S5-REFER-1). The lead converts when it is moved to customer or makes its first
    /// purchase, whichever comes first; then the referrer earns, once, by the rules for referrals of every programme that they are in. Refused are referrals of oneself (the same
    /// customer, household, telephone number or e-mail address), of whoever is or was a customer, and of whoever was referred before.
    /// </remarks>
    /// <param name="allowDuplicate">Record the person even if the same one seems to be known.</param>
    private static Task<IResult> ReferCustomer(ReferCustomer command, bool? allowDuplicate, Dispatcher send, CancellationToken ct) =>
        send.Send(command with { AllowDuplicate = allowDuplicate ?? false }, ct).Created(r => $"/v1/referrals/{r.Id}");

    /// <summary>Lists referrals</summary>
    /// <remarks>Newest first. With referredId: from where a lead came.</remarks>
    private static Task<IResult> ListReferrals([AsParameters] ListReferrals query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a referral</summary>
    /// <remarks>With what came of it, and what the referrer earned.</remarks>
    /// <param name="id">The referral.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetReferral(ReferralId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetReferral(id), ct).Ok();

    /// <summary>Takes a referral back</summary>
    /// <remarks>As long as nothing came of it; another one may be made of the same person then. Repeating it changes nothing.</remarks>
    /// <param name="id">The referral.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> WithdrawReferral(ReferralId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new WithdrawReferral(id, ifMatch), ct).NoContent();
}
