using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

/// <summary>What every change of a callback reads before and leaves behind.</summary>
internal static class CallbackRecords
{
    /// <summary>Adds the events of this unit of work to the log, and tells the customer's timeline.</summary>
    public static void Record(this ICrmDb db, Callback callback, Caller caller, DateTimeOffset now)
    {
        db.CallbackEvents.AddRange(callback.Added);
        foreach (var happened in callback.Added.Where(e => e.Kind != CallbackEventKind.OwnerChanged))
        {
            db.Tell(caller, callback.CustomerId, "callback." + Word(happened), callback.ResourceId, now, new CallbackSummary(
                happened.Kind == CallbackEventKind.Requested ? callback.Reason : null, happened.Kind == CallbackEventKind.Requested ? callback.Origin : null,
                happened.WindowFrom, happened.WindowTo, happened.Outcome));
        }
    }

    /// <summary>A callback with its attempts, oldest first. One query.</summary>
    public static async Task<Result<(Callback Callback, List<CallbackEvent> Attempts)>> LoadCallback(this ICrmDb db, CallbackId id, CancellationToken ct)
    {
        var found = await db.Callbacks.Where(c => c.Id == id).Select(c => new
        {
            Callback = c,
            Attempts = db.CallbackEvents.Where(e => e.CallbackId == c.Id && e.Kind == CallbackEventKind.Attempted).OrderBy(e => e.Number).ToList(),
        }).FirstOrDefaultAsync(ct);
        return found is null ? Error.NotFound<Callback>() : (found.Callback, found.Attempts);
    }

    private static string Word(CallbackEvent happened) => happened.Kind switch
    {
        CallbackEventKind.Requested => "requested",
        CallbackEventKind.Attempted => happened.Outcome == AttemptOutcome.Reached ? "reached" : "attempted",
        CallbackEventKind.Missed => "missed",
        CallbackEventKind.Rescheduled => "rescheduled",
        _ => "cancelled",
    };

    private sealed record CallbackSummary(string? Reason, CallbackOrigin? Origin, DateTimeOffset? WindowFrom, DateTimeOffset? WindowTo, AttemptOutcome? Outcome);
}
