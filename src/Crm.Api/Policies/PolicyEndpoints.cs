using Crm.Application;
using Crm.Application.Policies;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Policies;

/// <summary>How fast whom is served, and who is told when it gets late.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder app)
    {
        var policies = app.MapGroup("/v1/policies").WithTags("Policies");
        policies.MapPost("", EstablishPolicy).Operation<PolicyDetails>(Permission.PoliciesWrite, 201, CalendarErrors.Unknown, PolicyErrors.TooMany);
        policies.MapGet("", ListPolicies).Operation<Page<PolicyRow>>(Permission.PoliciesRead, 200, ListErrors.CursorInvalid);
        policies.MapPost("choice", ChoosePolicy).Operation<PolicyChoiceDetails>(Permission.PoliciesRead, 200);
        policies.MapGet("{id}", GetPolicy).Operation<PolicyDetails>(Permission.PoliciesRead, 200);
        policies.MapPatch("{id}", RevisePolicy).Operation<PolicyDetails>(Permission.PoliciesWrite, 200,
            CalendarErrors.Unknown, PolicyErrors.EffectiveFromBeforeVersion, PolicyErrors.Retired);
        policies.MapDelete("{id}", RetirePolicy).Operation(Permission.PoliciesWrite);
        policies.MapGet("{id}/versions", ListPolicyVersions).Operation<Page<PolicyVersionRow>>(Permission.PoliciesRead, 200, ListErrors.CursorInvalid);
        policies.MapGet("{id}/versions/{number}", GetPolicyVersion).Operation<PolicyVersionDetails>(Permission.PoliciesRead, 200, PolicyErrors.VersionUnknown);
        policies.MapGet("{id}/diff", ComparePolicyVersions).Operation<PolicyDiff>(Permission.PoliciesRead, 200, PolicyErrors.VersionUnknown);
    }

    /// <summary>Establishes a policy</summary>
    /// <remarks>
    /// From targets of its own or from a preset, of which what is given takes the place: standard (the times that hold where a tenant has said
    /// nothing), key (half of them, for the customer class key), iso10002 (complaints, from receipt to close), disp (complaints in the United Kingdom's financial
    /// services: three business days, eight weeks). A clock that starts asks the policies that apply, by rank, for a target of its metric; within a
    /// policy the target with the most criteria wins, and of two with one criterion that for the priority (S3-SPEED-2). Rungs tell who is told at
    /// which part of the target (S3-SPEED-3). Acknowledgement, firstHumanContact, commitment, callback and executiveAnswer never pause. Calendars must
    /// be in use. A tenant has at most 100 policies in use.
    /// </remarks>
    private static Task<IResult> EstablishPolicy(EstablishPolicy policy, Dispatcher send, CancellationToken ct) =>
        send.Send(policy, ct).Created(p => $"/v1/policies/{p.Id}");

    /// <summary>Lists the policies</summary>
    /// <remarks>Newest first, without their targets; retired ones included unless retired=false.</remarks>
    private static Task<IResult> ListPolicies([AsParameters] ListPolicies query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Says which policy holds</summary>
    /// <remarks>
    /// Which target a clock with these facts would run under, and what became of each other policy; nothing is stored. Where no policy of the tenant has
    /// a target for the facts, that of the preset standard holds, with policyId null; it has none for callback and commitment, which are due when was agreed.
    /// </remarks>
    private static Task<IResult> ChoosePolicy(ChoosePolicy question, Dispatcher send, CancellationToken ct) => send.Send(question, ct).Ok();

    /// <summary>Reads a policy</summary>
    /// <remarks>Its newest version, also where that takes effect later, or after the policy went out of use.</remarks>
    /// <param name="id">The policy.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetPolicy(PolicyId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetPolicy(id), ct).Ok();

    /// <summary>Revises a policy</summary>
    /// <remarks>
    /// Changes the given members and leaves the others; lists are replaced whole. Every change makes a new version, in force from its effectiveFrom on,
    /// or from now on; that is not before the version which it follows, so that one planned for later is replaced by another for the same instant. A running
    /// clock keeps the version that it was started under (S4-POLICY-1). A calendar that was retired since keeps giving the hours.
    /// </remarks>
    /// <param name="id">The policy.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> RevisePolicy(
        PolicyId id, Patch<PolicyRevision> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RevisePolicy(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a policy</summary>
    /// <remarks>It does not change any more and no new clock runs under it. Its versions stay, and running clocks keep theirs.</remarks>
    /// <param name="id">The policy.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetirePolicy(PolicyId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetirePolicy(id, ifMatch), ct).NoContent();

    /// <summary>Lists the versions of a policy</summary>
    /// <remarks>Newest first, without their targets. None is ever changed or removed.</remarks>
    private static Task<IResult> ListPolicyVersions([AsParameters] ListPolicyVersions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a version of a policy</summary>
    /// <remarks>The policy as it stood when its ETag was this number.</remarks>
    /// <param name="id">The policy.</param>
    /// <param name="number">The number of the version.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetPolicyVersion(PolicyId id, int number, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetPolicyVersion(id, number), ct).Ok();

    /// <summary>Compares two versions of a policy</summary>
    /// <remarks>
    /// What one version has and the other has not: targets added, removed and changed, each for its metric, channel and priority, and the other parts
    /// before and after. Without numbers it is the last change (S4-POLICY-1).
    /// </remarks>
    private static Task<IResult> ComparePolicyVersions([AsParameters] ComparePolicyVersions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();
}
