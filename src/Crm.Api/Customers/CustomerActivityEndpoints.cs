using Crm.Application;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Api.Customers;

/// <summary>What goes on with a customer: timeline, briefing, watchers, and many customers at once.</summary>
internal static class CustomerActivityEndpoints
{
    public static void MapCustomerActivity(this IEndpointRouteBuilder app)
    {
        var customers = app.MapGroup("/v1/customers").WithTags("Customers");
        customers.MapGet("{id}/timeline", GetTimeline).Operation<Page<TimelineRow>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        customers.MapGet("{id}/completeness", GetCompleteness).Operation<CompletenessDetails>(Permission.CustomersRead, 200, CustomerErrors.Merged, CustomerErrors.Erased);
        customers.MapGet("{id}/briefing", BriefOnCustomer).Operation<BriefingDetails>(Permission.CustomersRead, 200, CustomerErrors.Merged, CustomerErrors.Erased);
        customers.MapGet("{id}/watchers", ListWatchers).Operation<Page<WatcherRow>>(Permission.CustomersRead, 200);
        customers.MapPut("{id}/watchers/{staffId}", WatchCustomer).Operation<WatcherRow>(
            Permission.CustomersWrite, 200, CustomerErrors.TooManyWatchers, CustomerErrors.Merged, CustomerErrors.Erased);
        customers.MapDelete("{id}/watchers/{staffId}", UnwatchCustomer).Operation(Permission.CustomersWrite);
        app.MapPost("/v1/customers:batch", RegisterCustomers).WithTags("Customers")
            .Operation<BatchAnswer<CustomerDetails>>(Permission.CustomersWrite, 200, Batches.SizeInvalid);
    }

    /// <summary>Reads a customer's timeline</summary>
    /// <remarks>
    /// Everything that happened with the customer as one stream, latest first (S5-360-1). What is entered while somebody reads on is neither shown twice nor makes anything
    /// be skipped. What only its author may see is left out for others, and interactions for who lacks interactions:read.
    /// </remarks>
    private static Task<IResult> GetTimeline([AsParameters] GetTimeline query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Briefs on a customer</summary>
    /// <remarks>
    /// What to know in the half minute before a contact, in one answer (S4-UNIQ-1): how to address the customer, since when we know each other, the last contacts and how they
    /// ended, what to be careful about, what is still to be done, and who else spoke with the customer lately; preferences, stories and coming anniversaries, what the customer
    /// will need (S3-FUTURE-1), and on which ways we may turn to them (S4-ALL-1). Without interactions:read the contacts are left out.
    /// </remarks>
    /// <param name="id">The customer.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> BriefOnCustomer(CustomerId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new BriefOnCustomer(id), ct).Ok();

    /// <summary>Tells what is missing of a customer</summary>
    /// <remarks>How much of what is good to know before work starts is known, and which parts are not, reckoned anew every time (S4-INTERNAL-1).</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCompleteness(CustomerId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCompleteness(id), ct).Ok();

    /// <summary>Lists who watches a customer</summary>
    /// <remarks>The members of staff who are told of what is recorded on the customer, first come first; one page holds them all.</remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> ListWatchers(CustomerId id, Dispatcher send, CancellationToken ct) => send.Send(new ListWatchers(id), ct).Ok();

    /// <summary>Watches a customer</summary>
    /// <remarks>From now on the event customer.watched_activity names this member of staff when something that is not private is recorded (S4-INTERNAL-1). Repeating it changes nothing.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="staffId">Who watches.</param>
    private static Task<IResult> WatchCustomer(CustomerId id, StaffId staffId, Dispatcher send, CancellationToken ct) =>
        send.Send(new WatchCustomer(id, staffId), ct).Ok();

    /// <summary>Stops watching a customer</summary>
    /// <remarks>Repeating it changes nothing.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="staffId">Who watches no longer.</param>
    private static Task<IResult> UnwatchCustomer(CustomerId id, StaffId staffId, Dispatcher send, CancellationToken ct) =>
        send.Send(new UnwatchCustomer(id, staffId), ct).NoContent();

    /// <summary>Registers up to 200 customers at once</summary>
    /// <remarks>
    /// Each item is recorded or refused on its own, with the status and the body or problem that it would have had alone; the whole answers 200. Items are compared with one
    /// another too, in their order, unless allowDuplicate=true, which is faster. With an Idempotency-Key each item is kept under it, so a repeated batch records
    /// what is missing and nothing twice.
    /// </remarks>
    /// <param name="allowDuplicate">Record customers even if they seem to be known.</param>
    private static Task<IResult> RegisterCustomers(Batch<RegisterCustomer> batch, bool? allowDuplicate, Batches batches, HttpContext http) =>
        batches.Run(
            http, batch, StatusCodes.Status201Created, item => (ICommand<CustomerDetails>)(item with { AllowDuplicate = allowDuplicate ?? false }),
            atOnce: allowDuplicate == true ? Batches.AtOnce : 1);
}
