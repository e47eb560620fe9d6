using System.Linq.Expressions;
using Crm.Domain.Commitments;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>What was recorded on a customer and matters before a contact: facts, open needs, decisions about contact, promises and designations, in one command.</summary>
internal static class KnownRecords
{
    /// <summary>How many of each are told: more is not read in half a minute.</summary>
    private const int MostOfEach = 5;

    /// <summary>Anniversaries are chosen by the day on which they come next, which the store cannot tell.</summary>
    private const int MostAnniversaries = 50;

    private static readonly Read<BriefingAsked, KnownRecord> Recorded = Reads.All(
        FactsOf(MostOfEach, FactKind.Preference, FactKind.Preference), FactsOf(MostOfEach, FactKind.Fact, FactKind.Story), FactsOf(MostAnniversaries, FactKind.Anniversary, FactKind.Birthday),
        OpenNeeds(), Decisions(), OpenPromises(), OwnAccount(), AccountsOfOrganisations());

    public static Task<List<KnownRecord>> KnownOf(this ICrmDb db, BriefingAsked asked, CancellationToken ct) => db.All(Recorded, asked, ct);

    /// <summary>Preferences first, then facts and stories; the newest of each first.</summary>
    public static IReadOnlyList<BriefingFact> Facts(this IReadOnlyList<KnownRecord> known) =>
        [.. known.Where(k => k.FactKind is not (null or FactKind.Anniversary or FactKind.Birthday)).OrderByDescending(k => k.FactKind == FactKind.Preference).ThenByDescending(k => k.FactId)
            .Select(k => new BriefingFact(k.FactId!.Value, k.FactKind!.Value, k.Text, k.Date))];

    public static IReadOnlyList<BriefingAnniversary> Anniversaries(this IReadOnlyList<KnownRecord> known, DateOnly today) =>
        [.. known.Where(k => k.FactKind is FactKind.Anniversary or FactKind.Birthday)
            .Select(k => new BriefingAnniversary(k.FactId!.Value, k.Text, k.Date!, FactContent.NextOn(k.Date!, today)))
            .OrderBy(a => a.NextOn).ThenBy(a => a.FactId).Take(MostOfEach)];

    public static IReadOnlyList<BriefingNeed> Needs(this IReadOnlyList<KnownRecord> known, DateOnly today) =>
        [.. known.Where(k => k.NeedId is not null).OrderBy(k => k.ExpectedFrom).ThenBy(k => k.NeedId).Select(k => new BriefingNeed(
            k.NeedId!.Value, k.Text, NeedContent.DayOf(k.ExpectedFrom!.Value, k.ExpectedTo!.Value), NeedContent.MonthOf(k.ExpectedFrom.Value, k.ExpectedTo.Value),
            k.ExpectedTo < today, k.WorkId))];

    public static IReadOnlyList<CurrentConsent> Consents(this IReadOnlyList<KnownRecord> known) =>
        CurrentConsent.InForce([.. known.Where(k => k.ConsentId is not null).Select(k => new CurrentConsent(k.Text, k.Channel, k.Decision!.Value, k.At, k.ConsentId!.Value))]);

    public static IReadOnlyList<BriefingPromise> Promises(this IReadOnlyList<KnownRecord> known, DateTimeOffset now) =>
        [.. known.Where(k => k.PromiseId is not null).OrderBy(k => k.At).ThenBy(k => k.PromiseId).Select(k => new BriefingPromise(k.PromiseId!.Value, k.Text, k.At, k.Who, k.At <= now))];

    /// <summary>The customer's own designation, or else the first of an organisation that they act for.</summary>
    public static BriefingAccount? Account(this IReadOnlyList<KnownRecord> known) =>
        known.Where(k => k.AccountId is not null).OrderBy(k => k.Organisation is not null).ThenBy(k => k.AccountId)
            .Select(k => new BriefingAccount(k.AccountId!.Value, k.Text, k.Who, k.Organisation)).FirstOrDefault();

    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownRecord>>> FactsOf(int most, FactKind kind, FactKind or) => (db, asked) =>
        db.Facts.Where(f => f.CustomerId == asked.Id && !f.Removed && (f.Kind == kind || f.Kind == or) && (f.OnlyFor == null || f.OnlyFor == asked.Me))
            .OrderByDescending(f => f.Id).Take(most)
            .Select(f => new KnownRecord
            {
                FactId = f.Id, FactKind = f.Kind, NeedId = null, ConsentId = null, Text = f.Text, Date = f.Date, ExpectedFrom = null, ExpectedTo = null,
                Channel = null, Decision = null, PromiseId = null, AccountId = null, WorkId = null, Who = null, Organisation = null, At = f.CreatedAt,
            });

    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownRecord>>> OpenNeeds() => (db, asked) =>
        db.Needs.Where(n => n.CustomerId == asked.Id && !n.Removed && n.Status == NeedStatus.Open)
            .OrderBy(n => n.ExpectedFrom).ThenBy(n => n.Id).Take(MostOfEach)
            .Select(n => new KnownRecord
            {
                FactId = null, FactKind = null, NeedId = n.Id, ConsentId = null, Text = n.Text, Date = null, ExpectedFrom = n.ExpectedFrom, ExpectedTo = n.ExpectedTo,
                Channel = null, Decision = null, PromiseId = null, AccountId = null, WorkId = n.WorkId, Who = null, Organisation = null, At = n.CreatedAt,
            });

    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownRecord>>> Decisions() => (db, asked) =>
        db.Consents.Where(c => c.CustomerId == asked.Id)
            .Select(c => new KnownRecord
            {
                FactId = null, FactKind = null, NeedId = null, ConsentId = c.Id, Text = c.Purpose, Date = null, ExpectedFrom = null, ExpectedTo = null,
                Channel = c.Channel, Decision = c.Decision, PromiseId = null, AccountId = null, WorkId = null, Who = null, Organisation = null, At = c.At,
            });

    /// <summary>What was promised and is still to be kept, and what was broken and is not kept yet.</summary>
    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownRecord>>> OpenPromises() => (db, asked) =>
        db.Commitments.Where(c => c.CustomerId == asked.Id && (c.State == CommitmentState.Open || c.State == CommitmentState.Broken))
            .OrderBy(c => c.DueAt).ThenBy(c => c.Id).Take(MostOfEach)
            .Select(c => new KnownRecord
            {
                FactId = null, FactKind = null, NeedId = null, ConsentId = null, Text = c.Text, Date = null, ExpectedFrom = null, ExpectedTo = null,
                Channel = null, Decision = null, PromiseId = c.Id, AccountId = null, WorkId = null, Who = db.Staff.Where(s => s.Id == c.ResponsibleId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(), Organisation = null, At = c.DueAt,
            });

    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownRecord>>> OwnAccount() => (db, asked) =>
        db.KeyAccounts.Where(k => k.CustomerId == asked.Id && k.EndedAt == null && asked.SeesAccounts)
            .Select(k => new KnownRecord
            {
                FactId = null, FactKind = null, NeedId = null, ConsentId = null, Text = k.Tier, Date = null, ExpectedFrom = null, ExpectedTo = null,
                Channel = null, Decision = null, PromiseId = null, AccountId = k.Id, WorkId = null,
                Who = db.Staff.Where(s => s.Id == k.ManagerId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(), Organisation = null, At = k.CreatedAt,
            });

    /// <summary>The designations of those that the customer acts for (as <see cref="KeyAccounts.AccountPeople"/> says).</summary>
    private static Expression<Func<ICrmDb, BriefingAsked, IQueryable<KnownRecord>>> AccountsOfOrganisations() => (db, asked) =>
        db.Relations.Where(r => r.CustomerId == asked.Id && asked.SeesAccounts && !r.Removed
                && (r.Kind == RelationKind.WorksFor || r.Kind == RelationKind.Represents || r.Kind == RelationKind.BelongsTo) && (r.UntilOn == null || r.UntilOn >= asked.Today))
            .Join(db.KeyAccounts, r => r.OtherCustomerId, k => k.CustomerId, (r, k) => k).Where(k => k.EndedAt == null)
            .Select(k => new KnownRecord
            {
                FactId = null, FactKind = null, NeedId = null, ConsentId = null, Text = k.Tier, Date = null, ExpectedFrom = null, ExpectedTo = null,
                Channel = null, Decision = null, PromiseId = null, AccountId = k.Id, WorkId = null,
                Who = db.Staff.Where(s => s.Id == k.ManagerId).Select(s => s.PreferredName ?? s.Name).FirstOrDefault(),
                Organisation = db.Customers.Where(o => o.Id == k.CustomerId).Select(o => o.DisplayName).FirstOrDefault(), At = k.CreatedAt,
            });
}

/// <summary>A fact, a need, a decision about contact, a promise or a key account, in one shape; which of the ids is there tells what it is. At is when it was recorded or decided, or is due.</summary>
internal sealed record KnownRecord
{
    public FactId? FactId { get; init; }
    public FactKind? FactKind { get; init; }
    public NeedId? NeedId { get; init; }
    public ConsentId? ConsentId { get; init; }
    public required string Text { get; init; }
    public string? Date { get; init; }
    public DateOnly? ExpectedFrom { get; init; }
    public DateOnly? ExpectedTo { get; init; }
    public ContactChannel? Channel { get; init; }
    public ConsentDecision? Decision { get; init; }
    public CommitmentId? PromiseId { get; init; }
    public KeyAccountId? AccountId { get; init; }

    /// <summary>The task that sees to a need.</summary>
    public WorkId? WorkId { get; init; }

    /// <summary>Who keeps a promise, or manages the key account.</summary>
    public string? Who { get; init; }

    /// <summary>Whose designation the key account is, where it is not the customer's own.</summary>
    public string? Organisation { get; init; }
    public required DateTimeOffset At { get; init; }
}
