using Crm.Application;
using Crm.Application.Me;
using Crm.Domain;

namespace Crm.Api.Me;

/// <summary>Who is calling, as the credential says, and what is theirs.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder app)
    {
        var me = app.MapGroup("/v1/me").WithTags("Me");
        me.MapGet("", GetMe).Operation<MeDetails>(Permission.Any, 200);
        me.MapGet("memberships", GetMyMemberships).Operation<MyMemberships>(Permission.PortalRead, 200);
        me.MapGet("memberships/{id}", GetMyMembership).Operation<MyMembership>(Permission.PortalRead, 200);
    }

    /// <summary>Says who is calling</summary>
    /// <remarks>Any valid credential may ask: which credential, tenant, member of staff or customer the request came with, and what it may do.</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetMe(string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetMe(), ct).Ok();

    /// <summary>Reads the caller's own memberships</summary>
    /// <remarks>
    /// For credentials that act for a customer (S5-SELF-1): points with when they expire, the tier with what is missing, and the rewards within reach or nearly so, in one answer. What
    /// belongs to others is not there for them.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetMyMemberships(string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetMyMemberships(), ct).Ok();

    /// <summary>Reads one of the caller's own memberships</summary>
    /// <remarks>As the list shows it. A membership of somebody else is not found.</remarks>
    /// <param name="id">The member.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetMyMembership(MemberId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetMyMembership(id), ct).Ok();
}
