using Crm.Application;
using Crm.Application.ValueEntries;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.ValueEntries;

namespace Crm.Api.ValueEntries;

/// <summary>What customer and company have of each other, entry by entry.</summary>
internal static class ValueEntryEndpoints
{
    public static void MapValueEntries(this IEndpointRouteBuilder app)
    {
        var entries = app.MapGroup("/v1/value-entries").WithTags("ValueEntries");
        entries.MapPost("", RecordValue).Operation<ValueDetails>(
            Permission.ValueEntriesWrite, 201, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, ValueErrors.SourceTaken);
        entries.MapGet("", ListValueEntries).Operation<Page<ValueDetails>>(Permission.ValueEntriesRead, 200, ListErrors.CursorInvalid);
        entries.MapGet("{id}", GetValueEntry).Operation<ValueDetails>(Permission.ValueEntriesRead, 200);
        entries.MapPost("{id}/reversal", ReverseValue).Operation<ValueDetails>(
            Permission.ValueEntriesWrite, 201, ValueErrors.IsReversal, ValueErrors.AlreadyReversed, CustomerErrors.Merged, CustomerErrors.Erased);
        app.MapGroup("/v1/customers/{id}").WithTags("ValueEntries").MapGet("value-balance", GetValueBalance).Operation<ValueBalance>(
            Permission.ValueEntriesRead, 200, BalanceErrors.PeriodInvalid);
        app.MapGroup("/v1/key-accounts/{id}").WithTags("ValueEntries").MapGet("value-balance", GetAccountValueBalance).Operation<AccountValueBalance>(
            Permission.ValueEntriesRead, 200, BalanceErrors.PeriodInvalid);
        app.MapGet("/v1/value-balance", GetTenantValueBalance).WithTags("ValueEntries").Operation<TenantValueBalance>(Permission.ValueEntriesRead, 200, BalanceErrors.PeriodInvalid);
    }

    /// <summary>Records a value</summary>
    /// <remarks>
    /// One entry of the mutual ledger (S4-MUTUAL-1): what the customer had of us (discount, reward, remedy, timeSaved, benefit) or we of the customer (revenue, margin, costToServe),
    /// in one currency on one day. An entry never changes. The sourceKey says once and for all what is counted: sent again with the same content it answers the entry that
    /// there is, and with other content it is refused.
    /// </remarks>
    private static Task<IResult> RecordValue(ValueContent entry, Dispatcher send, CancellationToken ct) =>
        send.Send(new RecordValue(entry), ct).Created(v => $"/v1/value-entries/{v.Id}");

    /// <summary>Lists value entries</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt or occurredOn.</remarks>
    private static Task<IResult> ListValueEntries([AsParameters] ListValueEntries query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a value entry</summary>
    /// <remarks>As it was entered.</remarks>
    /// <param name="id">The entry.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetValueEntry(ValueEntryId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetValueEntry(id), ct).Ok();

    /// <summary>Reverses a value entry</summary>
    /// <remarks>Enters the same amount below zero, on a day of its own; what was entered stays. Possible once for an entry, and not for a reversal.</remarks>
    /// <param name="id">The entry.</param>
    private static Task<IResult> ReverseValue(ValueEntryId id, ValueReversalBody reversal, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReverseValue(id, reversal.Reason, reversal.OccurredOn), ct).Created(v => $"/v1/value-entries/{v.Id}");

    /// <summary>Tells what customer and company had of each other</summary>
    /// <remarks>
    /// The sums of a period from a day up to another, which is not included: a line for each currency, since amounts of different currencies are never added. The
    /// entries behind a sum are in /v1/value-entries with the same customer, days and kind.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetValueBalance([AsParameters] GetValueBalance query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells what a key account and the company had of each other</summary>
    /// <remarks>
    /// The sums over the customer that was designated and the people who act for it today, each counted once. The entries behind a sum are in /v1/value-entries with each of these customers.
    /// </remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetAccountValueBalance([AsParameters] GetAccountValueBalance query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells what all customers and the company had of each other</summary>
    /// <remarks>The sums over all customers, which are those of the customers' own balances to the minor unit (S4-MUTUAL-1).</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetTenantValueBalance([AsParameters] GetTenantValueBalance query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();
}
