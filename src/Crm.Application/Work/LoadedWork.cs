using Crm.Domain;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>A piece of work that a command is about, and for whom its caller stands in.</summary>
internal sealed record LoadedWork
{
    public required WorkItem Item { get; init; }
    public required bool StandsInForOwner { get; init; }
    public required bool StandsInForReceiver { get; init; }

    /// <summary>Who may act on it: the owner, their delegate, whoever answers for it, and holders of work:assign.</summary>
    public bool MayAct(Caller caller) => MayHandOver(caller) || (caller.StaffId is { } me && Item.AccountableId == me);

    /// <summary>Who may hand it over: the owner, their delegate, and holders of work:assign on the owner's behalf.</summary>
    public bool MayHandOver(Caller caller) => (caller.StaffId is { } me && Item.OwnerId == me) || StandsInForOwner || caller.May(Permission.WorkAssign);

    /// <summary>Who may answer a hand-over: whoever was asked, or their delegate. No order stands in for that.</summary>
    public bool MayAnswer(Caller caller) => (caller.StaffId is { } me && Item.HandOverToId == me) || StandsInForReceiver;
}

internal static class WorkLoading
{
    /// <summary>One query.</summary>
    public static async Task<Result<LoadedWork>> LoadWork(this ICrmDb db, WorkId id, Caller caller, DateTimeOffset now, CancellationToken ct, IfMatch ifMatch = default)
    {
        var standIns = db.StandInsOf(caller.StaffId ?? default, now);
        var found = await db.WorkItems.Where(w => w.Id == id).Select(w => new LoadedWork
        {
            Item = w,
            StandsInForOwner = standIns.Any(a => a.StaffId == w.OwnerId),
            StandsInForReceiver = standIns.Any(a => a.StaffId == w.HandOverToId),
        }).FirstOrDefaultAsync(ct);
        return found is null ? Error.NotFound<WorkItem>() : ifMatch.Allows(found.Item.Version) ? found : Error.Stale;
    }

    /// <summary>Loads what the caller may act on, and that no other record drives.</summary>
    public static async Task<Result<WorkItem>> LoadTask(this ICrmDb db, WorkId id, Caller caller, DateTimeOffset now, CancellationToken ct, IfMatch ifMatch = default)
    {
        if ((await db.LoadWork(id, caller, now, ct, ifMatch)).Failed(out var error, out var loaded))
        {
            return error;
        }
        return !loaded.MayAct(caller) ? WorkErrors.NotYours
            : loaded.Item.DrivenBy is { } subject ? WorkErrors.DrivenByRecord.With(subject.ToString())
            : loaded.Item;
    }
}
