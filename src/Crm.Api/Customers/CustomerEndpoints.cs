using Crm.Application;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Customers;

/// <summary>People and organisations, potential and actual, and how to reach them.</summary>
internal static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder app)
    {
        var customers = app.MapGroup("/v1/customers").WithTags("Customers");
        customers.MapPost("", RegisterCustomer).Operation<CustomerDetails>(Permission.CustomersWrite, 201, CustomerErrors.Duplicate);
        customers.MapGet("", ListCustomers).Operation<Page<CustomerRow>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        customers.MapGet("{id}", GetCustomer).Operation<CustomerDetails>(Permission.CustomersRead, 200);
        customers.MapPatch("{id}", ReviseCustomer).Operation<CustomerDetails>(Permission.CustomersWrite, 200, CustomerErrors.KindIsFixed, CustomerErrors.Merged, CustomerErrors.Erased);
        customers.MapDelete("{id}", DeleteCustomer).Operation(Permission.CustomersWrite);
    }

    /// <summary>Registers a customer</summary>
    /// <remarks>
    /// Records a person or an organisation, potential or actual (S3-DB-1, S4-ALL-1). Telephone numbers without country code belong to the tenant's country.
    /// A likely duplicate, which has the same telephone number or e-mail address, or a like name and an attribute in common, is refused with
    /// the id of the known record, unless allowDuplicate=true.
    /// </remarks>
    /// <param name="allowDuplicate">Record the customer even if the same one seems to be known.</param>
    private static Task<IResult> RegisterCustomer(RegisterCustomer command, bool? allowDuplicate, Dispatcher send, CancellationToken ct) =>
        send.Send(command with { AllowDuplicate = allowDuplicate ?? false }, ct).Created(c => $"/v1/customers/{c.Id}");

    /// <summary>Lists customers</summary>
    /// <remarks>
    /// Newest first unless sort says otherwise: createdAt, updatedAt or displayName. With q, by how well the words match: a word that matches whole comes
    /// before its completions. With updatedSince, the change feed: in the order of change, with tombstones.
    /// </remarks>
    private static Task<IResult> ListCustomers([AsParameters] ListCustomers query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a customer</summary>
    /// <remarks>Everything that is known of the customer. A merged or erased record answers as its tombstone, with survivorId after a merge.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent. The answer then has only these, whatever its schema requires.</param>
    private static Task<IResult> GetCustomer(CustomerId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCustomer(id), ct).Ok();

    /// <summary>Revises a customer</summary>
    /// <remarks>Changes the given members and leaves the others; null removes. Lists and contact points are replaced whole.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseCustomer(
        CustomerId id, Patch<CustomerProfile> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseCustomer(id, changes, ifMatch), ct).Ok();

    /// <summary>Deletes a customer</summary>
    /// <remarks>Takes a record out of use that should not be there. It leaves every list but stays as a tombstone in the change feed. Erasing a person is another operation.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> DeleteCustomer(CustomerId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new DeleteCustomer(id, ifMatch), ct).NoContent();
}
