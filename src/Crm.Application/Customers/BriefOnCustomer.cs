using System.Linq.Expressions;
using Crm.Application.Interactions;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.RelationshipPlans;

namespace Crm.Application.Customers;

public sealed record BriefOnCustomer(CustomerId Id) : IQuery<BriefingDetails>;

/// <summary>Three commands, compiled once: the customer with what is counted, the contacts that matter now, and what else is recorded.</summary>
internal sealed class BriefOnCustomerHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<BriefOnCustomer, BriefingDetails>
{
    public async Task<Result<BriefingDetails>> Handle(BriefOnCustomer query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = new BriefingAsked(
            query.Id, now.AddDays(-30), now - Briefing.Recently, caller.DayOf(now), caller.StaffId ?? default, caller.CredentialKey,
            caller.May(Permission.InteractionsRead), caller.May(Permission.InteractionsReadPrivate), caller.May(Permission.KeyAccountsRead));
        var known = await db.First(KnownContacts.Standing, asked, ct);
        if (CustomerStates.Refusal(known?.Customer.State, known?.Customer.SurvivorId) is { } refused)
        {
            return refused;
        }
        var contacts = await db.ContactsOf(asked, ct);
        var records = await db.KnownOf(asked, ct);
        return Briefing.Of(
            known!, contacts, records, new()
            {
                Account = records.Account(),
                Plan = caller.May(Permission.PlansRead) ? known!.Plan : null, Reached = known!.Reached ?? [],
                HasOpenComplaint = known.HasOpenComplaint && caller.May(Permission.ComplaintsRead), SeesPromises = caller.May(Permission.CommitmentsRead),
            }, caller.Tenant.Settings, asked.Today, now);
    }
}

/// <summary>Of whom a briefing is asked, and what who asks may see. Nobody has the empty id, so a credential without a member of staff sees nothing as one.</summary>
internal sealed record BriefingAsked(
    CustomerId Id, DateTimeOffset MonthAgo, DateTimeOffset Recently, DateOnly Today, StaffId Me, ByteKey Credential, bool SeesContacts, bool SeesPrivate, bool SeesAccounts);

internal sealed record KnownCustomer(
    CustomerId Id, CustomerState State, CustomerId? SurvivorId, CustomerProfile Profile, string DisplayName, Lifecycle Lifecycle,
    DoNotContact? DoNotContact, DateTimeOffset CreatedAt);

/// <summary>The customer and how we stand with each other.</summary>
internal sealed record KnownStanding
{
    public required KnownCustomer Customer { get; init; }
    public string? Owner { get; init; }

    /// <summary>When the owner last had contact with the customer.</summary>
    public DateTimeOffset? OwnerLast { get; init; }
    public DateTimeOffset? FirstContact { get; init; }

    /// <summary>How many contacts began in the last 30 days.</summary>
    public int Contacts { get; init; }
    public PlanContent? Plan { get; init; }
    public IReadOnlyList<MilestoneReached>? Reached { get; init; }
    public bool HasOpenComplaint { get; init; }
}

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

/// <summary>The customer, and what of their contacts matters before the next one: the latest, who had one in the last days, and those after which something is still to be done.</summary>
internal static class KnownContacts
{
    private const int MostLatest = 3;
    private const int MostFollowUps = 10;

    /// <summary>The contacts that who asks may see (as <see cref="InteractionVisibility"/> says) and that no correction replaces.</summary>
    private static readonly Expression<Func<ICrmDb, BriefingAsked, IQueryable<Interaction>>> Seen = (db, asked) => db.Interactions.Where(i => i.CustomerId == asked.Id && i.Correction == null
        && asked.SeesContacts && (asked.SeesPrivate || i.Visibility != Visibility.Private || i.StaffId == asked.Me || i.RecordedById == asked.Me || i.Author == asked.Credential));

    public static readonly Read<BriefingAsked, KnownStanding> Standing = new(Reads.With(Seen, (db, asked, seen) => db.Customers.Where(c => c.Id == asked.Id).Select(c => new KnownStanding
    {
        Customer = new KnownCustomer(c.Id, c.State, c.SurvivorId, c.Profile, c.DisplayName, c.Lifecycle, c.DoNotContact, c.CreatedAt),
        Owner = db.Staff.Where(s => s.Id == c.OwnerId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(),
        OwnerLast = seen.Where(i => c.OwnerId != null && i.StaffId == c.OwnerId).OrderByDescending(i => i.StartedAt).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefault(),
        FirstContact = seen.OrderBy(i => i.StartedAt).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefault(),
        Contacts = seen.Count(i => i.StartedAt >= asked.MonthAgo),
        Plan = db.RelationshipPlans.Where(p => p.CustomerId == asked.Id && p.EndedAt == null).OrderByDescending(p => p.Id).Select(p => p.Content).FirstOrDefault(),
        Reached = db.RelationshipPlans.Where(p => p.CustomerId == asked.Id && p.EndedAt == null).OrderByDescending(p => p.Id).Select(p => p.Reached).FirstOrDefault(),
        HasOpenComplaint = db.Complaints.Any(k => k.CustomerId == asked.Id && k.Stage != ComplaintStage.ClosedConfirmed && k.Stage != ComplaintStage.ClosedUnconfirmed
            && k.Stage != ComplaintStage.WithdrawnByCustomer && k.Stage != ComplaintStage.Duplicate),
    })));

    private static readonly Read<BriefingAsked, KnownContact> Recorded = Reads.All(LatestContacts(), RecentColleagues(), OpenFollowUps());

    public static Task<List<KnownContact>> ContactsOf(this ICrmDb db, BriefingAsked asked, CancellationToken ct) => db.All(Recorded, asked, ct);

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<BriefingInteraction> Latest(this IReadOnlyList<KnownContact> known) =>
        [.. known.Where(k => k.Id is not null).OrderByDescending(k => k.StartedAt).ThenByDescending(k => k.Id).Select(k => new BriefingInteraction(
            k.Id!.Value, k.Channel!.Value, k.Direction!.Value, k.StartedAt, k.Subject, k.EmotionAtStart, k.EmotionAtEnd, k.Outcome, k.StaffName))];

    public static IReadOnlyList<BriefingStaff> SpokeRecently(this IReadOnlyList<KnownContact> known) =>
        [.. known.Where(k => k.SpokeId is not null).OrderByDescending(k => k.StartedAt).ThenBy(k => k.SpokeId).Select(k => new BriefingStaff(k.SpokeId!.Value, k.StaffName, k.StartedAt))];

    public static IReadOnlyList<BriefingFollowUp> FollowUps(this IReadOnlyList<KnownContact> known, DateOnly today) =>
        [.. known.Where(k => k.FollowUpOf is not null).OrderBy(k => k.FollowUpOn).ThenBy(k => k.FollowUpOf).Select(k => new BriefingFollowUp(
            k.FollowUpOf!.Value, k.FollowUpOn!.Value, k.Subject, k.FollowUpOwnerId, k.FollowUpOn < today))];

    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownContact>>> LatestContacts() => Reads.With(Seen, (db, asked, seen) =>
        seen.OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id).Take(MostLatest)
            .Select(i => new KnownContact
            {
                Id = i.Id, SpokeId = null, FollowUpOf = null, Channel = i.Channel, Direction = i.Direction, StartedAt = i.StartedAt, Subject = i.Subject,
                EmotionAtStart = i.EmotionAtStart, EmotionAtEnd = i.EmotionAtEnd, Outcome = i.Outcome,
                StaffName = db.Staff.Where(s => s.Id == i.StaffId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(), FollowUpOn = null, FollowUpOwnerId = null,
            }));

    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownContact>>> RecentColleagues() => Reads.With(Seen, (db, asked, seen) =>
        seen.Where(i => i.StartedAt >= asked.Recently && i.StaffId != null).GroupBy(i => i.StaffId)
            .Select(spoke => new KnownContact
            {
                Id = null, SpokeId = spoke.Key, FollowUpOf = null, Channel = null, Direction = null, StartedAt = spoke.Max(i => i.StartedAt), Subject = null,
                EmotionAtStart = null, EmotionAtEnd = null, Outcome = null,
                StaffName = db.Staff.Where(s => s.Id == spoke.Key).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(), FollowUpOn = null, FollowUpOwnerId = null,
            }));

    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownContact>>> OpenFollowUps() => Reads.With(Seen, (db, asked, seen) =>
        seen.Where(i => i.FollowUpOn != null && !db.Interactions.Any(j => j.ClosesFollowUpOfId == i.Id && j.Correction == null))
            .OrderBy(i => i.FollowUpOn).ThenBy(i => i.Id).Take(MostFollowUps)
            .Select(i => new KnownContact
            {
                Id = null, SpokeId = null, FollowUpOf = i.Id, Channel = null, Direction = null, StartedAt = i.StartedAt, Subject = i.Subject,
                EmotionAtStart = null, EmotionAtEnd = null, Outcome = null, StaffName = null, FollowUpOn = i.FollowUpOn, FollowUpOwnerId = i.FollowUpOwnerId,
            }));
}

/// <summary>One of the last contacts, a colleague who had contact recently, or a contact after which something is still to be done, in one shape; which of the ids is there tells what it is.</summary>
internal sealed record KnownContact
{
    public InteractionId? Id { get; init; }
    public StaffId? SpokeId { get; init; }
    public InteractionId? FollowUpOf { get; init; }
    public Channel? Channel { get; init; }
    public Direction? Direction { get; init; }

    /// <summary>When it began; of a colleague, their last one.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    public string? Subject { get; init; }
    public Emotion? EmotionAtStart { get; init; }
    public Emotion? EmotionAtEnd { get; init; }
    public Outcome? Outcome { get; init; }
    public string? StaffName { get; init; }
    public DateOnly? FollowUpOn { get; init; }
    public StaffId? FollowUpOwnerId { get; init; }
}
