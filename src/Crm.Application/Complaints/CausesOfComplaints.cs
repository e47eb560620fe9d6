using Crm.Domain;
using Crm.Domain.Causes;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>A code of a cause, as a complaint is about to get it.</summary>
/// <param name="InUse">Whether there is such a cause in use.</param>
/// <param name="Counts">How many other complaints of it there were in the tenant's window, by scope; none is counted further than matters.</param>
internal sealed record KnownCause(bool InUse, IReadOnlyDictionary<RecurrenceScope, int> Counts);

/// <summary>The root causes of complaints, and whether they come back (S1-LEARN-1).</summary>
internal sealed class CausesOfComplaints(ICrmDb db, Caller caller)
{
    private int Threshold => caller.Tenant.Settings.RecurrenceThreshold;

    /// <summary>One query. Where the tenant has no taxonomy of its own, the codes of the one that ships are in use.</summary>
    public async Task<KnownCause> Of(Complaint complaint, string code, DateTimeOffset now, CancellationToken ct)
    {
        var (key, id, customer, product, category) = (ByteKey.Of(code), complaint.Id, complaint.CustomerId, complaint.ProductKey, complaint.Category);
        var same = Same(id, code, now);
        var found = await db.Complaints.Where(c => c.Id == id).Select(c => new
        {
            Any = db.Causes.Any(),
            InUse = db.Causes.Any(k => k.CodeKey == key && k.RetiredAt == null),
            OfCustomer = customer == null ? 0 : same.Where(o => o.CustomerId == customer).OrderByDescending(o => o.ResolvedAt).Take(Threshold).Count(),
            OfProduct = product == null ? 0 : same.Where(o => o.ProductKey == product).OrderByDescending(o => o.ResolvedAt).Take(Threshold).Count(),
            OfCategory = category == null ? 0 : same.Where(o => o.Category == category).OrderByDescending(o => o.ResolvedAt).Take(Threshold).Count(),
            OfCause = same.OrderByDescending(o => o.ResolvedAt).Take(Threshold).Count(),
        }).FirstAsync(ct);
        var counts = new Dictionary<RecurrenceScope, int>();
        if (customer is not null)
        {
            counts[RecurrenceScope.Customer] = found.OfCustomer;
        }
        counts[product is not null ? RecurrenceScope.Product : category is not null ? RecurrenceScope.Category : RecurrenceScope.Cause] =
            product is not null ? found.OfProduct : category is not null ? found.OfCategory : found.OfCause;
        return new(found.InUse || (!found.Any && CausePresets.Of(CausePreset.Standard).Any(p => p.Code == code)), counts);
    }

    /// <summary>Flags what has come back too often. Of two that are resolved at the same moment, the second sees the first where that matters.</summary>
    public void Note(Complaint complaint, KnownCause known, DateTimeOffset now)
    {
        complaint.NoteRecurrence([.. known.Counts.Select(c => new RecurrenceFound(c.Key, c.Value + 1, caller.Tenant.Settings.RecurrenceDays))], Threshold, now);
        var code = complaint.CauseCode!;
        db.AskInTurn($"recurrence of {code}", async ct =>
            (await Of(complaint, code, now, ct)).Counts.All(c => Standing(c.Value) == Standing(known.Counts[c.Key])) ? Result.Done : RaceErrors.TurnLost);
    }

    /// <summary>Below what is too often, at it, or beyond.</summary>
    private int Standing(int others) => (others + 1).CompareTo(Threshold);

    private IQueryable<Complaint> Same(ComplaintId id, string code, DateTimeOffset now)
    {
        var since = now - TimeSpan.FromDays(caller.Tenant.Settings.RecurrenceDays);
        return db.Complaints.AsNoTracking().Where(c => c.CauseCode == code && c.ResolvedAt >= since && c.Id != id);
    }
}
