using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.BestCustomers;

/// <summary>Of whose complaints.</summary>
public sealed record OpenWinBacks : ICommand<OpenedWinBacks>
{
    public const int MostAtOnce = 100;

    /// <summary>Complaints received since then; 366 days before to where absent.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Complaints received before then; now where absent. At most 366 days after from.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>How long after the resolution is looked at whether they buy again, 1 to 3660 days; 90 where absent.</summary>
    public int? Days { get; init; }

    /// <summary>Only of customers who belong to this segment now.</summary>
    public SegmentId? SegmentId { get; init; }

    public static readonly OpenWinBacks Example = new() { From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), To = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Days = GetRecovery.UsualDays };
}

/// <summary>The tasks that were opened.</summary>
/// <param name="Data">Each with its customer.</param>
/// <param name="More">Whether there are others to be opened by the same request.</param>
public sealed record OpenedWinBacks(IReadOnlyList<WinBack> Data, bool More)
{
    public static readonly OpenedWinBacks Example = new([WinBack.Example], false);
}

/// <summary>A task to win a customer back.</summary>
/// <param name="WorkId">The task.</param>
/// <param name="CustomerId">Whom to win back.</param>
/// <param name="ComplaintId">The complaint of which they did not recover.</param>
/// <param name="Satisfied">Whether they were satisfied with it, and bought nothing since.</param>
/// <param name="OwnerId">Who is to do it; null where nobody works here.</param>
public sealed record WinBack(WorkId WorkId, CustomerId CustomerId, ComplaintId ComplaintId, bool Satisfied, StaffId? OwnerId)
{
    public static readonly WinBack Example = new(
        WorkId.Parse("work_01j00000000000000000000000", null), CustomerId.Parse("customer_01j00000000000000000000000", null), ComplaintId.Parse("complaint_01j00000000000000000000000", null), false,
        StaffId.Parse("staff_01j00000000000000000000000", null));
}

internal sealed class OpenWinBacksHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<OpenWinBacks, OpenedWinBacks>
{
    private static readonly TimeSpan Within = TimeSpan.FromDays(7);

    public async Task<Result<OpenedWinBacks>> Handle(OpenWinBacks command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.Complainants(Asked(command.From), Asked(command.To), command.Days, command.SegmentId, now, ct)).Failed(out var error, out var found))
        {
            return error;
        }
        var lost = new List<(Complainant Complainant, bool Satisfied)>();
        await foreach (var complainant in found.Rows)
        {
            if (complainant.OutcomeAfter(found.Wait, now) is { } outcome and not ComplainantOutcome.Recovered)
            {
                lost.Add((complainant, outcome == ComplainantOutcome.Lost));
            }
        }
        var opened = new List<WinBack>();
        IReadOnlyList<RankedCandidate>? ranking = null;
        foreach (var chunk in lost.Chunk(OpenWinBacks.MostAtOnce))
        {
            foreach (var one in await WithoutTask(chunk, now, ct))
            {
                if (opened.Count == OpenWinBacks.MostAtOnce)
                {
                    return Once(opened, more: true);
                }
                var owner = one.Owner ?? Next(ranking ??= await db.RankOwners(caller, null, null, [], now, ct), one.Subject, opened.Count);
                var content = new WorkContent { Title = Title(one.Reference), DueAt = now + Within };
                var item = db.Add(WorkItem.Open(WorkKind.Task, RecordId.Of(one.Complainant.ComplaintId), one.Complainant.CustomerId, content, owner, caller.StaffId, now), now);
                opened.Add(new(item.Id, one.Complainant.CustomerId, one.Complainant.ComplaintId, one.Satisfied, item.OwnerId));
            }
        }
        return Once(opened, more: false);
    }

    /// <summary>Those who may be asked and for whom no task was opened yet.</summary>
    private async Task<List<LostCustomer>> WithoutTask((Complainant Complainant, bool Satisfied)[] lost, DateTimeOffset now, CancellationToken ct)
    {
        var (ids, subjects) = (lost.Select(l => l.Complainant.ComplaintId).ToList(), lost.Select(l => (RecordId?)RecordId.Of(l.Complainant.ComplaintId)).ToList());
        var done = await db.WorkItems.Where(w => subjects.Contains(w.Subject) && w.Kind == WorkKind.Task).Select(w => w.Subject).ToListAsync(ct);
        var here = db.Staff.Where(s => s.Active && !db.Absences.Any(a => a.StaffId == s.Id && !a.Cancelled && a.From <= now && a.To > now));
        var known = await (
            from c in db.Complaints
            where ids.Contains(c.Id)
            join customer in db.Customers on c.CustomerId equals customer.Id
            from owner in here.Where(s => s.Id == c.OwnerId).DefaultIfEmpty()
            select new { c.Id, c.Reference, c.TargetStaffId, Customer = customer, Owner = owner }).AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        return
        [
            .. from one in lost
               let complaint = known[one.Complainant.ComplaintId]
               where !done.Contains(RecordId.Of(one.Complainant.ComplaintId)) && MayBeAsked(complaint.Customer, now)
               select new LostCustomer(one.Complainant, one.Satisfied, complaint.Reference, complaint.TargetStaffId,
                   complaint.Owner is { } owner ? new Owner(owner.Id, owner.ManagerId ?? owner.Id, [AssignmentReason.ByName]) : null),
        ];
    }

    private static Instant? Asked(DateTimeOffset? at) => at is { } given ? new(given) : null;

    private static bool MayBeAsked(Customer customer, DateTimeOffset now) =>
        customer.State == CustomerState.Active && customer.DoNotContact?.ForbidsAsking(now) != true;

    /// <summary>Those who are here in turn, since what was just given to them does not weigh yet; never who was complained about.</summary>
    private static Owner? Next(IReadOnlyList<RankedCandidate> ranking, StaffId? subject, int turn)
    {
        var others = ranking.Where(r => r.Candidate.Id != subject).ToList();
        var here = others.FindAll(r => r.Fits);
        return (here.Count > 0 ? here : others) is { Count: > 0 } able ? able[turn % able.Count].ToOwner() : null;
    }

    /// <summary>Two who ask at once open nothing twice.</summary>
    private OpenedWinBacks Once(List<WinBack> opened, bool more)
    {
        var subjects = opened.ConvertAll(o => (RecordId?)RecordId.Of(o.ComplaintId));
        if (opened.Count > 0)
        {
            db.AskInTurn("win-backs", async ct => await db.WorkItems.AnyAsync(w => subjects.Contains(w.Subject) && w.Kind == WorkKind.Task, ct) ? RaceErrors.TurnLost : Result.Done);
        }
        return new(opened, more);
    }

    private string Title(string reference) =>
        caller.Tenant.Settings.Locale.StartsWith("fa", StringComparison.OrdinalIgnoreCase) ? $"مشتری را پس از شکایت {reference} برگردان" : $"Win the customer back after the complaint {reference}";

    /// <param name="Subject">Who was complained about.</param>
    /// <param name="Owner">Who answered for the complaint, where they are here.</param>
    private sealed record LostCustomer(Complainant Complainant, bool Satisfied, string Reference, StaffId? Subject, Owner? Owner);
}
