using Crm.Domain;
using Crm.Domain.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

public sealed record GetCallbackHistory(CallbackId Id) : IQuery<CallbackHistory>;

/// <summary>Everything that happened to a callback, oldest first; its state is what this comes to.</summary>
/// <param name="CallbackId">The callback.</param>
/// <param name="Events">What happened: at most 142 events, and one more whenever somebody else took it over.</param>
public sealed record CallbackHistory(CallbackId CallbackId, IReadOnlyList<CallbackEventRow> Events)
{
    public static readonly CallbackHistory Example = new(CallbackDetails.ExampleId,
    [
        CallbackEventRow.Example,
        new(2, CallbackEventKind.Attempted, CallbackDetails.Morning.AddHours(1.5), CallbackDetails.ExampleStaff, "Rang for a minute.", AttemptOutcome.NoAnswer, 1, null, null, null, null, null, null),
    ]);
}

/// <summary>One thing that happened to a callback.</summary>
/// <param name="Number">Its place in the history, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened: for a missed window its end, whenever that was noticed.</param>
/// <param name="By">The member of staff who did it; null where the clock did, or a credential that acts for nobody.</param>
/// <param name="Note">The reason, or what is to be remembered of an attempt.</param>
/// <param name="Outcome">What came of an attempt.</param>
/// <param name="Attempt">The how-manieth attempt it was.</param>
/// <param name="InteractionId">The contact that an attempt was.</param>
/// <param name="WindowFrom">The beginning of the window from here on, where this set it.</param>
/// <param name="WindowTo">The end of that window.</param>
/// <param name="TimeZone">The time zone in which the customer reads that window.</param>
/// <param name="PhoneNumber">The number to call from here on, where this set it.</param>
/// <param name="OwnerId">Who makes it from here on, where this set it.</param>
public sealed record CallbackEventRow(
    int Number, CallbackEventKind Kind, DateTimeOffset At, StaffId? By, string? Note, AttemptOutcome? Outcome, int? Attempt, InteractionId? InteractionId,
    DateTimeOffset? WindowFrom, DateTimeOffset? WindowTo, string? TimeZone, string? PhoneNumber, StaffId? OwnerId)
{
    public static readonly CallbackEventRow Example = new(
        1, CallbackEventKind.Requested, CallbackDetails.Morning, CallbackDetails.ExampleStaff, CallbackDetails.Example.Reason, null, null, null, CallbackDetails.Example.WindowFrom,
        CallbackDetails.Example.WindowTo, "Asia/Tehran", CallbackDetails.Example.Number, CallbackDetails.ExampleStaff);
}

internal sealed class GetCallbackHistoryHandler(ICrmDb db) : IQueryHandler<GetCallbackHistory, CallbackHistory>
{
    public async Task<Result<CallbackHistory>> Handle(GetCallbackHistory query, CancellationToken ct)
    {
        var events = await db.CallbackEvents.Where(e => e.CallbackId == query.Id).OrderBy(e => e.Number).Select(e => new CallbackEventRow(
            e.Number, e.Kind, e.At, e.By, e.Note, e.Outcome, e.Attempt, e.InteractionId, e.WindowFrom, e.WindowTo, e.TimeZone, e.PhoneNumber, e.OwnerId)).ToListAsync(ct);
        // Every callback has the event of its request.
        return events.Count > 0 ? new CallbackHistory(query.Id, events) : Error.NotFound<Callback>();
    }
}
