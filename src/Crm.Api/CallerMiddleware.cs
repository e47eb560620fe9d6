using System.Security.Cryptography;
using System.Text;
using Crm.Application;
using Crm.Domain;
using Crm.Domain.ApiKeys;
using Crm.Domain.Tenants;
using Crm.Infrastructure;
using Microsoft.AspNetCore.Http.Features;

namespace Crm.Api;

/// <summary>
/// Who is calling, and whether this may be: credential, tenant, rate, permission, query parameters, precondition and Idempotency-Key, in
/// this order. An endpoint without a declared operation is none of the API's.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, Credentials credentials, TokenAuthentication tokens, RateLimits limits, RequestCounts counts)
{
    private const string Bearer = "Bearer ";
    private const int MostBody = 1024 * 1024;

    /// <summary>Without a credential nobody gives out keys, so one must be long enough that no two people choose the same.</summary>
    private const int LeastPublicKey = 16;

    public async Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Operation>() is not { } operation)
        {
            await next(http);
            return;
        }
        caller.RequestId = Problems.TraceId(http);
        if ((operation.IsPublic ? await AdmitAnybody(http, operation, caller) : await Admit(http, operation, caller)) is { } refused)
        {
            await Problems.Write(http, refused);
            return;
        }
        if (UnknownParameter(http, operation) is { } unknown)
        {
            await Problems.Write(http, unknown);
            return;
        }
        caller.IsConditional = operation.IsConditional && http.Request.Headers.ContainsKey("If-Match");
        if (operation is { IsConditional: true, IsUpsert: false } && !caller.IsConditional)
        {
            await Problems.Write(http, Error.PreconditionRequired);
            return;
        }
        await next(http);
    }

    private async ValueTask<Error?> Admit(HttpContext http, Operation operation, Caller caller)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
        if ((await Find(http, token)).Failed(out var unknownCaller, out var credential))
        {
            return unknownCaller;
        }
        caller.Become(credential.Tenant, credential.Id, credential.Name, credential.StaffId, credential.Permissions, credential.CustomerId);
        if (caller.IsOfTenant)
        {
            counts.Add(caller.Tenant.Number);
        }
        if ((limits.Admit(http, caller) ? Refusal(operation, caller) : HttpErrors.TooManyRequests) is { } refused)
        {
            return refused;
        }
        // A token is renewed every few minutes; what its bearer stored must open with the next one.
        return await TakeKey(http, operation, caller, 1, token.StartsWith(ApiKeySecret.Scheme, StringComparison.Ordinal) ? token : caller.CredentialId);
    }

    /// <param name="least">How many characters a key has at least.</param>
    /// <param name="secret">What only its sender knows; null where that is no more than the request itself.</param>
    private static async ValueTask<Error?> TakeKey(HttpContext http, Operation operation, Caller caller, int least, string? secret)
    {
        if (http.Request.Headers.TryGetValue("Idempotency-Key", out var key) && HttpMethods.IsPost(http.Request.Method))
        {
            if (key is not [{ Length: <= 200 } text] || text.Length < least || text.Any(c => c is <= ' ' or > '~'))
            {
                return HttpErrors.IdempotencyKeyInvalid;
            }
            caller.Idempotent = await Identify(http, operation, caller, text, secret);
        }
        return null;
    }

    /// <summary>
    /// Somebody without a credential is a caller of the tenant that the address names, without any permission. All of them share the limit of one
    /// credential, so that they never use up what the tenant's own have; and no network address sends more than its share of what all may send. An
    /// Idempotency-Key is theirs who know the tracking token or, where there is none yet, the whole request.
    /// </summary>
    private async ValueTask<Error?> AdmitAnybody(HttpContext http, Operation operation, Caller caller)
    {
        // The address holds a secret: a trace names the route instead.
        http.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("url.path", operation.Route);
        var slug = (string?)http.Request.RouteValues[Operation.TenantSlug] ?? "";
        if (await credentials.FindPublicTenant(slug, http.RequestAborted) is not { } tenant)
        {
            return Error.NotFound<Tenant>();
        }
        caller.Become(tenant, "public:" + tenant.Slug, "public link", null, []);
        counts.Add(tenant.Number);
        if (!limits.Admit(http, caller) || (!operation.ReadsOnly && !limits.AdmitAddress(http, tenant.Number)))
        {
            return HttpErrors.TooManyRequests;
        }
        return operation.ReadsOnly ? null
            : tenant.Status == TenantStatus.Closing ? HttpErrors.TenantClosing
            : await TakeKey(http, operation, caller, LeastPublicKey, (string?)http.Request.RouteValues[Operation.TrackingToken]);
    }

    private async ValueTask<Result<Credential>> Find(HttpContext http, string token)
    {
        if (!token.StartsWith(ApiKeySecret.Scheme, StringComparison.Ordinal))
        {
            return token.Length > 0 ? await tokens.Find(token, http.RequestAborted) : HttpErrors.Unauthenticated;
        }
        return ApiKeySecret.TryParse(token, out var secret) && await credentials.Find(secret, http.RequestAborted) is { } known ? known : HttpErrors.Unauthenticated;
    }

    private static Error? Refusal(Operation operation, Caller caller)
    {
        var ofPlatform = Permission.OfPlatform.Contains(operation.Permission);
        if (!caller.IsOfTenant && !ofPlatform && operation.Permission != Permission.Any)
        {
            return HttpErrors.TenantRequired;
        }
        if (caller.IsOfTenant)
        {
            switch (caller.Tenant.Status)
            {
                case TenantStatus.Suspended: return HttpErrors.TenantSuspended;
                case TenantStatus.Closed: return HttpErrors.Unauthenticated;
                case TenantStatus.Closing when !operation.ReadsOnly: return HttpErrors.TenantClosing;
            }
        }
        return caller.May(operation.Permission) ? null : HttpErrors.Forbidden.Because($"Needed: {operation.Permission}.");
    }

    private static Error? UnknownParameter(HttpContext http, Operation operation)
    {
        foreach (var (name, values) in http.Request.Query)
        {
            if (!operation.QueryNames.Contains(name, StringComparer.Ordinal))
            {
                return HttpErrors.ParameterUnknown.Because(operation.QueryNames.Count == 0
                    ? "This address takes no query parameters."
                    : "Known: " + string.Join(", ", operation.QueryNames.Order(StringComparer.Ordinal)) + ".").About("/" + name);
            }
            if (values.Count > 1)
            {
                return HttpErrors.ParameterRepeated.About("/" + name);
            }
            if (values[0]?.Length > Operation.ParameterMaxLength)
            {
                return HttpErrors.ParameterTooLong.About("/" + name);
            }
        }
        return null;
    }

    private static async Task<IdempotentRequest> Identify(HttpContext http, Operation operation, Caller caller, string key, string? secret)
    {
        var body = new MemoryStream();
        if (http.Request.ContentLength > MostBody)
        {
            throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
        }
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        http.Request.Body = body;
        using var request = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        request.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Path}{http.Request.QueryString}\n"));
        request.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        var requestHash = request.GetHashAndReset();
        var known = secret ?? Convert.ToHexString(requestHash);
        var scope = operation.IsPublic ? $"{caller.CredentialId}\n{known}" : caller.CredentialId;
        return new(Hash($"{scope}\n{operation.Route}\n{key}"), requestHash, Hash($"{known}\n{key}"));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
