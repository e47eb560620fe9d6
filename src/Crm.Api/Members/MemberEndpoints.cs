using Crm.Application;
using Crm.Application.Members;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Members;

/// <summary>Customers in loyalty programmes, and their points.</summary>
internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/v1/members").WithTags("Members");
        members.MapPost("", EnrolMember).Operation<MemberDetails>(
            Permission.MembersWrite, 201, ProgrammeErrors.Unknown, MemberErrors.AlreadyEnrolled, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased);
        members.MapGet("", ListMembers).Operation<Page<MemberDetails>>(Permission.MembersRead, 200, ListErrors.CursorInvalid);
        members.MapGet("{id}", GetMember).Operation<MemberDetails>(Permission.MembersRead, 200);
        members.MapDelete("{id}", LeaveProgramme).Operation(Permission.MembersWrite);
        members.MapGet("{id}/balance", GetBalance).Operation<MemberBalance>(Permission.MembersRead, 200);
        members.MapGet("{id}/tier", GetTier).Operation<TierProgress>(Permission.MembersRead, 200);
        members.MapGet("{id}/entries", ListEntries).Operation<Page<LedgerEntryRow>>(Permission.MembersRead, 200, ListErrors.CursorInvalid);
        members.MapPost("{id}/events", EarnPoints).Operation<EarningAnswer>(
            Permission.MembersWrite, 200, MemberErrors.SourceKnown, MemberErrors.AboveTransactionCap, MemberErrors.Left, MemberErrors.Merged, MemberErrors.PointsOverflow, ProgrammeErrors.Retired);
        members.MapPost("{id}/adjustments", AdjustPoints).Operation<LedgerEntryRow>(
            Permission.LoyaltyAdjust, 200, MemberErrors.BalanceInsufficient, MemberErrors.Left, MemberErrors.Merged, MemberErrors.PointsOverflow);
        members.MapPost("{id}/transfers", TransferPoints).Operation<LedgerEntryRow>(
            Permission.MembersWrite, 200, MemberErrors.BalanceInsufficient, MemberErrors.OtherHousehold, MemberErrors.Unknown, MemberErrors.Left, MemberErrors.Merged);
        members.MapPost("{id}/household", JoinHousehold).Operation<MemberDetails>(Permission.MembersWrite, 200, MemberErrors.HeadUnknown);
        members.MapPost("{id}/entries/{number}/review", ReviewPoints).Operation<MemberDetails>(
            Permission.LoyaltyAdjust, 200, MemberErrors.EntryUnknown, MemberErrors.NotHeld, MemberErrors.Merged);
    }

    /// <summary>Enrols a customer</summary>
    /// <remarks>Makes a customer a member of a programme in use. A customer is a member of a programme once.</remarks>
    private static Task<IResult> EnrolMember(EnrolMember command, Dispatcher send, CancellationToken ct) => send.Send(command, ct).Created(m => $"/v1/members/{m.Id}");

    /// <summary>Lists members</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt or updatedAt. With updatedSince, the change feed.</remarks>
    private static Task<IResult> ListMembers([AsParameters] ListMembers query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a member</summary>
    /// <remarks>What changes with time, such as balance and progress, is asked for by itself.</remarks>
    /// <param name="id">The member.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetMember(MemberId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetMember(id), ct).Ok();

    /// <summary>Ends a membership</summary>
    /// <remarks>The ledger stays; nothing is earned or spent any more.</remarks>
    /// <param name="id">The member.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> LeaveProgramme(MemberId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new LeaveProgramme(id, ifMatch), ct).NoContent();

    /// <summary>Reads a member's balance</summary>
    /// <remarks>Of this moment: what is usable, pending and held, with the lots of which something is left, in the order in which they are spent. What has expired is not in it.</remarks>
    /// <param name="id">The member.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetBalance(MemberId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetBalance(id), ct).Ok();

    /// <summary>Reads a member's tier</summary>
    /// <remarks>The tier, when it ends, what is missing for the next one and to stay, and the tier that would follow as things stand (S5-LOYAL-2).</remarks>
    /// <param name="id">The member.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetTier(MemberId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetTier(id), ct).Ok();

    /// <summary>Lists the entries of a member's ledger</summary>
    /// <remarks>Newest first. An entry never changes and is never taken away.</remarks>
    private static Task<IResult> ListEntries([AsParameters] ListEntries query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Earns points for an event</summary>
    /// <remarks>
    /// A review, a birthday, or something of the tenant's own, by the rules in force. The same source counts once: a second time is refused. What would be above the most of one event is
    /// refused, what is above the cap of a period is cut off, and what comes too fast waits for a review (S5-LOYAL-4).
    /// </remarks>
    /// <param name="id">The member.</param>
    private static Task<IResult> EarnPoints(MemberId id, EarningBody body, Dispatcher send, CancellationToken ct) => send.Send(new EarnPoints(id, body), ct).Ok();

    /// <summary>Adjusts points by hand</summary>
    /// <remarks>Gives or takes points with a reason, which stays in the ledger. Taking more than there are is refused, unless the programme lets members owe.</remarks>
    /// <param name="id">The member.</param>
    private static Task<IResult> AdjustPoints(MemberId id, AdjustmentBody body, Dispatcher send, CancellationToken ct) => send.Send(new AdjustPoints(id, body), ct).Ok();

    /// <summary>Moves points within a household</summary>
    /// <remarks>The soonest to expire first; they stay usable for as long as they were. They do not count for the other's tier.</remarks>
    /// <param name="id">The member who gives.</param>
    private static Task<IResult> TransferPoints(MemberId id, TransferBody body, Dispatcher send, CancellationToken ct) => send.Send(new TransferPoints(id, body), ct).Ok();

    /// <summary>Joins or leaves a household</summary>
    /// <remarks>Names the member who heads it, or the member itself to be of none. Who heads others stays.</remarks>
    /// <param name="id">The member.</param>
    private static Task<IResult> JoinHousehold(MemberId id, HouseholdBody body, Dispatcher send, CancellationToken ct) => send.Send(new JoinHousehold(id, body), ct).Ok();

    /// <summary>Reviews held points</summary>
    /// <remarks>Lets points count that came too fast, from now on, or takes them away.</remarks>
    /// <param name="id">The member.</param>
    /// <param name="number">The number of the entry that earned them.</param>
    private static Task<IResult> ReviewPoints(MemberId id, int number, PointReviewBody body, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviewPoints(id, number, body), ct).Ok();
}
