using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Gestures;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>What a standing gesture comes to for somebody: a gesture, or why none; and the member who gets its points.</summary>
internal sealed record WeighedOccasion(ComingOccasion Coming, Gesture? Gesture, OccasionRefusal? Refusal, Member? Member, StaffId? OwnerId);

/// <summary>What a slice of occasions comes to.</summary>
/// <param name="Counted">How many gestures budgets and the cooldown counted before; where it is another number at the commit, it is weighed again.</param>
internal sealed record WeighedSlice(IReadOnlyList<WeighedOccasion> Occasions, IReadOnlyList<GestureBudget> OfTenant, int CooldownDays, int Counted);

/// <summary>Weighs a slice of occasions of a standing gesture against wishes, the cooldown and budgets, in a few queries for all of them; writes nothing.</summary>
internal sealed class WeighingOccasions(ICrmDb db, Caller caller)
{
    public async Task<WeighedSlice> Weigh(StandingGesture standing, IReadOnlyList<ComingOccasion> coming, DateTimeOffset now, CancellationToken ct)
    {
        var (content, ids) = (standing.Content, coming.Select(c => c.CustomerId).Distinct().ToList());
        var customers = await db.Customers.Where(c => ids.Contains(c.Id)).Select(c => new Receiver(c.Id, c.State, c.SilentOn, c.SilentUntil, c.OwnerId)).ToDictionaryAsync(c => c.Id, ct);
        var members = content.ProgrammeId is { } programme
            ? await db.Members.Where(m => m.ProgrammeId == programme && m.LeftAt == null && ids.Contains(m.CustomerId)).ToDictionaryAsync(m => m.CustomerId, ct) : [];
        var rules = await db.GestureRules.AsNoTracking().FirstOrDefaultAsync(ct);
        var cooldown = rules?.CooldownDays ?? 0;
        var recent = await Recent(ids, cooldown, now, ct);
        var causes = await Causes(content, coming, ct);
        var ofTenant = (rules?.Budgets ?? []).Where(b => b.Scope == BudgetScope.Tenant).ToList();
        List<GestureBudget> budgets = content.Budget is { } own ? [.. ofTenant, own.OfAll()] : ofTenant;
        var before = await Before(standing, ofTenant, now, ct);
        var counted = recent.Count + before.Sum(b => b.Gestures);
        var weighed = new List<WeighedOccasion>();
        foreach (var occasion in coming)
        {
            var (customer, member) = (customers.GetValueOrDefault(occasion.CustomerId), members.GetValueOrDefault(occasion.CustomerId));
            if (Refusal(content, customer, member, causes is null || causes.Contains(occasion.Cause), now) is { } refusal)
            {
                weighed.Add(new(occasion, null, refusal, null, null));
                continue;
            }
            var last = recent.Contains(occasion.CustomerId) ? now : (DateTimeOffset?)null;
            var (gesture, hindered) = standing.Give(occasion.CustomerId, member?.Id, occasion.Cause.As<Complaint>(), new(cooldown, budgets, before), last, now);
            if (gesture is not null)
            {
                before = before.ConvertAll(b => b.And(gesture));
                recent.Add(occasion.CustomerId);
            }
            weighed.Add(new(occasion, gesture, hindered, content.Kind == GestureKind.Points ? member : null, customer!.OwnerId));
        }
        return new(weighed, ofTenant, cooldown, counted);
    }

    /// <summary>Counts again what a slice was weighed against.</summary>
    public async Task<int> Counted(StandingGesture standing, WeighedSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        var ids = slice.Occasions.Select(o => o.Coming.CustomerId).Distinct().ToList();
        return (await Recent(ids, slice.CooldownDays, now, ct)).Count + (await Before(standing, slice.OfTenant, now, ct)).Sum(b => b.Gestures);
    }

    private async Task<List<CustomerId>> Recent(List<CustomerId> ids, int cooldownDays, DateTimeOffset now, CancellationToken ct)
    {
        // The id of a gesture tells when it was given.
        var since = GestureId.FirstAt(now.AddDays(-cooldownDays).AddMilliseconds(1));
        return cooldownDays == 0 ? []
            : await db.Gestures.Where(g => ids.Contains(g.CustomerId) && g.Id >= since && g.State != GestureState.Refused).Select(g => g.CustomerId).Distinct().ToListAsync(ct);
    }

    /// <summary>How much of each budget is used: those of the tenant, and the rule's own.</summary>
    private async Task<List<GivenBefore>> Before(StandingGesture standing, IReadOnlyList<GestureBudget> ofTenant, DateTimeOffset now, CancellationToken ct)
    {
        var before = new List<GivenBefore>();
        foreach (var budget in ofTenant)
        {
            before.Add(await db.Gestures.Given(budget, caller, now, ct));
        }
        if (standing.Content.Budget is { } own)
        {
            before.Add(await db.Gestures.Where(g => g.StandingGestureId == standing.Id).Given(own.OfAll(), caller, now, ct));
        }
        return before;
    }

    /// <summary>The complaints that are still what the rule is about; null where it is about none.</summary>
    private async Task<HashSet<RecordId>?> Causes(StandingGestureContent content, IReadOnlyList<ComingOccasion> coming, CancellationToken ct)
    {
        if (content.Trigger is not (GestureTrigger.ComplaintConfirmed or GestureTrigger.LowRating))
        {
            return null;
        }
        var ids = coming.Select(c => c.Cause.As<Complaint>()!.Value).ToList();
        var complaints = db.Complaints.Where(c => ids.Contains(c.Id));
        complaints = content.Trigger == GestureTrigger.LowRating
            ? complaints.Where(c => c.OutcomeRating <= content.RatingAtMost) : complaints.Where(c => c.Stage == ComplaintStage.ClosedConfirmed);
        return [.. (await complaints.Select(c => c.Id).ToListAsync(ct)).Select(RecordId.Of)];
    }

    private static OccasionRefusal? Refusal(StandingGestureContent content, Receiver? customer, Member? member, bool isSo, DateTimeOffset now) =>
        customer is not { State: CustomerState.Active } ? OccasionRefusal.CustomerGone
        : !isSo ? OccasionRefusal.CauseGone
        : customer.IsSilentOn(content.Kind, now) ? OccasionRefusal.WishesNoContact
        : content.ProgrammeId is not null && member is null ? OccasionRefusal.NotMember
        : null;

    private sealed record Receiver(CustomerId Id, CustomerState State, int SilentOn, DateTimeOffset? SilentUntil, StaffId? OwnerId)
    {
        /// <summary>A call needs the telephone; anything else some way that is not forbidden.</summary>
        public bool IsSilentOn(GestureKind kind, DateTimeOffset now)
        {
            var ways = kind == GestureKind.Call ? DoNotContact.MaskOf(ContactChannel.Phone) : Enum.GetValues<ContactChannel>().Sum(DoNotContact.MaskOf);
            return (SilentUntil is null || SilentUntil > now) && (SilentOn & ways) == ways;
        }
    }
}
