using Crm.Domain;

namespace Crm.Api;

/// <summary>Refusals that belong to HTTP itself.</summary>
internal static class HttpErrors
{
    public static readonly Error Unauthenticated = new(ErrorKind.Unauthenticated, "unauthenticated",
        "A valid credential is needed: Authorization: Bearer, followed by an API key or a token.");

    public static readonly Error StaffOfTokenUnknown = new(ErrorKind.Forbidden, "token_staff_unknown",
        "The token names a member of staff whom the tenant does not have, or who is not active. Record them under /v1/staff with this id or externalId.");

    public static readonly Error CustomerOfTokenUnknown = new(ErrorKind.Forbidden, "token_customer_unknown",
        "The token names a customer whom the tenant does not have. Record them under /v1/customers with this id or externalId.");

    public static readonly Error Forbidden = new(ErrorKind.Forbidden, "permission_missing",
        "The credential lacks the permission that detail names. Ask an administrator for a key that has it.");

    public static readonly Error TenantRequired = new(ErrorKind.Forbidden, "tenant_required",
        "A platform credential belongs to no tenant and has no data. Use a credential of the tenant.");

    public static readonly Error TenantSuspended = new(ErrorKind.Forbidden, "tenant_suspended",
        "The tenant is suspended. Ask the platform's administrator.");

    public static readonly Error TenantClosing = new(ErrorKind.Forbidden, "tenant_closing",
        "The tenant is closing: reading and export only.");

    public static readonly Error RouteUnknown = new(ErrorKind.NotFound, "route_not_found",
        "There is nothing at this address. /docs lists what there is.");

    public static readonly Error MethodNotAllowed = new(ErrorKind.Malformed, "method_not_allowed",
        "This address does not take this method. The Allow header lists those it takes.");

    public static readonly Error TooLarge = new(ErrorKind.Malformed, "body_too_large", "The body is larger than the 1 MiB that is accepted.");

    public static readonly Error UnsupportedMediaType = new(ErrorKind.Malformed, "media_type_unsupported",
        "The body must be JSON, with Content-Type: application/json, or application/merge-patch+json for PATCH.");

    public static readonly Error RequestInvalid = new(ErrorKind.Malformed, "request_malformed", "The request cannot be read.");

    public static readonly Error ParameterUnknown = new(ErrorKind.Invalid, "parameter_unknown",
        "The address has a query parameter that is not known here. detail lists those that are.");

    public static readonly Error ParameterRepeated = new(ErrorKind.Invalid, "parameter_repeated",
        "The address gives a query parameter more than once. Give it once; several values are separated by commas.");

    public static readonly Error ParameterTooLong = new(ErrorKind.Invalid, "parameter_too_long",
        "A query parameter of the address is longer than the 2000 characters that are accepted.");

    public static readonly Error IdempotencyKeyInvalid = new(ErrorKind.Malformed, "idempotency_key_invalid",
        "An Idempotency-Key has 1 to 200 visible ASCII characters.");

    public static readonly Error TooManyRequests = new(ErrorKind.Unavailable, "too_many_requests",
        "This is more than the credential or its tenant may ask in a minute. Wait as Retry-After says.");

    public static readonly Error StoreUnavailable = new(ErrorKind.Unavailable, "store_unavailable",
        "The store cannot be reached now. Repeat the request as Retry-After says; nothing of it was done.");

    public static readonly Error Unexpected = new(ErrorKind.Unavailable, "unexpected",
        "Something went wrong that should not. It was logged under the traceId; tell it to support.");
}
