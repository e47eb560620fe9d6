using Crm.Domain;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Work that another record asks for.</summary>
/// <param name="Owner">Who owns it: somebody known, or whom <see cref="Candidates.ChooseOwner"/> found; null only where the tenant has no active staff.</param>
public sealed record WorkOpening(WorkKind Kind, RecordId Subject, string Title, Owner? Owner)
{
    public CustomerId? CustomerId { get; init; }
    public string? Note { get; init; }
    public Priority Priority { get; init; } = Priority.Normal;
    public DateTimeOffset? DueAt { get; init; }
    public string? RequiredSkill { get; init; }
    public string? Language { get; init; }
}

/// <summary>
/// How a feature drives the work of its records: it opens it with the record, moves it and closes it. Whose it is, is decided here, and told by
/// <see cref="WorkOwnerChanged"/>, which the feature may follow with an event handler in the same transaction.
/// </summary>
internal static class WorkRecords
{
    /// <summary>How long after it was opened without an owner work is looked at again; whoever comes before takes it up at once.</summary>
    private static readonly TimeSpan Unowned = TimeSpan.FromMinutes(1);

    /// <summary>Opens the work of a record in the save of its cause. A longer text becomes a title of 300 characters.</summary>
    public static WorkItem OpenWork(this ICrmDb db, WorkOpening opening, Caller caller, DateTimeOffset now)
    {
        var content = new WorkContent
        {
            Title = opening.Title.AtMost(WorkItem.TitleMaxLength), Note = opening.Note, Priority = opening.Priority, DueAt = opening.DueAt,
            RequiredSkill = opening.RequiredSkill, Language = opening.Language,
        };
        return db.Add(WorkItem.Open(opening.Kind, opening.Subject, opening.CustomerId, content, opening.Owner, caller.StaffId, now), now);
    }

    /// <summary>The open work of a record, to be changed. One query.</summary>
    public static Task<List<WorkItem>> WorkOf(this ICrmDb db, RecordId subject, CancellationToken ct) =>
        db.WorkItems.Where(w => w.Subject == subject && w.State == WorkState.Open).OrderBy(w => w.Id).ToListAsync(ct);

    /// <summary>The open work of a record is due at another time.</summary>
    public static async Task MoveWork(this ICrmDb db, RecordId subject, DateTimeOffset? dueAt, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var item in await db.WorkOf(subject, ct))
        {
            item.Move(dueAt, caller.StaffId, now);
            db.Record(item);
        }
    }

    /// <summary>The open work of a record is done, or not to be done any more.</summary>
    public static async Task CloseWork(this ICrmDb db, RecordId subject, bool done, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var item in await db.WorkOf(subject, ct))
        {
            db.Close(item, done, null, caller.StaffId, now);
        }
    }

    /// <summary>Adds what is new, with an alarm where nobody owns it.</summary>
    public static WorkItem Add(this ICrmDb db, WorkItem item, DateTimeOffset now)
    {
        db.WorkItems.Add(item);
        db.Record(item);
        if (item.OwnerId is null)
        {
            db.SetAlarm(Alarms.WorkUnowned, item.Id.Value, now + Unowned);
        }
        return item;
    }

    public static Result Close(this ICrmDb db, WorkItem item, bool done, string? note, StaffId? by, DateTimeOffset now)
    {
        var waited = item.HandOver is not null;
        if (item.Close(done, note, by, now).Failed(out var error))
        {
            return error;
        }
        db.Record(item, handOverEnded: waited);
        return Result.Done;
    }

    /// <summary>Adds the events of this unit of work to the log, and lets the alarm of a hand-over that waits no more be dropped.</summary>
    public static void Record(this ICrmDb db, WorkItem item, bool handOverEnded = false)
    {
        db.Append(item.Added);
        if (handOverEnded)
        {
            db.DropAlarm(Alarms.HandOverDue, item.Id.Value);
        }
    }
}
