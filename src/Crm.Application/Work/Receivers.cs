using System.Globalization;
using Crm.Domain;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Somebody who is to get work by name.</summary>
internal sealed record Receiver
{
    public required StaffId Id { get; init; }
    public required StaffId? ManagerId { get; init; }
    public required bool Active { get; init; }
    public required DateTimeOffset? BackAt { get; init; }
    public required StaffId? DelegateId { get; init; }

    public StaffId AccountableId => ManagerId ?? Id;

    /// <summary>Why they cannot get it, if so.</summary>
    public Error? Refusal() =>
        !Active ? WorkErrors.ReceiverInactive
        : BackAt is not { } back ? null
        : DelegateId is { } standIn ? WorkErrors.ReceiverAbsent.Because(Until(back) + $" {standIn} stands in.").With(standIn.ToString())
        : WorkErrors.ReceiverAbsent.Because(Until(back) + " Nobody stands in.");

    private static string Until(DateTimeOffset back) => $"Absent until {back.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}.";
}

internal static class Receivers
{
    /// <summary>A member of staff and the absence that they are in; null where there is no such member. One query.</summary>
    public static Task<Receiver?> Receiver(this ICrmDb db, StaffId id, DateTimeOffset now, CancellationToken ct)
    {
        var absences = db.Absences.Where(a => a.StaffId == id && !a.Cancelled && a.From <= now && a.To > now);
        return db.Staff.Where(s => s.Id == id).Select(s => new Receiver
        {
            Id = s.Id,
            ManagerId = s.ManagerId,
            Active = s.Active,
            BackAt = absences.OrderByDescending(a => a.To).Select(a => (DateTimeOffset?)a.To).FirstOrDefault(),
            DelegateId = absences.OrderByDescending(a => a.To).Select(a => a.DelegateId).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
    }

    /// <summary>The first of them, in turn, who works here and is not absent, as an owner by name; null where none is.</summary>
    public static async Task<Owner?> FirstHere(this ICrmDb db, IEnumerable<StaffId?> inTurn, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var id in inTurn.OfType<StaffId>().Distinct())
        {
            if (await db.Receiver(id, now, ct) is { } found && found.Refusal() is null)
            {
                return found.ToOwner();
            }
        }
        return null;
    }

    public static Owner ToOwner(this Receiver receiver) => new(receiver.Id, receiver.AccountableId, [AssignmentReason.ByName]);
}

/// <summary>What staff are told about work.</summary>
public static class WorkNotices
{
    public const string Assigned = "work.assigned";
    public const string HandOverProposed = "work.hand_over_proposed";
    public const string HandOverAccepted = "work.hand_over_accepted";
    public const string HandOverDeclined = "work.hand_over_declined";
    public const string HandOverTimedOut = "work.hand_over_timed_out";
}
