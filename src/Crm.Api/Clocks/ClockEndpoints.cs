using Crm.Application;
using Crm.Application.Clocks;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Clocks;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.Clocks;

/// <summary>Promises of time: what is to be done by when, who is told on the way, and whether it was kept.</summary>
internal static class ClockEndpoints
{
    public static void MapClocks(this IEndpointRouteBuilder app)
    {
        var clocks = app.MapGroup("/v1/clocks").WithTags("Clocks");
        clocks.MapPost("", StartClock).Operation<ClockDetails>(Permission.ClocksWrite, 201, ClockErrors.NoTarget, ClockErrors.StartsInFuture, ClockErrors.StartedLongAgo,
            InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, CalendarErrors.Unknown, CalendarErrors.NeverOpens);
        clocks.MapGet("", ListClocks).Operation<Page<ClockRow>>(Permission.ClocksRead, 200, ListErrors.CursorInvalid);
        clocks.MapGet("{id}", GetClock).Operation<ClockDetails>(Permission.ClocksRead, 200);
        clocks.MapGet("{id}/reading", ReadClock).Operation<ClockReading>(Permission.ClocksRead, 200);
        clocks.MapPost("{id}/pause", PauseClock).Operation<ClockDetails>(
            Permission.ClocksWrite, 200, ClockErrors.DrivenByRecord, ClockErrors.NeverPauses, ClockErrors.MayNotWait, ClockErrors.Paused, ClockErrors.Ended);
        clocks.MapPost("{id}/resumption", ResumeClock).Operation<ClockDetails>(
            Permission.ClocksWrite, 200, ClockErrors.DrivenByRecord, ClockErrors.NotPaused, ClockErrors.Ended);
        clocks.MapPost("{id}/fulfilment", FulfilClock).Operation<ClockDetails>(Permission.ClocksWrite, 200, ClockErrors.DrivenByRecord, ClockErrors.Ended);
        clocks.MapPost("{id}/cancellation", CancelClock).Operation<ClockDetails>(Permission.ClocksWrite, 200, ClockErrors.DrivenByRecord, ClockErrors.Ended);
        clocks.MapPost("{id}/recalculation", RecalculateClock).Operation<ClockDetails>(
            Permission.ClocksRecalculate, 200, ClockErrors.DrivenByRecord, ClockErrors.Ended, ClockErrors.NoTarget, CalendarErrors.Unknown, CalendarErrors.NeverOpens);
    }

    /// <summary>Starts a clock</summary>
    /// <remarks>
    /// For a request that is kept elsewhere; records of this API start theirs by themselves. The policy in force for metric, channel, priority, class and
    /// tier says the target, the calendar, what it may wait for and who is told on the way; the clock keeps the versions of policy and calendar (S4-POLICY-1).
    /// A target may be given instead. At the target the clock is breached, once and for good; each rung of the policy is told once, never while it stands still (S3-SPEED-3).
    /// </remarks>
    private static Task<IResult> StartClock(StartClock clock, Dispatcher send, CancellationToken ct) => send.Send(clock, ct).Created(c => $"/v1/clocks/{c.Id}");

    /// <summary>Lists clocks</summary>
    /// <remarks>
    /// Newest first unless sort says otherwise: createdAt, dueAt or updatedAt. Sorted by dueAt, those that stand still are left out, since nobody knows when they
    /// are due. With updatedSince, the change feed.
    /// </remarks>
    private static Task<IResult> ListClocks([AsParameters] ListClocks query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a clock</summary>
    /// <remarks>Where it stands by its log. What it shows at this moment, and why, is its reading.</remarks>
    /// <param name="id">The clock.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetClock(ClockId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetClock(id), ct).Ok();

    /// <summary>Reads what a clock shows</summary>
    /// <remarks>
    /// How much time has counted, what is left, and the log and the open intervals that explain it, so that the arithmetic can be checked. What is due by now is shown
    /// at its exact instant, whether a worker has come to it or not.
    /// </remarks>
    /// <param name="id">The clock.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> ReadClock(ClockId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new ReadClock(id), ct).Ok();

    /// <summary>Lets a clock stand still</summary>
    /// <remarks>
    /// While we wait for somebody else, where its policy says so; only pauses in open time have an effect. Acknowledgement, first human contact, commitment, callback and
    /// executive answer never stand still (S3-SPEED-1). A clock of a record follows the record and is not driven by hand.
    /// </remarks>
    /// <param name="id">The clock.</param>
    private static Task<IResult> PauseClock(ClockId id, ClockPauseBody pause, Dispatcher send, CancellationToken ct) => send.Send(new PauseClock(id, pause.WaitsFor), ct).Ok();

    /// <summary>Lets a clock go on</summary>
    /// <remarks>It is due later by the open time of the pause.</remarks>
    /// <param name="id">The clock.</param>
    private static Task<IResult> ResumeClock(ClockId id, Dispatcher send, CancellationToken ct) => send.Send(new ResumeClock(id), ct).Ok();

    /// <summary>Fulfils a clock</summary>
    /// <remarks>What it waited for was done. From the due instant on it is fulfilled late, and lateness says by how much counted time.</remarks>
    /// <param name="id">The clock.</param>
    private static Task<IResult> FulfilClock(ClockId id, Dispatcher send, CancellationToken ct) => send.Send(new FulfilClock(id), ct).Ok();

    /// <summary>Cancels a clock</summary>
    /// <remarks>What it waited for is not wanted any more. A breach that has been stays.</remarks>
    /// <param name="id">The clock.</param>
    private static Task<IResult> CancelClock(ClockId id, Dispatcher send, CancellationToken ct) => send.Send(new CancelClock(id), ct).Ok();

    /// <summary>Recalculates a clock</summary>
    /// <remarks>
    /// Gives a clock that has not ended the policy and calendar in force now, reckoned from its start; its log keeps both. What was breached stays breached; what would have
    /// been missed under the new terms is missed at this moment and not before (S4-POLICY-1).
    /// </remarks>
    /// <param name="id">The clock.</param>
    private static Task<IResult> RecalculateClock(ClockId id, Dispatcher send, CancellationToken ct) => send.Send(new RecalculateClock(id), ct).Ok();
}
