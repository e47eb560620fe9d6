using System.Diagnostics;
using System.Text.Json;
using Crm.Application;
using Crm.Domain;

namespace Crm.Api;

/// <summary>Refusals as problem details (RFC 9457), in the reader's language.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>The one place where a kind of refusal becomes a status.</summary>
    public static int StatusOf(Error error) => error.Code switch
    {
        "method_not_allowed" => StatusCodes.Status405MethodNotAllowed,
        "body_too_large" => StatusCodes.Status413PayloadTooLarge,
        "media_type_unsupported" => StatusCodes.Status415UnsupportedMediaType,
        "too_many_requests" => StatusCodes.Status429TooManyRequests,
        "unexpected" => StatusCodes.Status500InternalServerError,
        _ => error.Kind switch
        {
            ErrorKind.Malformed => StatusCodes.Status400BadRequest,
            ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
            ErrorKind.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
            ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status503ServiceUnavailable,
        },
    };

    public static async Task Write(HttpContext http, Error error)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        var status = StatusOf(error);
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.ContentLanguage = Texts.For(http.Request).Language;
        http.Response.Headers.ETag = error.CurrentVersion is { } version ? IfMatch.ETagOf(version) : default;
        if (status == StatusCodes.Status401Unauthorized)
        {
            // RFC 6750: nothing is said of a credential that was not given.
            http.Response.Headers.WWWAuthenticate = http.Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        }
        if (status == StatusCodes.Status503ServiceUnavailable || error.Code == IdempotencyErrors.InProgress.Code)
        {
            http.Response.Headers.RetryAfter = "1";
        }
        await JsonSerializer.SerializeAsync(http.Response.Body, Of(http, error), CrmJson.Wire, CancellationToken.None);
    }

    /// <summary>The document of a refusal, in the language that the request asks for.</summary>
    public static Problem Of(HttpContext http, Error error)
    {
        var texts = Texts.For(http.Request);
        IReadOnlyList<FieldError> fields = error.Pointer is { } pointer && error.Fields.Count == 0
            ? [new(pointer, error.Code, texts.Title(error))]
            : error.Fields;
        return new Problem(
            "/problems/" + error.Code, texts.Title(error), StatusOf(error), error.Detail, http.Request.Path.Value ?? "", error.Code, TraceId(http), error.ConflictingId,
            fields.Count == 0 ? null : [.. fields.Select(f => new ProblemField(f.Pointer, f.Code, texts.Detail(f)))]);
    }

    public static string TraceId(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}

/// <summary>Why a request was refused (RFC 9457).</summary>
/// <param name="Type">The address of a page that explains the code.</param>
/// <param name="Title">What is wrong and what to do, in the language asked for.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What exactly was wrong this time.</param>
/// <param name="Instance">The path of the request.</param>
/// <param name="Code">The stable name of the problem.</param>
/// <param name="TraceId">The name of the request in logs and traces.</param>
/// <param name="ConflictingId">The record that is in the way.</param>
/// <param name="Errors">The members that are not acceptable.</param>
public sealed record Problem(
    string Type, string Title, int Status, string? Detail, string Instance, string Code, string TraceId, string? ConflictingId = null,
    IReadOnlyList<ProblemField>? Errors = null);

/// <summary>A member of the request that is not acceptable.</summary>
/// <param name="Pointer">The member, as a JSON pointer into the body, or the name of a parameter after a slash.</param>
/// <param name="Code">The stable name of what is wrong with it.</param>
/// <param name="Detail">What is wrong with it, in the language asked for.</param>
public sealed record ProblemField(string Pointer, string Code, string Detail);
