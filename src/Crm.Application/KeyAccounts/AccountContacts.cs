using Crm.Application.Notifications;
using Crm.Domain.Calendars;
using Crm.Domain.Interactions;
using Crm.Domain.KeyAccounts;

namespace Crm.Application.KeyAccounts;

/// <summary>A contact that counts as one.</summary>
internal sealed record AccountContact(InteractionId Id, CustomerId With, DateTimeOffset StartedAt);

/// <summary>Contacts with an account: with the customer, or somebody who acts for it.</summary>
internal static class AccountContacts
{
    /// <summary>The contacts, newest first, in which somebody was reached; what a correction stands for is not counted.</summary>
    public static IQueryable<AccountContact> LastContactWith(this ICrmDb db, CustomerId customer, DateOnly today)
    {
        var people = db.PeopleOf(customer, today);
        return db.Interactions.Where(i => (i.CustomerId == customer || people.Contains(i.CustomerId)) && i.Correction == null
                && (i.Outcome == null || (i.Outcome != Outcome.NoAnswer && i.Outcome != Outcome.MessageLeft)))
            .OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id).Select(i => new AccountContact(i.Id, i.CustomerId, i.StartedAt));
    }

    /// <summary>When contact is due next, in open hours.</summary>
    public static DateTimeOffset DueAfter(this AccountCadence cadence, DateTimeOffset last, OpenTime open) =>
        open.NextOpening(last + (Durations.TryParse(cadence.Every, out var every) ? every : TimeSpan.Zero));
}

/// <summary>The few words that key accounts give to work, in the tenant's language.</summary>
internal static class AccountWords
{
    public static string ContactDue(Caller caller) => Say(caller, "تماس با مشتری کلیدی سر رسیده است", "Contact with a key account is due");

    public static string AfterSale(Caller caller) => Say(caller, "پیگیری رضایت پس از فروش", "Ask how satisfied the customer is");

    private static string Say(Caller caller, string fa, string en) => caller.Tenant.Settings.Locale.StartsWith("fa", StringComparison.OrdinalIgnoreCase) ? fa : en;
}
