using Crm.Application;
using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Programmes;

/// <summary>Loyalty programmes: what is earned for what, when points expire, tiers.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder app)
    {
        var programmes = app.MapGroup("/v1/programmes").WithTags("Programmes");
        programmes.MapPost("", EstablishProgramme).Operation<ProgrammeDetails>(Permission.ProgrammesWrite, 201, ProgrammeErrors.TooMany, RewardErrors.Unknown);
        programmes.MapGet("", ListProgrammes).Operation<Page<ProgrammeRow>>(Permission.ProgrammesRead, 200, ListErrors.CursorInvalid);
        programmes.MapGet("{id}", GetProgramme).Operation<ProgrammeDetails>(Permission.ProgrammesRead, 200);
        programmes.MapPatch("{id}", ReviseProgramme).Operation<ProgrammeDetails>(Permission.ProgrammesWrite, 200, ProgrammeErrors.Retired, RewardErrors.Unknown);
        programmes.MapDelete("{id}", RetireProgramme).Operation(Permission.ProgrammesWrite);
        programmes.MapGet("{id}/versions/{number}", GetProgrammeVersion).Operation<ProgrammeVersionDetails>(Permission.ProgrammesRead, 200, ProgrammeErrors.VersionUnknown);
        programmes.MapGet("{id}/campaigns", GetCampaigns).Operation<ProgrammeCampaigns>(Permission.ProgrammesRead, 200);
        programmes.MapPost("{id}/examination", ExamineEarning).Operation<EarningExamination>(Permission.ProgrammesRead, 200, MemberErrors.Unknown);
        programmes.MapPost("{id}/auto-redemption/examination", ExamineAutoRedemption).Operation<AutoRedemptionExamination>(Permission.ProgrammesRead, 200, MemberErrors.Unknown);
        programmes.MapGet("{id}/liability", GetLiability).Operation<ProgrammeLiability>(Permission.MembersRead, 200);
        programmes.MapGet("{id}/breakage", GetBreakage).Operation<ProgrammeBreakage>(Permission.MembersRead, 200, MonthErrors.Invalid);
        programmes.MapPost("{id}/audit", AuditProgramme).Operation<AuditReport>(Permission.MembersRead, 200, MemberErrors.Unknown);
    }

    /// <summary>Establishes a loyalty programme</summary>
    /// <remarks>
    /// What is earned for what (rules), how long it is pending, when it expires, what becomes of points when a purchase comes back, and the tiers (S5-LOYAL-1, S5-LOYAL-2). Every rule
    /// that fits an event earns, with an entry of its own. A cap of one event refuses, a cap of a period cuts off (S5-LOYAL-4).
    /// </remarks>
    private static Task<IResult> EstablishProgramme(EstablishProgramme command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(p => $"/v1/programmes/{p.Id}");

    /// <summary>Lists loyalty programmes</summary>
    /// <remarks>Newest first, those out of use included.</remarks>
    private static Task<IResult> ListProgrammes([AsParameters] ListProgrammes query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a loyalty programme</summary>
    /// <remarks>With its rules as they are now.</remarks>
    /// <param name="id">The programme.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetProgramme(ProgrammeId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetProgramme(id), ct).Ok();

    /// <summary>Revises a loyalty programme</summary>
    /// <remarks>Changes the given members and leaves the others; lists are replaced whole. The new version counts at once, and what was earned stays as it was (S4-POLICY-1).</remarks>
    /// <param name="id">The programme.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseProgramme(
        ProgrammeId id, Patch<ProgrammeContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseProgramme(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a loyalty programme</summary>
    /// <remarks>Nothing is earned in it any more and nobody joins. What is there can be spent.</remarks>
    /// <param name="id">The programme.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireProgramme(ProgrammeId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireProgramme(id, ifMatch), ct).NoContent();

    /// <summary>Reads a version of a loyalty programme</summary>
    /// <remarks>The rules as they stood under a number that entries name.</remarks>
    /// <param name="id">The programme.</param>
    /// <param name="number">The number of the version.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetProgrammeVersion(ProgrammeId id, int number, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetProgrammeVersion(id, number), ct).Ok();

    /// <summary>Reads how much of campaigns is spent</summary>
    /// <remarks>
    /// A campaign is a budget of points for all members together (S5-LOYAL-4). Where it has less left than a rule would earn, the rule earns what is left or nothing, as the campaign says;
    /// never more, however many earn at once.
    /// </remarks>
    /// <param name="id">The programme.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCampaigns(ProgrammeId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCampaigns(id), ct).Ok();

    /// <summary>Examines what an event would earn</summary>
    /// <remarks>Rule by rule, with the reason of each: another event, a condition that does not hold, a cap. Nothing is earned and nothing written.</remarks>
    /// <param name="id">The programme.</param>
    private static Task<IResult> ExamineEarning(ProgrammeId id, ExaminationBody body, Dispatcher send, CancellationToken ct) => send.Send(new ExamineEarning(id, body), ct).Ok();

    /// <summary>Examines what the next night would redeem for a member</summary>
    /// <remarks>
    /// A programme may name a reward that the night redeems for whoever has so many points: once a night, after points have become active and before others expire, as far as stock and
    /// eligibility go. This says whether it would, what is in the way, and of which lots it would take. Nothing is written.
    /// </remarks>
    /// <param name="id">The programme.</param>
    private static Task<IResult> ExamineAutoRedemption(ProgrammeId id, AutoRedemptionExaminationBody body, Dispatcher send, CancellationToken ct) =>
        send.Send(new ExamineAutoRedemption(id, body), ct).Ok();

    /// <summary>Reads what a loyalty programme owes</summary>
    /// <remarks>
    /// The usable points of all members, how much of them is expected to be redeemed and what points are worth, and what that comes to, with the formula. What has expired is not in it, whether
    /// a night has written it or not.
    /// </remarks>
    /// <param name="id">The programme.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetLiability(ProgrammeId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetLiability(id), ct).Ok();

    /// <summary>Reads how many points of a loyalty programme were never used</summary>
    /// <remarks>
    /// Of the points that were earned in each month, how many have expired and how many were redeemed, and the part of the former, with the formula. Points that were given back after they
    /// had expired, by grace, are of the month in which they came back.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetBreakage([AsParameters] GetBreakage query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Audits the balances of a loyalty programme</summary>
    /// <remarks>
    /// Reckons every balance and every lot anew from entries and allocations, for a slice of the members in the order in which they joined, and reports each difference: none, ever. next
    /// is where to go on.
    /// </remarks>
    /// <param name="id">The programme.</param>
    private static Task<IResult> AuditProgramme(ProgrammeId id, AuditBody body, Dispatcher send, CancellationToken ct) => send.Send(new AuditProgramme(id, body), ct).Ok();
}
