using Crm.Domain.Policies;

namespace Crm.Domain.Clocks;

/// <summary>What a clock is measured by. It keeps these, with the versions of policy and calendar, until somebody recalculates it (S4-POLICY-1).</summary>
/// <param name="Target">How much time there is.</param>
/// <param name="CalendarId">The calendar in whose open hours time counts; all time where absent.</param>
/// <param name="CalendarVersion">Its version.</param>
/// <param name="PolicyId">The policy that says so; absent where the built-in one does, or the promise itself.</param>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="PausedIn">What may be waited for while it stands still.</param>
/// <param name="MostPause">How long all its pauses last together at most, of all time; without limit where absent.</param>
/// <param name="Rungs">Who is told at which part of the target, in rising order (S3-SPEED-3).</param>
public sealed record ClockTerms(
    TimeSpan Target, CalendarId? CalendarId = null, int? CalendarVersion = null, PolicyId? PolicyId = null, int? PolicyVersion = null,
    IReadOnlyList<WaitState>? PausedIn = null, TimeSpan? MostPause = null, IReadOnlyList<Rung>? Rungs = null)
{
    public IReadOnlyList<WaitState> PausedIn { get; init; } = PausedIn ?? [];
    public IReadOnlyList<Rung> Rungs { get; init; } = Rungs ?? [];
}

/// <summary>What a clock runs for: one thing of one matter, for the first time or again.</summary>
/// <param name="Subject">The record that it runs for; itself where it was started by hand.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Instance">The how-manieth of its metric for this record, from 1.</param>
/// <param name="CustomerId">Whose matter it is.</param>
/// <param name="Facts">By what the policy was chosen, and is again when it is recalculated.</param>
/// <param name="ExternalId">The integrator's own key.</param>
public sealed record ClockPurpose(RecordId? Subject, Metric Metric, int Instance, CustomerId? CustomerId, ClockFacts Facts, string? ExternalId = null);
