using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

public sealed record GetComplaintHistory(ComplaintId Id) : IQuery<ComplaintHistory>;

/// <summary>Every step of a complaint, oldest first; where it stands is what this comes to.</summary>
/// <param name="ComplaintId">The complaint.</param>
/// <param name="Events">What happened; little more than 1,000 events.</param>
public sealed record ComplaintHistory(ComplaintId ComplaintId, IReadOnlyList<ComplaintEventRow> Events)
{
    public static readonly ComplaintHistory Example = new(ComplaintDetails.ExampleId, [ComplaintEventRow.Example]);
}

/// <summary>One step of a complaint.</summary>
/// <param name="Number">Its place in the history, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The member of staff who recorded it; null where a credential acts for nobody.</param>
/// <param name="Channel">On which way the customer was met.</param>
/// <param name="Instance">The instance of the complaint.</param>
/// <param name="Details">Codes and words of the step, by name; empty after the customer was erased.</param>
public sealed record ComplaintEventRow(
    int Number, ComplaintEventKind Kind, DateTimeOffset At, StaffId? By, IntakeChannel? Channel, int Instance, IReadOnlyDictionary<string, string> Details)
{
    public static readonly ComplaintEventRow Example = new(
        2, ComplaintEventKind.Apologised, new(2026, 3, 21, 9, 0, 0, TimeSpan.Zero), ComplaintDetails.ExampleOwner, IntakeChannel.Phone, 1,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["words"] = ApologyBody.Example.Words, ["admitsFault"] = "true" });
}

internal sealed class GetComplaintHistoryHandler(ICrmDb db) : IQueryHandler<GetComplaintHistory, ComplaintHistory>
{
    public async Task<Result<ComplaintHistory>> Handle(GetComplaintHistory query, CancellationToken ct)
    {
        var events = await db.ComplaintEvents.Where(e => e.ComplaintId == query.Id).OrderBy(e => e.Number)
            .Select(e => new ComplaintEventRow(e.Number, e.Kind, e.At, e.By, e.Channel, e.Instance, e.Details)).ToListAsync(ct);
        // Every complaint has the event of its filing.
        return events.Count > 0 ? new ComplaintHistory(query.Id, events) : Error.NotFound<Complaint>();
    }
}
