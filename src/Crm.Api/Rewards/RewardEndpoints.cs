using Crm.Application;
using Crm.Application.Rewards;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Rewards;

/// <summary>What points are spent on, and how they are: reserved, confirmed, fulfilled, or given back.</summary>
internal static class RewardEndpoints
{
    public static void MapRewards(this IEndpointRouteBuilder app)
    {
        var rewards = app.MapGroup("/v1/rewards").WithTags("Rewards");
        rewards.MapPost("", OfferReward).Operation<RewardDetails>(Permission.RewardsWrite, 201, ProgrammeErrors.Unknown);
        rewards.MapGet("", ListRewards).Operation<Page<RewardDetails>>(Permission.RewardsRead, 200, ListErrors.CursorInvalid);
        rewards.MapGet("{id}", GetReward).Operation<RewardDetails>(Permission.RewardsRead, 200);
        rewards.MapPatch("{id}", ReviseReward).Operation<RewardDetails>(Permission.RewardsWrite, 200, RewardErrors.Retired, RewardErrors.ProgrammeIsFixed);
        rewards.MapDelete("{id}", RetireReward).Operation(Permission.RewardsWrite);
        rewards.MapGet("{id}/stock", GetStock).Operation<StockLeft>(Permission.RewardsRead, 200);
        rewards.MapPost("{id}/stock", ChangeStock).Operation<StockLeft>(Permission.RewardsWrite, 200, RewardErrors.StockNegative);
        rewards.MapPost("{id}/examination", ExamineRedemption).Operation<RedemptionExamination>(Permission.RewardsRead, 200, MemberErrors.Unknown);
        var redemptions = app.MapGroup("/v1/redemptions").WithTags("Rewards");
        redemptions.MapPost("", ReserveReward).Operation<RedemptionDetails>(
            Permission.MembersWrite, 201, RewardErrors.Unknown, MemberErrors.Unknown, RewardErrors.OfOtherProgramme, RewardErrors.NotOffered, RewardErrors.TierNotEligible,
            RewardErrors.MemberHasEnough, RewardErrors.OutOfStock, MemberErrors.BalanceInsufficient, MemberErrors.Left, MemberErrors.Merged);
        redemptions.MapGet("", ListRedemptions).Operation<Page<RedemptionDetails>>(Permission.MembersRead, 200, ListErrors.CursorInvalid);
        redemptions.MapGet("{id}", GetRedemption).Operation<RedemptionDetails>(Permission.MembersRead, 200);
        redemptions.MapPost("{id}/confirmation", ConfirmRedemption).Operation<ConfirmedRedemption>(
            Permission.MembersWrite, 200, RedemptionErrors.NotReserved, RedemptionErrors.HoldOver);
        redemptions.MapPost("{id}/voucher", RenewVoucher).Operation<ConfirmedRedemption>(
            Permission.MembersWrite, 200, RedemptionErrors.NotConfirmed, RedemptionErrors.NoVoucher, RedemptionErrors.VoucherUsed, RedemptionErrors.VoucherOver);
        redemptions.MapPost("{id}/fulfilment", FulfilRedemption).Operation<RedemptionDetails>(Permission.MembersWrite, 200, RedemptionErrors.NotConfirmed);
        redemptions.MapPost("{id}/release", ReleaseRedemption).Operation<RedemptionDetails>(
            Permission.MembersWrite, 200, RedemptionErrors.AlreadyReleased, RedemptionErrors.AlreadyFulfilled);
        app.MapPost("/v1/voucher-uses", UseVoucher).WithTags("Rewards").Operation<RedemptionDetails>(
            Permission.MembersWrite, 200, RedemptionErrors.VoucherUnknown, RedemptionErrors.VoucherUsed, RedemptionErrors.VoucherOver);
    }

    /// <summary>Offers a reward</summary>
    /// <remarks>What it costs, for whom, from when until when, and how many there are (S5-LOYAL-3).</remarks>
    private static Task<IResult> OfferReward(OfferReward command, Dispatcher send, CancellationToken ct) => send.Send(command, ct).Created(r => $"/v1/rewards/{r.Id}");

    /// <summary>Lists rewards</summary>
    /// <remarks>Newest first, those out of use included.</remarks>
    private static Task<IResult> ListRewards([AsParameters] ListRewards query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a reward</summary>
    /// <remarks>How many are left is asked for by itself, since it changes with every redemption.</remarks>
    /// <param name="id">The reward.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetReward(RewardId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetReward(id), ct).Ok();

    /// <summary>Revises a reward</summary>
    /// <remarks>Changes the given members and leaves the others; what was reserved keeps its price.</remarks>
    /// <param name="id">The reward.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseReward(
        RewardId id, Patch<RewardContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseReward(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a reward</summary>
    /// <remarks>Nobody gets it any more; what was reserved can be confirmed.</remarks>
    /// <param name="id">The reward.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireReward(RewardId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireReward(id, ifMatch), ct).NoContent();

    /// <summary>Reads how many of a reward are left</summary>
    /// <remarks>What is reserved is not left any more.</remarks>
    /// <param name="id">The reward.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetStock(RewardId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetStock(id), ct).Ok();

    /// <summary>Changes how many of a reward are left</summary>
    /// <remarks>By how many came or went. A reward that never ran out has a stock from then on.</remarks>
    /// <param name="id">The reward.</param>
    private static Task<IResult> ChangeStock(RewardId id, StockBody body, Dispatcher send, CancellationToken ct) => send.Send(new ChangeStock(id, body), ct).Ok();

    /// <summary>Examines a redemption</summary>
    /// <remarks>Whether a member could have the reward now, what is in the way, and which points it would take. Nothing is written.</remarks>
    /// <param name="id">The reward.</param>
    private static Task<IResult> ExamineRedemption(RewardId id, RedemptionExaminationBody body, Dispatcher send, CancellationToken ct) =>
        send.Send(new ExamineRedemption(id, body), ct).Ok();

    /// <summary>Reserves a reward</summary>
    /// <remarks>
    /// Takes the points and one of the reward at once, so that nobody else has either; confirm within the time that heldUntil says, or both go back. Of those who want the last one at the
    /// same moment one has it, and the others are refused.
    /// </remarks>
    private static Task<IResult> ReserveReward(ReserveReward command, Dispatcher send, CancellationToken ct) => send.Send(command, ct).Created(r => $"/v1/redemptions/{r.Id}");

    /// <summary>Lists redemptions</summary>
    /// <remarks>Newest first.</remarks>
    private static Task<IResult> ListRedemptions([AsParameters] ListRedemptions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a redemption</summary>
    /// <remarks>Where it stands; never the code of its voucher.</remarks>
    /// <param name="id">The redemption.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetRedemption(RedemptionId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetRedemption(id), ct).Ok();

    /// <summary>Confirms a redemption</summary>
    /// <remarks>Makes it certain. The code of a voucher is told now and never again; it is worth the reward once.</remarks>
    /// <param name="id">The redemption.</param>
    private static Task<IResult> ConfirmRedemption(RedemptionId id, Dispatcher send, CancellationToken ct) => send.Send(new ConfirmRedemption(id), ct).Ok();

    /// <summary>Tells the code of a voucher anew</summary>
    /// <remarks>For one that a night redeemed, or that was lost: the answer has another code, and the one before is worth nothing any more. Until when it is valid stays.</remarks>
    /// <param name="id">The redemption.</param>
    private static Task<IResult> RenewVoucher(RedemptionId id, Dispatcher send, CancellationToken ct) => send.Send(new RenewVoucher(id), ct).Ok();

    /// <summary>Fulfils a redemption</summary>
    /// <remarks>The reward was handed over.</remarks>
    /// <param name="id">The redemption.</param>
    private static Task<IResult> FulfilRedemption(RedemptionId id, Dispatcher send, CancellationToken ct) => send.Send(new FulfilRedemption(id), ct).Ok();

    /// <summary>Releases a redemption</summary>
    /// <remarks>
    /// Before the reward is handed over: the points go back to the lots that they came from, and one of the reward to the stock. Points that have expired meanwhile are gone, or usable for
    /// some days more, as the programme says.
    /// </remarks>
    /// <param name="id">The redemption.</param>
    private static Task<IResult> ReleaseRedemption(RedemptionId id, Dispatcher send, CancellationToken ct) => send.Send(new ReleaseRedemption(id), ct).Ok();

    /// <summary>Uses a voucher</summary>
    /// <remarks>Fulfils the redemption that has this code: once, and while the voucher is valid.</remarks>
    private static Task<IResult> UseVoucher(UseVoucher command, Dispatcher send, CancellationToken ct) => send.Send(command, ct).Ok();
}
