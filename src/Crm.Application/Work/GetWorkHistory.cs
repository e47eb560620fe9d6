using Crm.Domain;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

public sealed record GetWorkHistory(WorkId Id) : IQuery<WorkHistory>;

/// <summary>Everything that happened to a piece of work, oldest first; whose it is and where it stands is what this comes to.</summary>
/// <param name="WorkId">The piece of work.</param>
/// <param name="Events">What happened.</param>
/// <param name="Owners">Who owned it when. The times touch, so at every instant there was exactly one accountable owner.</param>
public sealed record WorkHistory(WorkId WorkId, IReadOnlyList<WorkEventRow> Events, IReadOnlyList<OwnershipRow> Owners)
{
    public static readonly WorkHistory Example = new(WorkDetails.ExampleId,
    [
        new(1, WorkEventKind.Opened, WorkDetails.Example.CreatedAt, WorkDetails.ExampleOwner, null, WorkDetails.ExampleOwner, [AssignmentReason.ByName], null, null),
        new(2, WorkEventKind.HandOverProposed, WorkDetails.Example.HandOver!.ProposedAt, WorkDetails.ExampleOwner, WorkDetails.ExampleOwner, WorkDetails.ExampleReceiver, [],
            HandOverBody.Example.Note, WorkDetails.Example.HandOver.AnswerBy),
    ],
    [new(WorkDetails.ExampleOwner, WorkDetails.Example.CreatedAt, null)]);
}

/// <summary>One thing that happened to a piece of work.</summary>
/// <param name="Number">Its place in the history, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">The member of staff who did it; null where the clock or the product did, or a credential that acts for nobody.</param>
/// <param name="From">Who owned it before.</param>
/// <param name="To">Who owns it from here on, or is asked to take it over, or did not take it.</param>
/// <param name="Reasons">Why it went to them.</param>
/// <param name="Note">What the receiver must know, or why something was done.</param>
/// <param name="Until">Until when the receiver may answer, or when the work is due from here on.</param>
public sealed record WorkEventRow(
    int Number, WorkEventKind Kind, DateTimeOffset At, StaffId? By, StaffId? From, StaffId? To, IReadOnlyList<AssignmentReason> Reasons, string? Note, DateTimeOffset? Until);

/// <summary>A time in which somebody owned a piece of work.</summary>
/// <param name="OwnerId">Who; null only where the tenant had no active member of staff.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when, not included; null while it goes on.</param>
public sealed record OwnershipRow(StaffId? OwnerId, DateTimeOffset From, DateTimeOffset? To);

internal sealed class GetWorkHistoryHandler(ICrmDb db) : IQueryHandler<GetWorkHistory, WorkHistory>
{
    public async Task<Result<WorkHistory>> Handle(GetWorkHistory query, CancellationToken ct)
    {
        var log = await db.WorkEvents.AsNoTracking().Where(e => e.WorkId == query.Id).OrderBy(e => e.Number).ToListAsync(ct);
        if (log.Count == 0)
        {
            // Every piece of work has the event of its opening.
            return Error.NotFound<WorkItem>();
        }
        return new WorkHistory(
            query.Id, [.. log.Select(e => new WorkEventRow(e.Number, e.Kind, e.At, e.By, e.From, e.To, e.Reasons, e.Note, e.Until))],
            [.. WorkStanding.Intervals(log).Select(o => new OwnershipRow(o.Owner, o.From, o.To))]);
    }
}
