using Crm.Application;
using Crm.Application.Customers;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Work;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Customers;

/// <summary>What is known of a customer beyond the profile: facts, needs, consents, relations.</summary>
internal static class CustomerRecordEndpoints
{
    public static void MapCustomerRecords(this IEndpointRouteBuilder app)
    {
        var facts = app.MapGroup("/v1/customers/{id}/facts").WithTags("Facts");
        facts.MapPost("", RecordFact).Operation<FactDetails>(Permission.CustomersWrite, 201, FactErrors.PrivateNeedsStaff, CustomerErrors.Merged, CustomerErrors.Erased);
        facts.MapGet("", ListFacts).Operation<Page<FactDetails>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        facts.MapGet("{factId}", GetFact).Operation<FactDetails>(Permission.CustomersRead, 200);
        facts.MapPatch("{factId}", ReviseFact).Operation<FactDetails>(Permission.CustomersWrite, 200, FactErrors.PrivateNeedsStaff);
        facts.MapDelete("{factId}", RemoveFact).Operation(Permission.CustomersWrite);

        var needs = app.MapGroup("/v1/customers/{id}/needs").WithTags("Needs");
        needs.MapPost("", RecordNeed).Operation<NeedDetails>(Permission.CustomersWrite, 201, CustomerErrors.Merged, CustomerErrors.Erased);
        needs.MapGet("", ListNeeds).Operation<Page<NeedDetails>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        needs.MapGet("{needId}", GetNeed).Operation<NeedDetails>(Permission.CustomersRead, 200);
        needs.MapPatch("{needId}", ReviseNeed).Operation<NeedDetails>(Permission.CustomersWrite, 200);
        needs.MapDelete("{needId}", RemoveNeed).Operation(Permission.CustomersWrite);
        needs.MapPost("{needId}/task", OpenTaskForNeed).Operation<WorkDetails>(
            Permission.CustomersWrite, 201, NeedErrors.Settled, NeedErrors.TakenUp, WorkErrors.OwnerUnknown, WorkErrors.DuePast, CustomerErrors.Merged, CustomerErrors.Erased);
        app.MapGet("/v1/needs", ForecastNeeds).WithTags("Needs").Operation<Page<NeedDetails>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);

        var consents = app.MapGroup("/v1/customers/{id}/consents").WithTags("Consents");
        consents.MapPost("", RecordConsent).Operation<ConsentDetails>(Permission.CustomersWrite, 201, CustomerErrors.Merged, CustomerErrors.Erased, CustomerErrors.TooManyDecisions);
        consents.MapGet("", ListConsents).Operation<Page<ConsentDetails>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        consents.MapGet("current", GetCurrentConsents).Operation<CurrentConsents>(Permission.CustomersRead, 200);
        consents.MapGet("{consentId}", GetConsent).Operation<ConsentDetails>(Permission.CustomersRead, 200);

        var relations = app.MapGroup("/v1/customers/{id}/relations").WithTags("Relations");
        relations.MapPost("", RelateCustomers)
            .Operation<RelationDetails>(Permission.CustomersWrite, 201, RelationErrors.ToSelf, RelationErrors.Duplicate, CustomerErrors.Merged, CustomerErrors.Erased);
        relations.MapGet("", ListRelations).Operation<Page<RelationDetails>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid);
        relations.MapGet("{relationId}", GetRelation).Operation<RelationDetails>(Permission.CustomersRead, 200);
        relations.MapDelete("{relationId}", RemoveRelation).Operation(Permission.CustomersWrite);
    }

    /// <summary>Records a fact about a customer</summary>
    /// <remarks>Facts, preferences, anniversaries and stories that make the customer unique (S4-UNIQ-1). A private one is seen by its recorder only (S4-NAME-1).</remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> RecordFact(CustomerId id, FactContent content, Dispatcher send, CancellationToken ct) =>
        send.Send(new RecordFact(id, content), ct).Created(f => $"/v1/customers/{id}/facts/{f.Id}");

    /// <summary>Lists what is known about a customer</summary>
    /// <remarks>Newest first. Private facts of others are left out.</remarks>
    private static Task<IResult> ListFacts([AsParameters] ListFacts query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a fact</summary>
    /// <remarks>A private fact of somebody else is not found.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="factId">The fact.</param>
    private static Task<IResult> GetFact(CustomerId id, FactId factId, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetFact(id, factId), ct).Ok();

    /// <summary>Revises a fact</summary>
    /// <remarks>Changes the given members and leaves the others; null removes.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="factId">The fact.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseFact(
        CustomerId id, FactId factId, Patch<FactContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseFact(id, factId, changes, ifMatch), ct).Ok();

    /// <summary>Removes a fact</summary>
    /// <remarks>It leaves every list. Repeating it changes nothing.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="factId">The fact.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RemoveFact(
        CustomerId id, FactId factId, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RemoveFact(id, factId, ifMatch), ct).NoContent();

    /// <summary>Records a need of a customer</summary>
    /// <remarks>
    /// A wish or need that the customer expressed, with the day or month in which it is expected (S3-FUTURE-1). 30 days before it, or at once where it is expected sooner, the account
    /// manager or owner of the customer, or else who recorded it, is told that it comes up (need.comes_up), unless a task sees to it by then.
    /// </remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> RecordNeed(CustomerId id, NeedContent content, Dispatcher send, CancellationToken ct) =>
        send.Send(new RecordNeed(id, content), ct).Created(n => $"/v1/customers/{id}/needs/{n.Id}");

    /// <summary>Lists a customer's needs</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt or expectedOn.</remarks>
    private static Task<IResult> ListNeeds([AsParameters] ListNeeds query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Forecasts needs</summary>
    /// <remarks>
    /// What customers will need, those expected soonest first unless sort says otherwise (S3-FUTURE-1). A need of a month matches every range that touches the month.
    /// Needs without an expected day come last, and never where a range is given. With segmentId only those of customers who belong to the segment now; with takenUp=false only those that nobody sees to yet.
    /// </remarks>
    private static Task<IResult> ForecastNeeds([AsParameters] ForecastNeeds query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a need</summary>
    /// <remarks>A removed need is not found.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="needId">The need.</param>
    private static Task<IResult> GetNeed(CustomerId id, NeedId needId, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetNeed(id, needId), ct).Ok();

    /// <summary>Revises a need</summary>
    /// <remarks>
    /// Changes the given members and leaves the others; null removes. Set status to met or dropped when it is settled: its task is then done, or cancelled. A task that is due
    /// when the need is moves with it to another day or month. A need that is opened again has no task.
    /// </remarks>
    /// <param name="id">The customer.</param>
    /// <param name="needId">The need.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseNeed(
        CustomerId id, NeedId needId, Patch<NeedContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseNeed(id, needId, changes, ifMatch), ct).Ok();

    /// <summary>Removes a need</summary>
    /// <remarks>It leaves every list, and its task is cancelled. Repeating it changes nothing.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="needId">The need.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RemoveNeed(
        CustomerId id, NeedId needId, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RemoveNeed(id, needId, ifMatch), ct).NoContent();

    /// <summary>Makes a task of a need</summary>
    /// <remarks>
    /// Somebody is to see to it before it is expected (S3-FUTURE-1). The task stands in the queue of its one owner like any other, with the need as its subject, and the need names
    /// it as workId. Done, it has met the need; cancelled, it leaves the need open for another task; reopened, it opens the need again. A need has one task at a time.
    /// </remarks>
    /// <param name="id">The customer.</param>
    /// <param name="needId">The need.</param>
    private static Task<IResult> OpenTaskForNeed(CustomerId id, NeedId needId, NeedTaskBody task, Dispatcher send, CancellationToken ct) =>
        send.Send(new OpenTaskForNeed(id, needId, task), ct).Created(w => $"/v1/work/{w.Id}");

    /// <summary>Records a consent or its withdrawal</summary>
    /// <remarks>A decision is never changed: a later one takes its place (S4-ALL-1). The purpose service needs no consent.</remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> RecordConsent(CustomerId id, ConsentContent content, Dispatcher send, CancellationToken ct) =>
        send.Send(new RecordConsent(id, content), ct).Created(c => $"/v1/customers/{id}/consents/{c.Id}");

    /// <summary>Lists a customer's decisions about contact</summary>
    /// <remarks>Everything that was ever decided, newest first.</remarks>
    private static Task<IResult> ListConsents([AsParameters] ListConsents query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads what a customer consents to now</summary>
    /// <remarks>The decision in force per purpose and channel, and the wish to be left alone, which goes before all of them.</remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> GetCurrentConsents(CustomerId id, Dispatcher send, CancellationToken ct) => send.Send(new GetCurrentConsents(id), ct).Ok();

    /// <summary>Reads a decision about contact</summary>
    /// <remarks>It says what was decided then, not what is in force now.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="consentId">The decision.</param>
    private static Task<IResult> GetConsent(CustomerId id, ConsentId consentId, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetConsent(id, consentId), ct).Ok();

    /// <summary>Relates a customer to another</summary>
    /// <remarks>The customer of the address is what kind says to the other one (S3-DB-1). The same two are related in one kind once.</remarks>
    /// <param name="id">The customer.</param>
    private static Task<IResult> RelateCustomers(CustomerId id, RelationContent content, Dispatcher send, CancellationToken ct) =>
        send.Send(new RelateCustomers(id, content), ct).Created(r => $"/v1/customers/{id}/relations/{r.Id}");

    /// <summary>Lists a customer's relations</summary>
    /// <remarks>In both directions, as seen from the customer; newest first.</remarks>
    private static Task<IResult> ListRelations([AsParameters] ListRelations query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a relation</summary>
    /// <remarks>From either of its parties.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="relationId">The relation.</param>
    private static Task<IResult> GetRelation(CustomerId id, RelationId relationId, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetRelation(id, relationId), ct).Ok();

    /// <summary>Removes a relation</summary>
    /// <remarks>From either of its parties. Repeating it changes nothing.</remarks>
    /// <param name="id">The customer.</param>
    /// <param name="relationId">The relation.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RemoveRelation(
        CustomerId id, RelationId relationId, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RemoveRelation(id, relationId, ifMatch), ct).NoContent();
}
