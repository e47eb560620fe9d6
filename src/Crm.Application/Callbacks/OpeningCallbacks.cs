using Crm.Application.Clocks;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Clocks;
using Crm.Domain.Interactions;
using Crm.Domain.Policies;
using Crm.Domain.Work;

namespace Crm.Application.Callbacks;

/// <summary>Opens callbacks, each with the clock of its window and the work of its owner, in the save of their cause.</summary>
public sealed class OpeningCallbacks(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks)
{
    /// <summary>Now, as precise as both stores keep an instant.</summary>
    public DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return new(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    public async Task<Result<Callback>> Open(CallbackTerms terms, Owner? owner, DateTimeOffset now, CancellationToken ct)
    {
        if (Callback.Request(terms, caller.StaffId, now).Failed(out var error, out var callback) || (await StartClock(callback, now, ct)).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(callback.CustomerId);
        db.Callbacks.Add(callback);
        db.Record(callback, caller, now);
        db.OpenWork(new(WorkKind.Callback, RecordId.Of(callback.Id), callback.Reason, owner)
        {
            CustomerId = callback.CustomerId, DueAt = callback.WindowTo, Priority = callback.Priority,
        }, caller, now);
        return callback;
    }

    /// <summary>
    /// The end of the present window as a clock. Its target is the window's own and counts all time; who is told on the way says the policy for callbacks, and
    /// the preset standard where no policy has a target for them.
    /// </summary>
    public async Task<Result> StartClock(Callback callback, DateTimeOffset now, CancellationToken ct)
    {
        var facts = new ClockFacts(ClockSubject.Callback, Metric.Callback, Channel.Phone, callback.Priority);
        var purpose = new ClockPurpose(RecordId.Of(callback.Id), Metric.Callback, callback.Windows, callback.CustomerId, facts);
        var terms = await clocks.TermsOf(callback.WindowTo - now, null, null, [], facts, callback.CustomerId, ct);
        return (await clocks.Start(purpose, now, ct, terms)).Failed(out var error, out _) ? error : Result.Done;
    }
}
