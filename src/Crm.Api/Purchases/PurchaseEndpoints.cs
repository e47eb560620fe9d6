using Crm.Application;
using Crm.Application.Purchases;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Purchases;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Purchases;

/// <summary>What customers bought and what came back, as shops and ERPs tell it.</summary>
internal static class PurchaseEndpoints
{
    public static void MapPurchases(this IEndpointRouteBuilder app)
    {
        var purchases = app.MapGroup("/v1/purchases").WithTags("Purchases");
        purchases.MapPost("", RecordPurchase).Operation<PurchaseDetails>(
            Permission.PurchasesWrite, 201, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased);
        purchases.MapGet("", ListPurchases).Operation<Page<PurchaseRow>>(Permission.PurchasesRead, 200, ListErrors.CursorInvalid);
        purchases.MapPut("by-external-id/{externalId}", UpsertPurchase).Operation<PurchaseDetails>(
            Permission.PurchasesWrite, 201, UpsertErrors.ExternalIdMismatch, PurchaseErrors.IsFixed, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased,
            Error.Stale, Error.PreconditionRequired);
        purchases.MapGet("{id}", GetPurchase).Operation<PurchaseDetails>(Permission.PurchasesRead, 200);
        purchases.MapPost("{id}/returns", ReturnPurchase).Operation<PurchaseDetails>(
            Permission.PurchasesWrite, 200, PurchaseErrors.ReturnAbovePurchase, PurchaseErrors.ReturnedWhole, PurchaseErrors.ReturnKnown, PurchaseErrors.TooManyReturns);
        app.MapPost("/v1/purchases:batch", RecordPurchases).WithTags("Purchases")
            .Operation<BatchAnswer<PurchaseDetails>>(Permission.PurchasesWrite, 200, Batches.SizeInvalid);
    }

    /// <summary>Records a purchase</summary>
    /// <remarks>
    /// What a customer bought, as a shop or an ERP tells it: a fact, which does not change. Every amount is in the currency of total. An externalId that is known already
    /// is refused with the purchase that has it, so that what is sent twice counts once.
    /// </remarks>
    private static Task<IResult> RecordPurchase(RecordPurchase command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(p => $"/v1/purchases/{p.Id}");

    /// <summary>Records up to 200 purchases at once</summary>
    /// <remarks>
    /// For streams of shops and for imports. Each item is recorded or refused on its own, with the status and the body or problem that it would have had alone; the whole
    /// answers 200. With externalIds a batch may be sent again: what is known is refused with its conflictingId, and nothing counts twice.
    /// </remarks>
    private static Task<IResult> RecordPurchases(Batch<RecordPurchase> batch, Batches batches, HttpContext http) =>
        batches.Run(http, batch, StatusCodes.Status201Created, static item => (ICommand<PurchaseDetails>)item);

    /// <summary>Lists purchases</summary>
    /// <remarks>Latest first unless sort says otherwise: purchasedAt, createdAt or updatedAt. With updatedSince, the change feed.</remarks>
    private static Task<IResult> ListPurchases([AsParameters] ListPurchases query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Records a purchase by your own key</summary>
    /// <remarks>
    /// Unknown key: the purchase is recorded, 201. Known key: with If-Match and the same content 200 and nothing changes; other content is refused, since what was bought is a fact.
    /// Without If-Match 428 says which ETag the purchase has now.
    /// </remarks>
    /// <param name="externalId">Your own key; at most 100 characters.</param>
    /// <param name="ifMatch">The ETag of the purchase; absent for a new one.</param>
    private static Task<IResult> UpsertPurchase(
        string externalId, PurchaseContent content, [FromHeader(Name = "If-Match")] IfMatch? ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new UpsertPurchase(Http.ExternalIdOf(externalId), content, ifMatch), ct).Upserted(p => $"/v1/purchases/{p.Id}");

    /// <summary>Reads a purchase</summary>
    /// <remarks>With its lines, and everything that came back.</remarks>
    /// <param name="id">The purchase.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetPurchase(PurchaseId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetPurchase(id), ct).Ok();

    /// <summary>Returns a purchase, or part of it</summary>
    /// <remarks>
    /// By lines, by an amount, or all that is left. Never more than was bought: of a line no more than its quantity, and in all no more than total. Of a line as much money goes
    /// back as its part of the quantity, rounded down, and the last of it brings the rest. Points that the purchase earned are taken back in proportion.
    /// </remarks>
    /// <param name="id">The purchase.</param>
    private static Task<IResult> ReturnPurchase(PurchaseId id, ReturnBody body, Dispatcher send, CancellationToken ct) => send.Send(new ReturnPurchase(id, body), ct).Ok();
}
