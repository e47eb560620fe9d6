using System.Linq.Expressions;
using Crm.Application.Interactions;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record BriefOnCustomer(CustomerId Id) : IQuery<BriefingDetails>;

/// <summary>Two commands: the customer with what is counted, and the contacts that matter now.</summary>
internal sealed class BriefOnCustomerHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<BriefOnCustomer, BriefingDetails>
{
    private const int MostRecent = 50;
    private const int MostFollowUps = 10;

    public async Task<Result<BriefingDetails>> Handle(BriefOnCustomer query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (id, monthAgo) = (query.Id, now.AddDays(-30));
        var seen = db.Interactions.SeenBy(caller).ThatStand().Where(i => i.CustomerId == id);
        if (!caller.May(Permission.InteractionsRead))
        {
            seen = seen.Where(i => false);
        }
        var known = await db.Customers.Where(c => c.Id == id).Select(c => new
        {
            Customer = new KnownCustomer(c.Id, c.State, c.SurvivorId, c.Profile, c.DisplayName, c.Lifecycle, c.CreatedAt),
            Owner = db.Staff.Where(s => s.Id == c.OwnerId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(),
            FirstContact = seen.OrderBy(i => i.StartedAt).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefault(),
            Contacts = seen.Count(i => i.StartedAt >= monthAgo),
        }).FirstOrDefaultAsync(ct);
        if (CustomerStates.Refusal(known?.Customer.State, known?.Customer.SurvivorId) is { } refused)
        {
            return refused;
        }
        var contacts = await Recent(seen).Concat(OpenFollowUps(seen)).ToListAsync(ct);
        return Briefing.Of(
            known!.Customer, known.Owner, known.FirstContact, known.Contacts,
            [.. contacts.Where(c => !c.IsOpen).OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id)],
            [.. contacts.Where(c => c.IsOpen).OrderBy(c => c.FollowUpOn).ThenBy(c => c.Id)],
            caller.Tenant.Settings, now);
    }

    private IQueryable<KnownContact> Recent(IQueryable<Interaction> seen) =>
        seen.OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id).Take(MostRecent).Select(Contact(false));

    private IQueryable<KnownContact> OpenFollowUps(IQueryable<Interaction> seen) =>
        seen.Where(i => i.FollowUpOn != null && !db.Interactions.Any(j => j.ClosesFollowUpOfId == i.Id && j.Correction == null))
            .OrderBy(i => i.FollowUpOn).ThenBy(i => i.Id).Take(MostFollowUps).Select(Contact(true));

    private Expression<Func<Interaction, KnownContact>> Contact(bool isOpen) => i => new KnownContact
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

internal sealed record KnownCustomer(
    CustomerId Id, CustomerState State, CustomerId? SurvivorId, CustomerProfile Profile, string DisplayName, Lifecycle Lifecycle, DateTimeOffset CreatedAt);

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
