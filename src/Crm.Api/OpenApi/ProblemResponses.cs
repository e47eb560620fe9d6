using System.Globalization;
using System.Text.Json;
using Crm.Application;
using Crm.Domain;
using Crm.Infrastructure;
using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>Every refusal that an operation can give: its own, and those that the mechanics around it give.</summary>
internal sealed class ProblemResponses(OpenApiDocument document, Schemas schemas)
{
    private static readonly string[] RateLimits = ["RateLimit", "RateLimit-Policy"];
    private static readonly string[] RetryAfter = ["Retry-After"];

    public void Add(OpenApiResponses responses, OperationShape shape)
    {
        foreach (var status in Refusals(shape).DistinctBy(e => e.Code).GroupBy(Problems.StatusOf).OrderBy(g => g.Key))
        {
            responses[status.Key.ToString(CultureInfo.InvariantCulture)] = Response(status.Key, [.. status]);
        }
    }

    private OpenApiResponse Response(int status, IReadOnlyList<Error> errors)
    {
        var extra = status switch
        {
            StatusCodes.Status401Unauthorized => ["WWW-Authenticate"],
            StatusCodes.Status409Conflict when errors.Contains(IdempotencyErrors.InProgress) => RetryAfter,
            StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => RetryAfter,
            _ => Array.Empty<string>(),
        };
        return new OpenApiResponse
        {
            Description = string.Join(' ', errors.Select(e => $"`{e.Code}`: {e.Title}")),
            Headers = Headers.Of(document, [.. extra, "Content-Language", .. status == StatusCodes.Status401Unauthorized ? [] : RateLimits]),
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = schemas.Of(typeof(Problem), ofRequest: false),
                    Examples = errors.ToDictionary(e => e.Code, e => (IOpenApiExample)Example(e), StringComparer.Ordinal),
                },
            },
        };
    }

    private OpenApiExampleReference Example(Error error)
    {
        if (document.Components?.Examples?.ContainsKey(error.Code) != true)
        {
            var fields = error.Code == Error.ValidationFailed.Code
                ? new ProblemField[] { new("/contactPoints/0/value", "required", "A value is needed here.") }
                : error.Kind == ErrorKind.Invalid && error.Pointer is { } pointer ? [new ProblemField(pointer, error.Code, error.Title)] : null;
            var problem = new Problem(
                "/problems/" + error.Code, error.Title, Problems.StatusOf(error), error.Detail, "/v1/…", error.Code, "4bf92f3577b34da6a3ce929d0e0e4736", null, fields);
            document.AddComponent<IOpenApiExample>(error.Code, new OpenApiExample
            {
                Summary = error.Title, Value = JsonSerializer.SerializeToNode(problem, CrmJson.Wire),
            });
        }
        return new OpenApiExampleReference(error.Code, document);
    }

    private static IEnumerable<Error> Refusals(OperationShape shape)
    {
        var writes = !shape.Operation.ReadsOnly;
        return [
            HttpErrors.RequestInvalid, .. When(shape.Body is not null, WireErrors.Malformed), .. When(shape.IsPost, HttpErrors.IdempotencyKeyInvalid),
            .. When(!shape.Operation.IsPublic, HttpErrors.Unauthenticated, HttpErrors.Forbidden, HttpErrors.TenantSuspended), HttpErrors.TooManyRequests,
            .. When(shape.IsOfTenant, HttpErrors.TenantRequired), .. When((shape.IsOfTenant || shape.Operation.IsPublic) && writes, HttpErrors.TenantClosing),
            .. shape.PathIds.Select(id => Unknown(id)),
            .. When(writes, StoreErrors.ConcurrentChange), .. When(writes && shape.IsOfTenant && shape.Body is not null, StoreErrors.ReferenceUnknown),
            .. When(shape.HasExternalId, StoreErrors.ExternalIdTaken),
            .. When(shape.IsPost, IdempotencyErrors.InProgress, IdempotencyErrors.KeyReused),
            .. When(shape.Operation.IsConditional, Error.Stale, Error.PreconditionRequired),
            .. When(shape.Body is not null, HttpErrors.TooLarge, HttpErrors.UnsupportedMediaType),
            .. When(shape.Body is not null || shape.HasParameters, Error.ValidationFailed),
            HttpErrors.ParameterUnknown, .. When(shape.HasQuery, HttpErrors.ParameterRepeated, HttpErrors.ParameterTooLong), .. When(shape.HasFields, SparseJson.FieldUnknown),
            .. When(shape.IsList, ListErrors.CursorInvalid, ListErrors.LimitOutOfRange, ListErrors.SortNoneOf(shape.Orders)),
            .. shape.Operation.Refusals,
            HttpErrors.Unexpected, HttpErrors.StoreUnavailable,
        ];
    }

    private static Error[] When(bool condition, params Error[] errors) => condition ? errors : [];

    /// <summary>Error.NotFound of the resource whose id this is.</summary>
    private static Error Unknown(Type id) =>
        (Error)typeof(Error).GetMethod(nameof(Error.NotFound))!.MakeGenericMethod(id.GetGenericArguments()).Invoke(null, null)!;
}
