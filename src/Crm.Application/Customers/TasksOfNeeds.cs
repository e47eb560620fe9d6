using Crm.Application.KeyAccounts;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Programmes;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>When a need is to be seen to: before the first day on which it is expected begins, and at the latest when the last one is over.</summary>
internal sealed record DueOfNeed(DateTimeOffset Begins, DateTimeOffset Over)
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <summary>When who cares for the customer is told of it.</summary>
    public DateTimeOffset ComesUpAt => Begins - Notice;

    public DateTimeOffset At(DateTimeOffset now) => Begins > now ? Begins : Over > now ? Over : now.AddDays(1);
}

/// <summary>A need and the task that sees to it (S3-FUTURE-1).</summary>
internal static class TasksOfNeeds
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>Null where no day is expected, or none that work could be due on.</summary>
    public static DueOfNeed? DueIn(this Need need, Caller caller)
    {
        var (zone, first, last) = (caller.Tenant.Settings.TimeZone, need.ExpectedFrom, need.ExpectedTo);
        return last.Year >= WorkItem.Undated.Year ? null : new(ProgrammeDays.Midnight(Later(first), zone), ProgrammeDays.Midnight(Later(last).AddDays(1), zone));
    }

    /// <summary>Lets who cares for the customer be told when the need comes up, unless it is over already (S3-FUTURE-1).</summary>
    public static void WaitFor(this ICrmDb db, Need need, Caller caller, DateTimeOffset now)
    {
        if (need.DueIn(caller) is { } due && due.Over > now)
        {
            db.SetAlarm(Alarms.NeedComesUp, need.Id.Value, due.ComesUpAt > now ? due.ComesUpAt : now);
        }
    }

    /// <summary>What became of a need, on the timeline of its customer; of who was erased nothing is told any more.</summary>
    public static async Task TellOfNeed(this ICrmDb db, Need need, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Customers.AnyAsync(c => c.Id == need.CustomerId && c.State == CustomerState.Active, ct))
        {
            db.Tell(caller, need.CustomerId, "need.settled", need.ResourceId, now, new { need.Status });
        }
    }

    /// <summary>A task that is due when its need is follows it to another day; one that is due at a time of its own stays there.</summary>
    public static async Task MoveTaskOf(this ICrmDb db, Need need, DueOfNeed? before, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var after = need.DueIn(caller);
        if (after == before)
        {
            return;
        }
        foreach (var task in await db.WorkOf(RecordId.Of(need.Id), ct))
        {
            if (task.DueAt is not { } due ? before is null : due == before?.Begins || due == before?.Over)
            {
                task.Move(after?.At(now), caller.StaffId, now);
                db.Record(task);
            }
        }
    }

    private static DateOnly Later(DateOnly day) => day < Earliest ? Earliest : day;
}
