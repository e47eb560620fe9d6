using Crm.Application;
using Crm.Application.ApiKeys;
using Crm.Domain;
using Crm.Domain.ApiKeys;
using Crm.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.ApiKeys;

/// <summary>The keys with which programs call this API: those of the tenant, and those of the platform.</summary>
internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder app)
    {
        var missing = Error.NotFound<ApiKey>();
        var keys = app.MapGroup("/v1/api-keys").WithTags("ApiKeys");
        keys.MapPost("", IssueApiKey).Operation<ApiKeyDetails>(
            Permission.ApiKeysWrite, 201, ApiKeyErrors.MoreThanOwn, ApiKeyErrors.ExpiryPast, ApiKeyErrors.UnknownStaff);
        keys.MapGet("", ListApiKeys).Operation<Page<ApiKeyRow>>(Permission.ApiKeysRead, 200, ListErrors.CursorInvalid);
        keys.MapGet("{id}", GetApiKey).Operation<ApiKeyDetails>(Permission.ApiKeysRead, 200, missing);
        keys.MapPatch("{id}", RenameApiKey).Operation<ApiKeyDetails>(Permission.ApiKeysWrite, 200, missing, ApiKeyErrors.Revoked, Error.Stale);
        keys.MapDelete("{id}", RevokeApiKey).Operation(Permission.ApiKeysWrite, missing, ApiKeyErrors.NoOwner, Error.Stale);

        var ofPlatform = app.MapGroup("/v1/platform/api-keys").WithTags("ApiKeys");
        ofPlatform.MapPost("", IssuePlatformKey).Operation<ApiKeyDetails>(Permission.TenantsProvision, 201, ApiKeyErrors.MoreThanOwn, ApiKeyErrors.ExpiryPast);
        ofPlatform.MapGet("", ListPlatformKeys).Operation<Page<ApiKeyRow>>(Permission.TenantsProvision, 200, ListErrors.CursorInvalid);
        ofPlatform.MapGet("{id}", GetPlatformKey).Operation<ApiKeyDetails>(Permission.TenantsProvision, 200, missing);
        ofPlatform.MapPatch("{id}", RenamePlatformKey).Operation<ApiKeyDetails>(Permission.TenantsProvision, 200, missing, ApiKeyErrors.Revoked, Error.Stale);
        ofPlatform.MapDelete("{id}", RevokePlatformKey).Operation(Permission.TenantsProvision, missing, ApiKeyErrors.NoOwner, Error.Stale);
    }

    /// <summary>Issues an API key</summary>
    /// <remarks>
    /// The answer holds the key's text as secret, this once; only a hash of it is kept. A repetition with the same Idempotency-Key tells it again for 72 hours,
    /// to the same credential only. A key cannot be given a permission that its maker lacks, and one that acts as a member of staff needs them to be active.
    /// </remarks>
    private static Task<IResult> IssueApiKey(IssueApiKey command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(k => $"/v1/api-keys/{k.Id}");

    /// <summary>Lists API keys</summary>
    /// <remarks>Newest first, or oldest first with sort=createdAt; revoked and expired ones, too. Secrets are never shown.</remarks>
    private static Task<IResult> ListApiKeys([AsParameters] ListApiKeys query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads an API key</summary>
    /// <remarks>Never its secret: prefix is what to recognise it by.</remarks>
    /// <param name="id">The key.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetApiKey(ApiKeyId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetApiKey(id), ct).Ok();

    /// <summary>Renames an API key</summary>
    /// <remarks>Only the name can change. What a key may do is fixed: make another one, then revoke this.</remarks>
    /// <param name="id">The key.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> RenameApiKey(
        ApiKeyId id, Patch<ApiKeyBody> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RenameApiKey(id, changes, ifMatch), ct).Ok();

    /// <summary>Revokes an API key</summary>
    /// <remarks>
    /// For ever: it is refused at once by the process that answers this, and within five seconds by every other. It stays in the list. Repeating
    /// it changes nothing. The tenant's last key that may manage keys is kept.
    /// </remarks>
    /// <param name="id">The key.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RevokeApiKey(
        ApiKeyId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, Credentials credentials, CancellationToken ct) =>
        Revoke(id, ifMatch, send, credentials, ct);

    /// <summary>Issues a platform key</summary>
    /// <remarks>A key that provisions or reads tenants and sees no tenant's data. The answer holds its text as secret, this once.</remarks>
    private static Task<IResult> IssuePlatformKey(IssuePlatformKey command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(k => $"/v1/platform/api-keys/{k.Id}");

    /// <summary>Lists platform keys</summary>
    /// <remarks>The platform's own keys and no tenant's; newest first, or oldest first with sort=createdAt.</remarks>
    private static Task<IResult> ListPlatformKeys([AsParameters] ListApiKeys query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a platform key</summary>
    /// <remarks>Never its secret: prefix is what to recognise it by.</remarks>
    /// <param name="id">The key.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetPlatformKey(ApiKeyId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetApiKey(id), ct).Ok();

    /// <summary>Renames a platform key</summary>
    /// <remarks>Only the name can change. What a key may do is fixed: make another one, then revoke this.</remarks>
    /// <param name="id">The key.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> RenamePlatformKey(
        ApiKeyId id, Patch<ApiKeyBody> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RenameApiKey(id, changes, ifMatch), ct).Ok();

    /// <summary>Revokes a platform key</summary>
    /// <remarks>For ever, as with a tenant's key. The last key that may provision tenants is kept.</remarks>
    /// <param name="id">The key.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RevokePlatformKey(
        ApiKeyId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, Credentials credentials, CancellationToken ct) =>
        Revoke(id, ifMatch, send, credentials, ct);

    private static async Task<IResult> Revoke(ApiKeyId id, IfMatch ifMatch, Dispatcher send, Credentials credentials, CancellationToken ct)
    {
        var revoked = send.Send(new RevokeApiKey(id, ifMatch), ct);
        var answer = await revoked.NoContent();
        credentials.Forget();
        return answer;
    }
}
