using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>What the worker does once a day for each key account: keeps its health where it changed, and tells the account manager where it fell far.</summary>
public sealed record KeepAccountHealth(KeyAccountId Id) : ICommand<Nothing>, IHandledAgain;

internal sealed class KeepAccountHealthHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times, HealthOfAccounts health) : ICommandHandler<KeepAccountHealth, Nothing>
{
    public const string Notice = "key_account.health_dropped";
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    public async Task<Result<Nothing>> Handle(KeepAccountHealth command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.KeyAccounts.FirstOrDefaultAsync(k => k.Id == command.Id, ct) is not { EndedAt: null } account)
        {
            db.DropAlarm(Alarms.AccountHealthDue, command.Id.Value);
            return new Nothing();
        }
        var (score, findings) = await health.Of(account.CustomerId, account.Cadence, account.CreatedAt, ct);
        var last = await db.HealthEntries.AsNoTracking().Where(h => h.KeyAccountId == account.Id).OrderByDescending(h => h.At).FirstOrDefaultAsync(ct);
        if (last is null || last.Score != score || !last.Findings.SequenceEqual(findings))
        {
            db.HealthEntries.Add(new() { KeyAccountId = account.Id, At = now, Score = score, Findings = findings });
        }
        if (last is not null && account.Fell(last.Score, score, now))
        {
            db.Notify(account.ManagerId, Notice, RecordId.Of(account.Id), account.CustomerId, now, await db.DeliveryTime(times, caller, now, ct));
        }
        db.MoveAlarm(Alarms.AccountHealthDue, command.Id.Value, now + Again);
        return new Nothing();
    }
}
