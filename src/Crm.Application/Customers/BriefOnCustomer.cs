using System.Linq.Expressions;
using Crm.Application.Interactions;
using Crm.Application.KeyAccounts;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record BriefOnCustomer(CustomerId Id) : IQuery<BriefingDetails>;

/// <summary>Three commands: the customer with what is counted, the contacts that matter now, and what else is recorded.</summary>
internal sealed class BriefOnCustomerHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<BriefOnCustomer, BriefingDetails>
{
    public async Task<Result<BriefingDetails>> Handle(BriefOnCustomer query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (id, monthAgo, today) = (query.Id, now.AddDays(-30), caller.DayOf(now));
        var seen = db.Interactions.SeenBy(caller).ThatStand().Where(i => i.CustomerId == id);
        if (!caller.May(Permission.InteractionsRead))
        {
            seen = seen.Where(i => false);
        }
        var organisations = db.OrganisationsOf(id, today);
        var accounts = db.KeyAccounts.Where(k => k.EndedAt == null && (k.CustomerId == id || organisations.Contains(k.CustomerId)))
            .OrderBy(k => k.CustomerId == id ? 0 : 1).ThenBy(k => k.Id).Take(1);
        var plans = db.RelationshipPlans.Where(p => p.CustomerId == id && p.EndedAt == null).OrderByDescending(p => p.Id).Take(1);
        var known = await db.Customers.Where(c => c.Id == id).Select(c => new
        {
            Customer = new KnownCustomer(c.Id, c.State, c.SurvivorId, c.Profile, c.DisplayName, c.Lifecycle, c.DoNotContact, c.CreatedAt),
            Owner = db.Staff.Where(s => s.Id == c.OwnerId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(),
            FirstContact = seen.OrderBy(i => i.StartedAt).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefault(),
            Contacts = seen.Count(i => i.StartedAt >= monthAgo),
            AccountId = accounts.Select(k => (KeyAccountId?)k.Id).FirstOrDefault(),
            Tier = accounts.Select(k => k.Tier).FirstOrDefault(),
            AccountManager = accounts.Select(k => db.Staff.Where(s => s.Id == k.ManagerId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault()).FirstOrDefault(),
            Organisation = accounts.Where(k => k.CustomerId != id).Select(k => db.Customers.Where(o => o.Id == k.CustomerId).Select(o => o.DisplayName).FirstOrDefault()).FirstOrDefault(),
            Plan = plans.Select(p => p.Content).FirstOrDefault(),
            Reached = plans.Select(p => p.Reached).FirstOrDefault(),
            HasOpenComplaint = db.Complaints.Any(k => k.CustomerId == id && k.Stage != ComplaintStage.ClosedConfirmed && k.Stage != ComplaintStage.ClosedUnconfirmed
                && k.Stage != ComplaintStage.WithdrawnByCustomer && k.Stage != ComplaintStage.Duplicate),
        }).FirstOrDefaultAsync(ct);
        if (CustomerStates.Refusal(known?.Customer.State, known?.Customer.SurvivorId) is { } refused)
        {
            return refused;
        }
        var contacts = await db.ContactsOf(seen, ct);
        return Briefing.Of(
            known!.Customer, known.Owner, known.FirstContact, known.Contacts,
            [.. contacts.Where(c => !c.IsOpen).OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id)],
            [.. contacts.Where(c => c.IsOpen).OrderBy(c => c.FollowUpOn).ThenBy(c => c.Id)],
            await db.KnownOf(id, caller.StaffId, ct), new()
            {
                Account = known.AccountId is { } account && caller.May(Permission.KeyAccountsRead) ? new(account, known.Tier!, known.AccountManager, known.Organisation) : null,
                Plan = caller.May(Permission.PlansRead) ? known.Plan : null, Reached = known.Reached ?? [],
                HasOpenComplaint = known.HasOpenComplaint && caller.May(Permission.ComplaintsRead), SeesPromises = caller.May(Permission.CommitmentsRead),
            }, caller.Tenant.Settings, today, now);
    }
}

internal sealed record KnownCustomer(
    CustomerId Id, CustomerState State, CustomerId? SurvivorId, CustomerProfile Profile, string DisplayName, Lifecycle Lifecycle,
    DoNotContact? DoNotContact, DateTimeOffset CreatedAt);

/// <summary>How the customer is cared for.</summary>
internal sealed record KnownCare
{
    private const int MostMilestones = 5;

    public required BriefingAccount? Account { get; init; }
    public required PlanContent? Plan { get; init; }
    public required IReadOnlyList<MilestoneReached> Reached { get; init; }
    public required bool HasOpenComplaint { get; init; }

    /// <summary>Whether who asks may read promises.</summary>
    public required bool SeesPromises { get; init; }

    /// <summary>The next milestones that are not reached.</summary>
    public IReadOnlyList<BriefingMilestone> Milestones(DateOnly today) =>
        [.. (Plan?.Milestones ?? []).Where(m => !Reached.Any(r => r.Key == m.Key)).OrderBy(m => m.DueOn).Take(MostMilestones).Select(m => new BriefingMilestone(m.Title, m.DueOn, m.DueOn < today))];
}

/// <summary>The contacts that matter before the next one: the latest, and those after which something is still to be done.</summary>
internal static class KnownContacts
{
    private const int MostRecent = 50;
    private const int MostFollowUps = 10;

    public static Task<List<KnownContact>> ContactsOf(this ICrmDb db, IQueryable<Interaction> seen, CancellationToken ct) =>
        Recent(db, seen).Concat(OpenFollowUps(db, seen)).ToListAsync(ct);

    private static IQueryable<KnownContact> Recent(ICrmDb db, IQueryable<Interaction> seen) =>
        seen.OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id).Take(MostRecent).Select(Contact(db, false));

    private static IQueryable<KnownContact> OpenFollowUps(ICrmDb db, IQueryable<Interaction> seen) =>
        seen.Where(i => i.FollowUpOn != null && !db.Interactions.Any(j => j.ClosesFollowUpOfId == i.Id && j.Correction == null))
            .OrderBy(i => i.FollowUpOn).ThenBy(i => i.Id).Take(MostFollowUps).Select(Contact(db, true));

    private static Expression<Func<Interaction, KnownContact>> Contact(ICrmDb db, bool isOpen) => i => new KnownContact
    {
        Id = i.Id,
        Channel = i.Channel,
        Direction = i.Direction,
        StartedAt = i.StartedAt,
        Subject = i.Subject,
        EmotionAtStart = i.EmotionAtStart,
        EmotionAtEnd = i.EmotionAtEnd,
        Outcome = i.Outcome,
        StaffId = i.StaffId,
        StaffName = db.Staff.Where(s => s.Id == i.StaffId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(),
        FollowUpOn = i.FollowUpOn,
        FollowUpOwnerId = i.FollowUpOwnerId,
        IsOpen = isOpen,
    };
}

internal sealed record KnownContact
{
    public required InteractionId Id { get; init; }
    public required Channel Channel { get; init; }
    public required Direction Direction { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public string? Subject { get; init; }
    public Emotion? EmotionAtStart { get; init; }
    public Emotion? EmotionAtEnd { get; init; }
    public Outcome? Outcome { get; init; }
    public StaffId? StaffId { get; init; }
    public string? StaffName { get; init; }
    public DateOnly? FollowUpOn { get; init; }
    public StaffId? FollowUpOwnerId { get; init; }
    public bool IsOpen { get; init; }
}
