using Crm.Application;
using Crm.Application.AfterSale;
using Crm.Domain;
using Crm.Domain.AfterSale;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.AfterSale;

/// <summary>Asking customers how satisfied they are, some time after what was sold or done.</summary>
internal static class AfterSaleEndpoints
{
    public static void MapAfterSale(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/v1").WithTags("AfterSale").MapPost("service-events", ScheduleAfterSale).Operation<ScheduledChecks>(
            Permission.AfterSaleWrite, 200, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, AfterSaleErrors.Exists);
        var checks = app.MapGroup("/v1/after-sale-checks").WithTags("AfterSale");
        checks.MapGet("", ListChecks).Operation<Page<CheckDetails>>(Permission.AfterSaleRead, 200, ListErrors.CursorInvalid);
        checks.MapGet("{id}", GetCheck).Operation<CheckDetails>(Permission.AfterSaleRead, 200);
        checks.MapPost("{id}/outcome", RecordCheckOutcome).Operation<CheckDetails>(
            Permission.AfterSaleWrite, 200, AfterSaleErrors.NotOpened, CustomerErrors.Merged, CustomerErrors.Erased);
        checks.MapPost("{id}/cancellation", CallOffCheck).Operation<CheckDetails>(Permission.AfterSaleWrite, 200, AfterSaleErrors.NotScheduled);
    }

    /// <summary>Schedules after-sale checks</summary>
    /// <remarks>
    /// Something was sold to a customer or done for them, and after so many days they are asked how satisfied they are (S3-AFTER-1), at ten in the morning where they are. When
    /// the time has come work is opened, unless the customer wishes no contact, or took back consent for satisfactionSurvey or service. Each record and number of days once.
    /// </remarks>
    private static Task<IResult> ScheduleAfterSale(ScheduleAfterSale happened, Dispatcher send, CancellationToken ct) => send.Send(happened, ct).Ok();

    /// <summary>Lists after-sale checks</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt or dueAt.</remarks>
    private static Task<IResult> ListChecks([AsParameters] ListChecks query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads an after-sale check</summary>
    /// <remarks>Where it stands, and why it was left out where it was.</remarks>
    /// <param name="id">The check.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCheck(AfterSaleCheckId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCheck(id), ct).Ok();

    /// <summary>Records what came of an after-sale check</summary>
    /// <remarks>The customer was asked how satisfied they are (S3-AFTER-1). Its work is done by this, whoever owns it. Once, while its state is opened.</remarks>
    /// <param name="id">The check.</param>
    private static Task<IResult> RecordCheckOutcome(AfterSaleCheckId id, CheckOutcomeBody outcome, Dispatcher send, CancellationToken ct) =>
        send.Send(new RecordCheckOutcome(id, outcome), ct).Ok();

    /// <summary>Calls off an after-sale check</summary>
    /// <remarks>While it waits for its time, or its work is open, which is then cancelled; such as after a return.</remarks>
    /// <param name="id">The check.</param>
    private static Task<IResult> CallOffCheck(AfterSaleCheckId id, Dispatcher send, CancellationToken ct) => send.Send(new CallOffCheck(id), ct).Ok();
}
