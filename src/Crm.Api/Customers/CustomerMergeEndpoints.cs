using Crm.Application;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Customers;

/// <summary>What is done to the records of a customer as a whole: merged, taken apart again, erased, exported.</summary>
internal static class CustomerMergeEndpoints
{
    public static void MapCustomerMerges(this IEndpointRouteBuilder app)
    {
        var customers = app.MapGroup("/v1/customers").WithTags("Customers");
        customers.MapPost("{id}:merge", MergeCustomers).Operation<MergeReport>(Permission.CustomersMerge, 200,
            CustomerErrors.LoserUnknown, CustomerErrors.MergeSameRecord, CustomerErrors.MergeKindsDiffer, CustomerErrors.MergeTooLarge, CustomerErrors.Merged, CustomerErrors.Erased);
        customers.MapPost("{id}:unmerge", UnmergeCustomers).Operation<UnmergeReport>(Permission.CustomersMerge, 200,
            Error.NotFound<CustomerMerge>(), CustomerErrors.NotMerged, CustomerErrors.MergeWindowOver, CustomerErrors.Merged, CustomerErrors.Erased, StoreErrors.ExternalIdTaken);
        customers.MapGet("{id}/merges", ListCustomerMerges).Operation<Page<CustomerMergeRow>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        customers.MapPost("{id}/erasure", EraseCustomer).Operation<ErasureReport>(Permission.CustomersErase, 200, CustomerErrors.Merged);
        customers.MapGet("{id}/export", ExportCustomer).Operation<CustomerExport>(Permission.CustomersExport, 200);
    }

    /// <summary>Merges two records of a customer</summary>
    /// <remarks>
    /// Makes one customer of two records (S3-DB-1). The survivor takes over what only the loser has; contact points, tags and attributes are united; where both have another value,
    /// the survivor's stays unless choices says loser. Every row that refers to the loser then refers to the survivor, except what a customer can have once and the survivor has
    /// already, and relations between the two. The loser stays as a tombstone with survivorId; the external id that the survivor does not take is the tombstone's. With dryRun,
    /// nothing changes and the answer shows what would. A merge can be undone for 30 days.
    /// </remarks>
    /// <param name="id">The survivor.</param>
    /// <param name="ifMatch">The ETag of the survivor's version that the merge is based on.</param>
    private static Task<IResult> MergeCustomers(
        CustomerId id, MergeBody body, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new MergeCustomers(id, body, ifMatch), ct).Ok();

    /// <summary>Undoes a merge</summary>
    /// <remarks>
    /// Makes two customers again of a merge that is at most 30 days old (S3-DB-1). Members of the survivor that are as the merge left them go back to what they were; those that were
    /// edited since stay. The loser gets its profile, its external id and its rows back; rows that were added to the survivor since the merge stay there. Of a chain of merges, the last
    /// one is undone first.
    /// </remarks>
    /// <param name="id">The survivor.</param>
    private static Task<IResult> UnmergeCustomers(CustomerId id, UnmergeBody body, Dispatcher send, CancellationToken ct) =>
        send.Send(new UnmergeCustomers(id, body), ct).Ok();

    /// <summary>Lists the merges of a customer</summary>
    /// <remarks>Merges in which the customer was the survivor or the loser, undone ones included, newest first (S3-DB-1).</remarks>
    private static Task<IResult> ListCustomerMerges([AsParameters] ListCustomerMerges query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Erases a customer</summary>
    /// <remarks>
    /// Forgets everything personal for ever: the profile, external ids, contact points, words in every table that refers to the customer, in the timeline and in the audit trail, and
    /// the records that were merged into this one (S3-DB-1, S2-CALM-1). A tombstone stays with id, kind, lifecycle and times, and rows that count stay without words. A deleted
    /// customer can be erased too. Repeating it answers the same tombstone and erases what came in at the same moment as the first.
    /// </remarks>
    /// <param name="id">The customer; of a merged record, its survivor is erased.</param>
    private static Task<IResult> EraseCustomer(CustomerId id, EraseBody body, Dispatcher send, CancellationToken ct) => send.Send(new EraseCustomer(id, body), ct).Ok();

    /// <summary>Exports everything held on a customer</summary>
    /// <remarks>
    /// One JSON document with the customer, every row of every table that refers to it or to a record merged into it, and the audit trail of the record (S3-DB-1). It is
    /// streamed and offered as a file. A closing tenant may still ask for it, and deleted, merged and erased customers are exported with what is left of them.
    /// </remarks>
    /// <param name="id">The customer.</param>
    private static async Task<IResult> ExportCustomer(CustomerId id, Dispatcher send, CancellationToken ct) =>
        (await send.Send(new ExportCustomer(id), ct)).Failed(out var error, out var export)
            ? new Refused(error)
            : Results.Stream(stream => export.Write(stream, ct), "application/json; charset=utf-8", $"{id}.json");

    private sealed class Refused(Error error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problems.Write(httpContext, error);
    }
}
