using Crm.Application;
using Crm.Application.Me;
using Crm.Domain;

namespace Crm.Api.Me;

/// <summary>Who is calling, as the credential says.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/me").WithTags("Me").MapGet("", GetMe).Operation<MeDetails>(Permission.Any, 200);

    /// <summary>Says who is calling</summary>
    /// <remarks>Any valid credential may ask: which credential, tenant and member of staff the request came with, and what it may do.</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetMe(string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetMe(), ct).Ok();
}
