using System.Text.Json;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>What the records about a customer have in common: the customer must be known, a removed record is none, the timeline tells.</summary>
internal static class CustomerRecords
{
    /// <summary>The record of this customer, in the version that the caller believes.</summary>
    public static async Task<Result<T>> Load<T>(this IQueryable<T> set, CustomerId customerId, Id<T> id, IfMatch ifMatch, CancellationToken ct)
        where T : OfCustomer<T>, IResource
    {
        var found = await set.FirstOrDefaultAsync(x => x.Id == id && x.CustomerId == customerId, ct);
        return found is null || found.Removed ? Error.NotFound<T>() : ifMatch.Allows(found.Version) ? found : Error.Stale;
    }

    /// <summary>Takes a record away; repeating it is no error.</summary>
    public static Result Remove<T>(this T? found, IfMatch ifMatch, DateTimeOffset now) where T : OfCustomer<T>, IResource
    {
        if (found is null)
        {
            return Error.NotFound<T>();
        }
        if (!found.Removed && !ifMatch.Allows(found.Version))
        {
            return Error.Stale;
        }
        found.Remove(now);
        return Result.Done;
    }

    /// <summary>A customer's list; only where it is empty is it asked whether there is such a customer.</summary>
    public static async Task<Result<Page<TRow>>> OfKnown<TRow>(this Task<Result<Page<TRow>>> list, ICrmDb db, CustomerId id, CancellationToken ct) =>
        (await list).Failed(out var error, out var page) ? error
        : page.Data.Count > 0 || await db.Customers.AnyAsync(c => c.Id == id && c.State != CustomerState.Deleted, ct) ? page
        : Error.NotFound<Customer>();

    /// <inheritdoc cref="ICrmDb.OnlyWhileActive"/>
    public static void OnlyWhileActive(this ICrmDb db, CustomerId? id)
    {
        if (id is { } known)
        {
            db.OnlyWhileActive(known);
        }
    }

    public static void Tell(
        this ICrmDb db, Caller caller, CustomerId customerId, string type, string? resourceId, DateTimeOffset at, object summary, StaffId? onlyFor = null)
    {
        db.Timeline.Add(new TimelineEntry
        {
            Id = UuidV7.Next(at), CustomerId = customerId, At = at, Type = type, ResourceId = resourceId, By = caller.StaffId, OnlyFor = onlyFor,
            Summary = JsonSerializer.Serialize(summary, CrmJson.Stored),
        });
    }
}
