using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Clocks;
using Crm.Domain.Interactions;
using Crm.Domain.Policies;

namespace Crm.Application.Clocks;

/// <summary>A clock as it stands by its log. What it shows at this moment is its reading.</summary>
/// <param name="Id">The clock's id.</param>
/// <param name="Subject">The record that it runs for; the clock itself where it was started by hand.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Instance">The how-manieth clock of its metric for this record, from 1.</param>
/// <param name="CustomerId">Whose matter it is.</param>
/// <param name="State">Where it stands; fulfilledLate where the target had been missed.</param>
/// <param name="StartedAt">Since when it runs.</param>
/// <param name="Target">How much counted time there is, as in PT4H.</param>
/// <param name="CalendarId">The calendar in whose open hours time counts; null where all time does.</param>
/// <param name="CalendarVersion">The version of that calendar, which it keeps.</param>
/// <param name="PolicyId">The policy that says so; null where the built-in one does or a target was given.</param>
/// <param name="PolicyVersion">The version of that policy, which it keeps.</param>
/// <param name="PausedIn">What may be waited for while it stands still.</param>
/// <param name="MostPause">How long all its pauses last together at most, of all time, before it goes on by itself; null where without limit.</param>
/// <param name="Rungs">Who is told at which percentage of the target.</param>
/// <param name="PercentTold">The highest rung that was reached; 0 before the first.</param>
/// <param name="PausedAt">Since when it stands still.</param>
/// <param name="WaitsFor">For whom it stands still.</param>
/// <param name="DueAt">When it is due; null while it stands still in time, since then nobody knows.</param>
/// <param name="BreachedAt">The instant at which the target was missed. Once set it stays.</param>
/// <param name="EndedAt">When it was fulfilled or cancelled.</param>
/// <param name="Lateness">By how much counted time it was fulfilled too late.</param>
/// <param name="Channel">The channel by which its policy was chosen.</param>
/// <param name="Priority">The priority by which its policy was chosen.</param>
/// <param name="CustomerClass">The class of customer by which its policy was chosen.</param>
/// <param name="Tier">The tier by which its policy was chosen.</param>
/// <param name="OwnerId">Who is told first where it was started by hand; otherwise whoever owns the work of its record is.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record ClockDetails(
    ClockId Id, RecordId Subject, Metric Metric, int Instance, CustomerId? CustomerId, ClockState State, DateTimeOffset StartedAt, string Target,
    CalendarId? CalendarId, int? CalendarVersion, PolicyId? PolicyId, int? PolicyVersion, IReadOnlyList<WaitState> PausedIn, string? MostPause,
    IReadOnlyList<Rung> Rungs, int PercentTold, DateTimeOffset? PausedAt, WaitState? WaitsFor, DateTimeOffset? DueAt, DateTimeOffset? BreachedAt, DateTimeOffset? EndedAt,
    string? Lateness, Channel? Channel, Priority? Priority, string? CustomerClass, string? Tier, StaffId? OwnerId, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int Version) : IVersioned
{
    internal static readonly ClockId ExampleId = ClockId.Parse("clock_01j00000000000000000000000", null);
    internal static readonly DateTimeOffset ExampleStart = new(2026, 10, 14, 12, 30, 0, TimeSpan.Zero);

    public static readonly ClockDetails Example = new(
        ExampleId, RecordId.Of(ExampleId), Metric.FirstResponse, 1, null, ClockState.Paused, ExampleStart, "PT4H", Calendars.CalendarDetails.ExampleId, 1, null, null,
        [Domain.Policies.WaitState.WaitingCustomer], null, [new(50, EscalationLevel.Owner), new(100, EscalationLevel.Manager)], 0,
        ExampleStart.AddMinutes(30), Domain.Policies.WaitState.WaitingCustomer, null, null, null, null, Domain.Interactions.Channel.Email, null, null, null, null, "CASE-1042",
        ExampleStart, ExampleStart.AddMinutes(30), 2);

    public static readonly Expression<Func<Clock, ClockDetails>> Projection = c => new ClockDetails(
        c.Id, c.Subject, c.Metric, c.Instance, c.CustomerId, c.State, c.StartedAt, Durations.Text(TimeSpan.FromMilliseconds(c.TargetMilliseconds)), c.CalendarId, c.CalendarVersion,
        c.PolicyId, c.PolicyVersion, c.PausedIn, TextOf(c.MostPauseMilliseconds), c.Rungs, c.Percent, c.PausedAt, c.WaitsFor, c.DueAt, c.BreachedAt, c.EndedAt,
        LatenessOf(c.State, c.ElapsedMilliseconds, c.TargetMilliseconds), c.Facts.Channel, c.Facts.Priority, c.Facts.CustomerClass, c.Facts.Tier, c.OwnerId, c.ExternalId,
        c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<Clock, ClockDetails> Compiled = Projection.Compile();

    public static ClockDetails Of(Clock clock) => Compiled(clock);

    internal static string? LatenessOf(ClockState state, long elapsed, long target) =>
        state == ClockState.FulfilledLate ? Durations.Text(TimeSpan.FromMilliseconds(Math.Max(0, elapsed - target))) : null;

    internal static string? TextOf(long? milliseconds) => milliseconds is { } some ? Durations.Text(TimeSpan.FromMilliseconds(some)) : null;
}
