using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Work;

namespace Crm.Application.Work;

public sealed record AcceptHandOver(WorkId Id) : ICommand<WorkDetails>;

internal sealed class AcceptHandOverHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times, ImpartialOwners impartial) : ICommandHandler<AcceptHandOver, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(AcceptHandOver command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadForAnswer(command.Id, caller, now, ct)).Failed(out var error, out var item))
        {
            return error;
        }
        var (sender, to) = (item.OwnerId!.Value, item.HandOverToId!.Value);
        if (await db.Receiver(to, now, ct) is not { Active: true } receiver)
        {
            return WorkErrors.ReceiverInactive;
        }
        if (await impartial.RefusalOf(item, to, ct) is { } partial)
        {
            return partial;
        }
        if (item.AcceptHandOver(receiver.AccountableId, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.Record(item, handOverEnded: true);
        db.Notify(sender, WorkNotices.HandOverAccepted, RecordId.Of(item.Id), item.CustomerId, now, await db.DeliveryTime(times, caller, now, ct));
        return WorkDetails.Of(item);
    }
}

internal static class HandOverAnswers
{
    /// <summary>Work whose hand-over the caller may answer.</summary>
    public static async Task<Result<WorkItem>> LoadForAnswer(this ICrmDb db, WorkId id, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        if ((await db.LoadWork(id, caller, now, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        return loaded.Item.State != WorkState.Open ? WorkErrors.Closed
            : loaded.Item.HandOver is null ? WorkErrors.NoHandOver
            : loaded.MayAnswer(caller) ? loaded.Item
            : WorkErrors.HandOverNotYours;
    }

    /// <summary>Tells the sender, and the lead where that is somebody else, that a hand-over came back.</summary>
    public static void TellReturned(this ICrmDb db, WorkItem item, string kind, DateTimeOffset now, DateTimeOffset deliverAt)
    {
        foreach (var one in new[] { item.OwnerId, item.AccountableId }.OfType<StaffId>().Distinct())
        {
            db.Notify(one, kind, RecordId.Of(item.Id), item.CustomerId, now, deliverAt);
        }
    }
}
