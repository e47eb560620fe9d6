using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>What the worker does when contact with a key account may be due: it looks when the last was, and alerts once where that is too long ago (S4-KEY-1).</summary>
public sealed record CheckAccountContact(KeyAccountId Id) : ICommand<Nothing>, IHandledAgain;

internal sealed class CheckAccountContactHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : ICommandHandler<CheckAccountContact, Nothing>
{
    public const string Notice = "key_account.contact_lapsed";

    /// <summary>How often it is looked whether there was contact again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(12);

    public async Task<Result<Nothing>> Handle(CheckAccountContact command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.KeyAccounts.FirstOrDefaultAsync(k => k.Id == command.Id, ct) is not { EndedAt: null, Cadence: { } cadence } account)
        {
            await db.CloseWork(RecordId.Of(command.Id), done: false, caller, now, ct);
            db.DropAlarm(Alarms.AccountContactDue, command.Id.Value);
            return new Nothing();
        }
        var open = await db.DefaultOpenTime(times, caller, ct);
        var last = await db.LastContactWith(account.CustomerId, caller.Today(clock)).FirstOrDefaultAsync(ct);
        var due = cadence.DueAfter(last?.StartedAt ?? account.CreatedAt, open);
        var subject = RecordId.Of(account.Id);
        if (due > now)
        {
            if (account.LapsedAt is not null)
            {
                account.Catch(now);
                await db.CloseWork(subject, done: true, caller, now, ct);
                db.Record(account, caller, now);
            }
            db.MoveAlarm(Alarms.AccountContactDue, command.Id.Value, due);
            return new Nothing();
        }
        if (account.Lapse(now))
        {
            var doer = await db.Receiver(cadence.By ?? account.ManagerId, now, ct);
            db.Notify(account.ManagerId, Notice, subject, account.CustomerId, now, open.NextOpening(now));
            db.OpenWork(new(WorkKind.Check, subject, AccountWords.ContactDue(caller), doer is { Active: true } ? new(doer.Id, doer.AccountableId, [AssignmentReason.ByName]) : null)
            {
                CustomerId = account.CustomerId, Priority = Priority.High, DueAt = open.NextOpening(now),
            }, caller, now);
            db.Record(account, caller, now);
        }
        db.MoveAlarm(Alarms.AccountContactDue, command.Id.Value, now + Again);
        return new Nothing();
    }
}
