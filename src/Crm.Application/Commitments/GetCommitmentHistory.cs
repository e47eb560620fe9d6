using Crm.Domain;
using Crm.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

public sealed record GetCommitmentHistory(CommitmentId Id) : IQuery<CommitmentHistory>;

/// <summary>Everything that happened to a promise, oldest first; its state is what this comes to.</summary>
/// <param name="CommitmentId">The promise.</param>
/// <param name="Events">What happened: at most 23 events, and one more whenever somebody else took it over.</param>
public sealed record CommitmentHistory(CommitmentId CommitmentId, IReadOnlyList<CommitmentEventRow> Events)
{
    public static readonly CommitmentHistory Example = new(CommitmentDetails.ExampleId,
    [
        CommitmentEventRow.Example,
        new(2, CommitmentEventKind.Broken, CommitmentDetails.Example.DueAt, null, null, null, null, null, null, null, null),
        new(3, CommitmentEventKind.KeptLate, CommitmentDetails.Example.UpdatedAt, CommitmentDetails.ExampleStaff, CommitmentDetails.Example.Evidence, null, null, null, "PT4H", null, null),
    ]);
}

/// <summary>One thing that happened to a promise.</summary>
/// <param name="Number">Its place in the history, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The member of staff who did it; null where the clock did, or a credential that acts for nobody.</param>
/// <param name="Note">The text of the promise, the reason of a change, or what shows that it was kept.</param>
/// <param name="DueAt">When the promise was due from here on, where this set it.</param>
/// <param name="CalendarId">The calendar by which that was reckoned.</param>
/// <param name="CalendarVersion">The version of that calendar.</param>
/// <param name="Lateness">By how much open time it was kept too late.</param>
/// <param name="ResponsibleId">Who keeps it from here on, where this set it.</param>
/// <param name="AccountableId">Who answers for it from here on.</param>
public sealed record CommitmentEventRow(
    int Number, CommitmentEventKind Kind, DateTimeOffset At, StaffId? By, string? Note, DateTimeOffset? DueAt, CalendarId? CalendarId, int? CalendarVersion, string? Lateness,
    StaffId? ResponsibleId, StaffId? AccountableId)
{
    public static readonly CommitmentEventRow Example = new(
        1, CommitmentEventKind.Made, CommitmentDetails.Example.CreatedAt, CommitmentDetails.ExampleStaff, CommitmentDetails.Example.Text, CommitmentDetails.Example.DueAt,
        CommitmentDetails.Example.CalendarId, 1, null, CommitmentDetails.Example.ResponsibleId, CommitmentDetails.Example.AccountableId);
}

internal sealed class GetCommitmentHistoryHandler(ICrmDb db) : IQueryHandler<GetCommitmentHistory, CommitmentHistory>
{
    public async Task<Result<CommitmentHistory>> Handle(GetCommitmentHistory query, CancellationToken ct)
    {
        var events = await db.CommitmentEvents.Where(e => e.CommitmentId == query.Id).OrderBy(e => e.Number).Select(e => new CommitmentEventRow(
            e.Number, e.Kind, e.At, e.By, e.Note, e.DueAt, e.CalendarId, e.CalendarVersion, CommitmentDetails.LatenessOf(e.LatenessMilliseconds), e.ResponsibleId, e.AccountableId)).ToListAsync(ct);
        // Every promise has the event of its making.
        return events.Count > 0 ? new CommitmentHistory(query.Id, events) : Error.NotFound<Commitment>();
    }
}
