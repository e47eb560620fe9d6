using Crm.Application;
using Crm.Application.Authorities;
using Crm.Domain;
using Crm.Domain.Authorities;
using Crm.Domain.Commitments;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Authorities;

/// <summary>Who grants how much without asking.</summary>
internal static class AuthorityEndpoints
{
    public static void MapAuthorities(this IEndpointRouteBuilder app)
    {
        var authorities = app.MapGroup("/v1/authorities").WithTags("Authorities");
        authorities.MapGet("", GetAuthorityMatrix).Operation<AuthorityMatrixDetails>(Permission.AuthoritiesRead, 200);
        authorities.MapPut("", SetAuthorityMatrix).Operation<AuthorityMatrixDetails>(Permission.AuthoritiesWrite, 200);
        authorities.MapGet("versions", ListAuthorityMatrixVersions).Operation<Page<AuthorityVersionRow>>(Permission.AuthoritiesRead, 200, ListErrors.CursorInvalid);
        authorities.MapGet("versions/{number}", GetAuthorityMatrixVersion).Operation<AuthorityVersionDetails>(Permission.AuthoritiesRead, 200, AuthorityErrors.VersionUnknown);
        app.MapGroup("/v1").WithTags("Authorities").MapPost("authorities:examine", ExamineAuthority)
            .Operation<AuthorityExamination>(Permission.AuthoritiesRead, 200, CommitmentErrors.ResponsibleUnknown);
    }

    /// <summary>Reads the authority matrix</summary>
    /// <remarks>
    /// How much each level of authority grants of each kind of remedy, in one case and in a period, without asking (S3-EMPOWER-1). A tenant that set none has what
    /// ships, as version 0: everyone sends a letter of apology and makes a gesture that costs nothing; whatever costs money or points needs approval.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetAuthorityMatrix(string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetAuthorityMatrix(), ct).Ok();

    /// <summary>Sets the authority matrix</summary>
    /// <remarks>
    /// Replaces every rule and makes the next version; decisions that were made keep the version that they were made under (S4-POLICY-1). The first time If-Match is
    /// "0". A level has the rule of its own code for a kind, or else that of everyone; where there is neither, approval is needed. Within what is left of both caps a
    /// remedy is granted at once, above it approval is needed. Amounts in another currency than the cap's need approval and are never converted.
    /// </remarks>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> SetAuthorityMatrix(
        AuthorityMatrixBody matrix, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new SetAuthorityMatrix(matrix, ifMatch), ct).Ok();

    /// <summary>Lists the versions of the authority matrix</summary>
    /// <remarks>Newest first, without their rules; that which ships, number 0, is not among them. None is ever changed or removed.</remarks>
    private static Task<IResult> ListAuthorityMatrixVersions([AsParameters] ListAuthorityMatrixVersions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a version of the authority matrix</summary>
    /// <remarks>The matrix as it stood when its ETag was this number; 0 is what ships.</remarks>
    /// <param name="number">The number of the version.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetAuthorityMatrixVersion(int number, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetAuthorityMatrixVersion(number), ct).Ok();

    /// <summary>Examines an authority</summary>
    /// <remarks>What would come of a remedy that a member of staff grants, and why, by the matrix in force and what is said to have been granted before. Nothing is stored.</remarks>
    private static Task<IResult> ExamineAuthority(ExamineAuthority question, Dispatcher send, CancellationToken ct) => send.Send(question, ct).Ok();
}
