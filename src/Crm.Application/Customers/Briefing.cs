using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Tenants;

namespace Crm.Application.Customers;

/// <summary>What to be careful about in the next contact.</summary>
public enum BriefingWarning { DoNotContact, ComplaintOpen, PromiseBroken, EndedAngry, ContactDropped, FollowUpOverdue, MilestoneOverdue }

/// <summary>What a person should know in the half minute before a contact (S4-UNIQ-1).</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">A person or an organisation.</param>
/// <param name="DisplayName">The name in lists.</param>
/// <param name="AddressAs">How to address the customer: by the preferred name, else formally by honorific and family name, or by the given name.</param>
/// <param name="PreferredName">What the customer likes to be called.</param>
/// <param name="Honorific">Title before the name.</param>
/// <param name="Pronunciation">How the name is said.</param>
/// <param name="Formality">Whether to address formally.</param>
/// <param name="Language">BCP 47 tag of the language to use.</param>
/// <param name="TimeZone">IANA name of the customer's time zone.</param>
/// <param name="Lifecycle">Where the customer stands with us.</param>
/// <param name="Owner">The member of staff who cares for the customer.</param>
/// <param name="KnownSince">When we first had to do with each other: the first contact or the recording, whichever was earlier.</param>
/// <param name="TenureDays">Whole days since then.</param>
/// <param name="Warnings">What to be careful about, gravest first.</param>
/// <param name="LastContactAt">When the last contact began.</param>
/// <param name="DaysSinceLastContact">Whole days since then.</param>
/// <param name="ContactsInLast30Days">How many contacts began in the last 30 days.</param>
/// <param name="LastInteractions">The last three contacts, newest first.</param>
/// <param name="SpokeRecently">Who had contact with the customer in the last 7 days, last first.</param>
/// <param name="OpenFollowUps">What is still to be done, most urgent first; at most 10.</param>
/// <param name="DoNotContact">The wish to be left alone, which goes before every consent; null where none is in force.</param>
/// <param name="Consents">What the customer decided about contact and is in force, per purpose and channel.</param>
/// <param name="Facts">What makes the customer unique: at most 5 preferences, then at most 5 facts and stories, newest first. Private ones of others are left out.</param>
/// <param name="Anniversaries">The next 5 anniversaries, soonest first.</param>
/// <param name="Needs">Open needs that the customer expressed, those expected soonest first; at most 5.</param>
/// <param name="OpenPromises">What we promised and have still to keep, what is due first before the rest; at most 5.</param>
/// <param name="KeyAccount">What the customer is to us as a key account, of their own or through the organisation they act for; null where neither.</param>
/// <param name="Milestones">The next milestones of the newest plan with the customer that goes on, at most 5.</param>
public sealed record BriefingDetails(
    CustomerId CustomerId, CustomerKind Kind, string DisplayName, string AddressAs, string? PreferredName, string? Honorific, string? Pronunciation,
    Formality Formality, string Language, string TimeZone, Lifecycle Lifecycle, BriefingStaff? Owner, DateTimeOffset KnownSince, int TenureDays,
    IReadOnlyList<BriefingWarning> Warnings, DateTimeOffset? LastContactAt, int? DaysSinceLastContact, int ContactsInLast30Days,
    IReadOnlyList<BriefingInteraction> LastInteractions, IReadOnlyList<BriefingStaff> SpokeRecently, IReadOnlyList<BriefingFollowUp> OpenFollowUps,
    DoNotContact? DoNotContact, IReadOnlyList<CurrentConsent> Consents, IReadOnlyList<BriefingFact> Facts, IReadOnlyList<BriefingAnniversary> Anniversaries,
    IReadOnlyList<BriefingNeed> Needs, IReadOnlyList<BriefingPromise> OpenPromises, BriefingAccount? KeyAccount, IReadOnlyList<BriefingMilestone> Milestones)
{
    public static readonly BriefingDetails Example = new(
        CustomerId.Parse("customer_01j00000000000000000000000", null), CustomerKind.Person, "Maryam Ahmadi", "خانم احمدی", null, "خانم", null, Formality.Formal,
        "fa-IR", "Asia/Tehran", Lifecycle.Customer, null, new(2024, 3, 21, 8, 30, 0, TimeSpan.Zero), 730, [BriefingWarning.EndedAngry],
        new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), 1, 2,
        [new(InteractionId.Parse("interaction_01j00000000000000000000000", null), Channel.Phone, Direction.Inbound, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero),
            "The parcel came late", Emotion.Annoyed, Emotion.Angry, Outcome.FollowUpNeeded, "Sara")],
        [], [new(InteractionId.Parse("interaction_01j00000000000000000000000", null), new(2026, 3, 22), "The parcel came late", null, false)],
        null, [CurrentConsent.Example], [new(FactDetails.Example.Id, FactKind.Preference, "Tea without sugar", null)],
        [new(FactDetails.Example.Id, FactDetails.Example.Text, "--03-21", new(2027, 3, 21))], [new(NeedDetails.Example.Id, NeedDetails.Example.Text, null, "2027-04", false, null)],
        [new(CommitmentId.Parse("commitment_01j00000000000000000000000", null), "Call back tomorrow at ten", new(2026, 3, 22, 6, 30, 0, TimeSpan.Zero), "Sara", false)],
        new(KeyAccountId.Parse("key_account_01j00000000000000000000000", null), "gold", "Ali", null), [new("Visit of both plants", new(2026, 5, 1), false)]);
}

/// <summary>A promise that is still to be kept.</summary>
/// <param name="CommitmentId">The promise.</param>
/// <param name="Text">What was promised.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="Responsible">Who keeps it.</param>
/// <param name="Overdue">Whether that is past: it is broken.</param>
public sealed record BriefingPromise(CommitmentId CommitmentId, string Text, DateTimeOffset DueAt, string? Responsible, bool Overdue);

/// <summary>What a customer is to us as a key account.</summary>
/// <param name="KeyAccountId">The key account.</param>
/// <param name="Tier">The tier.</param>
/// <param name="AccountManager">Who answers for it.</param>
/// <param name="Organisation">The organisation whose designation it is, where it is not the customer's own.</param>
public sealed record BriefingAccount(KeyAccountId KeyAccountId, string Tier, string? AccountManager, string? Organisation);

/// <summary>A step on the way with a customer.</summary>
/// <param name="Title">What is reached.</param>
/// <param name="DueOn">The day on which it is reached at the latest.</param>
/// <param name="Overdue">Whether that is past, in the tenant's time zone.</param>
public sealed record BriefingMilestone(string Title, DateOnly DueOn, bool Overdue);

/// <summary>A colleague, as far as a briefing names one.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What colleagues call them.</param>
/// <param name="LastAt">When they last had contact with the customer.</param>
public sealed record BriefingStaff(StaffId Id, string? Name, DateTimeOffset? LastAt);

/// <summary>A contact, in a line.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Channel">On which way.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="EmotionAtStart">How the customer felt at the beginning.</param>
/// <param name="EmotionAtEnd">How the customer felt at the end.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Staff">Who had it.</param>
public sealed record BriefingInteraction(
    InteractionId Id, Channel Channel, Direction Direction, DateTimeOffset StartedAt, string? Subject, Emotion? EmotionAtStart, Emotion? EmotionAtEnd,
    Outcome? Outcome, string? Staff);

/// <summary>Something that is still to be done.</summary>
/// <param name="InteractionId">The contact after which it is to be done; its followUp says what.</param>
/// <param name="On">On which day.</param>
/// <param name="Subject">What the contact was about.</param>
/// <param name="OwnerId">Who does it.</param>
/// <param name="Overdue">Whether the day is past, in the tenant's time zone.</param>
public sealed record BriefingFollowUp(InteractionId InteractionId, DateOnly On, string? Subject, StaffId? OwnerId, bool Overdue);

/// <summary>Something worth knowing.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Kind">A preference, a plain fact or a story.</param>
/// <param name="Text">What is known.</param>
/// <param name="Date">When it was or is: YYYY-MM-DD, or --MM-DD for every year.</param>
public sealed record BriefingFact(FactId FactId, FactKind Kind, string Text, string? Date);

/// <summary>A day to remember.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Text">What happened on it.</param>
/// <param name="Date">When it was or is: YYYY-MM-DD, or --MM-DD for every year.</param>
/// <param name="NextOn">When it comes next, in the tenant's time zone; today where it is today.</param>
public sealed record BriefingAnniversary(FactId FactId, string Text, string Date, DateOnly NextOn);

/// <summary>Something that the customer will need.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="Text">What.</param>
/// <param name="ExpectedOn">The day on which it is expected, where that is known.</param>
/// <param name="ExpectedMonth">The month in which it is expected, as YYYY-MM, where only that is known.</param>
/// <param name="Overdue">Whether that is past, in the tenant's time zone.</param>
/// <param name="WorkId">The task that sees to it, where somebody has taken it up.</param>
public sealed record BriefingNeed(NeedId NeedId, string Text, DateOnly? ExpectedOn, string? ExpectedMonth, bool Overdue, WorkId? WorkId);

/// <summary>How a briefing is made of what is known.</summary>
internal static class Briefing
{
    /// <summary>Who had contact within this is told.</summary>
    public static readonly TimeSpan Recently = TimeSpan.FromDays(7);

    public static BriefingDetails Of(
        KnownStanding known, IReadOnlyList<KnownContact> contacts, IReadOnlyList<KnownRecord> records, KnownCare care, TenantSettings customs, DateOnly today, DateTimeOffset now)
    {
        var (customer, profile) = (known.Customer, known.Customer.Profile);
        var formality = profile.Formality ?? customs.DefaultFormality;
        var since = known.FirstContact < customer.CreatedAt ? known.FirstContact.Value : customer.CreatedAt;
        var latest = contacts.Latest();
        var last = latest.Count > 0 ? latest[0] : null;
        var followUps = contacts.FollowUps(today);
        IReadOnlyList<BriefingPromise> promises = care.SeesPromises ? records.Promises(now) : [];
        var milestones = care.Milestones(today);
        var wish = customer.DoNotContact?.IsInForceAt(now) == true ? customer.DoNotContact : null;
        return new(
            customer.Id, profile.Kind, customer.DisplayName, AddressOf(profile, customer.DisplayName, formality), profile.PreferredName,
            profile.Honorific, profile.Pronunciation, formality, profile.Language ?? customs.Locale, profile.TimeZone ?? customs.TimeZone, customer.Lifecycle,
            profile.OwnerId is { } owner ? new(owner, known.Owner, known.OwnerLast) : null,
            since, Days(since, now), Warnings(wish, last, followUps, care, promises, milestones), last?.StartedAt, last is null ? null : Days(last.StartedAt, now), known.Contacts,
            latest, contacts.SpokeRecently(), followUps, wish, records.Consents(), records.Facts(), records.Anniversaries(today), records.Needs(today),
            promises, care.Account, milestones);
    }

    /// <summary>The words to begin with.</summary>
    public static string AddressOf(CustomerProfile profile, string displayName, Formality formality)
    {
        if (profile.PreferredName is { } preferred)
        {
            return preferred;
        }
        return formality == Formality.Formal
            ? profile.Honorific is { } honorific ? $"{honorific} {profile.FamilyName ?? profile.GivenName ?? displayName}" : displayName
            : profile.GivenName ?? displayName;
    }

    private static List<BriefingWarning> Warnings(
        DoNotContact? wish, BriefingInteraction? last, IReadOnlyList<BriefingFollowUp> followUps, KnownCare care, IReadOnlyList<BriefingPromise> promises,
        IReadOnlyList<BriefingMilestone> milestones)
    {
        (BriefingWarning Warning, bool Holds)[] warnings =
        [
            (BriefingWarning.DoNotContact, wish is not null), (BriefingWarning.ComplaintOpen, care.HasOpenComplaint), (BriefingWarning.PromiseBroken, promises.Any(p => p.Overdue)),
            (BriefingWarning.EndedAngry, last is { EmotionAtEnd: >= Emotion.Angry }), (BriefingWarning.ContactDropped, last is { Outcome: Outcome.Dropped }),
            (BriefingWarning.FollowUpOverdue, followUps.Any(f => f.Overdue)), (BriefingWarning.MilestoneOverdue, milestones.Any(m => m.Overdue)),
        ];
        return [.. warnings.Where(w => w.Holds).Select(w => w.Warning)];
    }

    private static int Days(DateTimeOffset since, DateTimeOffset now) => Math.Max(0, (int)(now - since).TotalDays);
}
