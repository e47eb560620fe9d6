using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application;

/// <summary>What a PUT by the integrator's own key came to: the record, and whether it was made just now.</summary>
public sealed record Upserted<T>(T Record, bool IsNew);

public static class UpsertErrors
{
    public static readonly Error ExternalIdMismatch = new(ErrorKind.Invalid, "external_id_mismatch",
        "The externalId in the body is another than that in the address. Leave it out, or make the two the same.");
}

/// <summary>
/// PUT …/by-external-id/{externalId}: makes a record that is unknown, replaces one that is known and named in If-Match (docs/adr: upsert by
/// the integrator's own key).
/// </summary>
internal static class Upserting
{
    /// <summary>
    /// The record to replace, or null where one is to be made. Without If-Match a known record is refused with its version, so nothing is
    /// overwritten unseen; with If-Match an unknown one is refused, so nothing is brought back that somebody took away.
    /// </summary>
    public static async Task<Result<Existing<T>>> LoadForUpsert<T>(this ICrmDb db, IQueryable<T> set, string externalId, IfMatch? ifMatch, CancellationToken ct)
        where T : AggregateRoot<T>, IResource
    {
        var found = await db.FindIdOf<T>(externalId, ct) is { } id ? await set.FirstOrDefaultAsync(x => x.Id == id, ct) : null;
        if (found is null)
        {
            return ifMatch is null ? new Existing<T>(null) : Error.Stale;
        }
        if (ifMatch is not { } wanted)
        {
            return Error.PreconditionRequired.At(found.Version);
        }
        return wanted.Allows(found.Version) ? new Existing<T>(found) : Error.Stale.At(found.Version);
    }

    /// <summary>The id of the record with this key of the integrator: a seek in the table of keys, compared byte by byte on both stores.</summary>
    public static async Task<Id<T>?> FindIdOf<T>(this ICrmDb db, string externalId, CancellationToken ct) where T : IResource
    {
        var (type, key) = (T.Prefix, ByteKey.Of(externalId));
        var found = await db.ExternalIds.AsNoTracking().FirstOrDefaultAsync(e => e.ResourceType == type && e.ExternalId == key, ct);
        return found is null ? null : new Id<T>(found.ResourceId);
    }

    /// <summary>The body's own key, which may be left out because the address has it.</summary>
    public static Error? Mismatch(string? inBody, string inAddress) =>
        inBody is null || inBody == inAddress ? null : UpsertErrors.ExternalIdMismatch.About("/externalId");
}

/// <summary>The record that a PUT replaces; none where it makes one.</summary>
internal sealed record Existing<T>(T? Record) where T : class;
