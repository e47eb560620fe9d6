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
        customers.MapPut("by-external-id/{externalId}", UpsertCustomer)
            .Operation<CustomerDetails>(Permission.CustomersWrite, 201, UpsertErrors.ExternalIdMismatch, CustomerErrors.Duplicate, CustomerErrors.KindIsFixed, Error.Stale, Error.PreconditionRequired);
        customers.MapGet("schema", GetCustomerSchema).Operation<CustomerSchema>(Permission.CustomersRead, 200);
        customers.MapGet("{id}/duplicates", FindDuplicates).Operation<Page<LikelyDuplicate>>(Permission.CustomersRead, 200);
        customers.MapPost("{id}/lifecycle", MoveCustomer).Operation<CustomerDetails>(Permission.CustomersWrite, 200, CustomerErrors.Merged, CustomerErrors.Erased);
        customers.MapGet("{id}/lifecycle", ListLifecycleChanges).Operation<Page<LifecycleChangeRow>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        customers.MapPut("{id}/do-not-contact", RefuseContact)
            .Operation<CustomerDetails>(Permission.CustomersWrite, 200, CustomerErrors.Merged, CustomerErrors.Erased);
        customers.MapDelete("{id}/do-not-contact", AllowContact).Operation(Permission.CustomersWrite, CustomerErrors.Merged, CustomerErrors.Erased);
        app.MapCustomerRecords();
        app.MapCustomerMerges();
        app.MapAttributeDefinitions();
        app.MapCustomerActivity();
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

    /// <summary>Records or replaces a customer by your own key</summary>
    /// <remarks>
    /// Unknown key: the customer is recorded as a prospect, 201. Known key: the whole profile is replaced by the body, 200; this needs If-Match, and without it
    /// 428 says in detail which ETag the record has now.
    /// </remarks>
    /// <param name="externalId">Your own key; at most 100 characters.</param>
    /// <param name="allowDuplicate">Record the customer even if the same one seems to be known under another key.</param>
    /// <param name="ifMatch">The ETag of the version that is to be replaced; absent for a new customer.</param>
    private static Task<IResult> UpsertCustomer(
        string externalId, CustomerProfile profile, bool? allowDuplicate, [FromHeader(Name = "If-Match")] IfMatch? ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new UpsertCustomer(Http.ExternalIdOf(externalId), profile, allowDuplicate ?? false, ifMatch), ct).Upserted(c => $"/v1/customers/{c.Id}");

    /// <summary>Reads the schema of customers</summary>
    /// <remarks>The built-in members and the tenant's own attributes as a JSON Schema (2020-12), enough to build a form from (S3-DB-1).</remarks>
    private static Task<IResult> GetCustomerSchema(Dispatcher send, CancellationToken ct) => send.Send(new GetCustomerSchema(), ct).Ok();

    /// <summary>Finds likely duplicates</summary>
    /// <remarks>
    /// Who has the same telephone number or e-mail address, or a close name in either script and an attribute or contact point in common; surest first, at most 50.
    /// </remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> FindDuplicates(CustomerId id, Dispatcher send, CancellationToken ct) => send.Send(new FindDuplicates(id), ct).Ok();

    /// <summary>Moves a customer along the lifecycle</summary>
    /// <remarks>Potential and actual customers are one: only the stage changes, and the history keeps when and why (S4-ALL-1). The present stage again changes nothing.</remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> MoveCustomer(CustomerId id, MoveCustomerBody body, Dispatcher send, CancellationToken ct) =>
        send.Send(new MoveCustomer(id, body.Lifecycle, body.Reason), ct).Ok();

    /// <summary>Lists the moves along the lifecycle</summary>
    /// <remarks>Newest first; the first one of all has no from.</remarks>
    private static Task<IResult> ListLifecycleChanges([AsParameters] ListLifecycleChanges query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Records that a customer wishes no contact</summary>
    /// <remarks>Goes before every consent (S4-ALL-1). Replaces an earlier wish. If-Match names the version of the customer.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="ifMatch">The ETag of the customer's version that the change is based on.</param>
    private static Task<IResult> RefuseContact(
        CustomerId id, RefuseContactBody wish, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RefuseContact(id, wish, ifMatch), ct).Ok();

    /// <summary>Takes back the wish for no contact</summary>
    /// <remarks>The customer may be contacted again where there is consent. Without a wish nothing happens.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="ifMatch">The ETag of the customer's version that the change is based on.</param>
    private static Task<IResult> AllowContact(CustomerId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new AllowContact(id, ifMatch), ct).NoContent();
}
