using System.Linq.Expressions;
using Crm.Domain.BestCustomers;
using Crm.Domain.Customers;
using Crm.Domain.Tenants;

namespace Crm.Application.Tenants;

/// <summary>The customs of the tenant (S4-CULT-1).</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="Name">The tenant's name; the platform sets it.</param>
/// <param name="Locale">BCP 47 tag of the language the tenant works in.</param>
/// <param name="TimeZone">IANA name of the tenant's time zone.</param>
/// <param name="Currency">ISO 4217 code of the currency that amounts are in unless they say otherwise.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country of a telephone number without country code.</param>
/// <param name="WorkingDays">The days on which the tenant works, in the order in which they were given.</param>
/// <param name="OrderedWeek">All seven days as the tenant's calendar shows them: the working days as given, then those that follow the last of them.</param>
/// <param name="FormsOfAddress">The honorifics that staff choose from.</param>
/// <param name="DefaultFormality">How customers are addressed who have said nothing.</param>
/// <param name="DefaultCalendarId">The calendar that counts where nothing else names one; null where time always counts.</param>
/// <param name="HoldLimit">How long a customer may be on hold without consent before that is a violation and obliges us to call back (S2-HOLD-1).</param>
/// <param name="CallbackWithin">Within how much open time of the default calendar a customer is called back after a dropped call or a hold beyond the limit.</param>
/// <param name="RecurrenceThreshold">How many complaints of the same cause within recurrenceDays are too many (S1-LEARN-1).</param>
/// <param name="RecurrenceDays">Within how many days complaints of the same cause are counted together.</param>
/// <param name="AfterSaleDays">After how many days each purchase is followed by the question how satisfied the customer is (S3-AFTER-1); nobody is asked where there is none.</param>
/// <param name="RfmSegments">The names of groups among the best customers by their scores; the first that fits counts (S5-BEST-1).</param>
/// <param name="CreatedAt">When the tenant was provisioned.</param>
/// <param name="UpdatedAt">When the tenant last changed.</param>
/// <param name="Version">Grows by one with every change of the tenant; the ETag.</param>
public sealed record SettingsDetails(
    TenantId Id, string Name, string Locale, string TimeZone, string Currency, string Country, IReadOnlyList<DayOfWeek> WorkingDays,
    IReadOnlyList<DayOfWeek> OrderedWeek, IReadOnlyList<string> FormsOfAddress, Formality DefaultFormality, CalendarId? DefaultCalendarId, TimeSpan HoldLimit, TimeSpan CallbackWithin,
    int RecurrenceThreshold, int RecurrenceDays, IReadOnlyList<int> AfterSaleDays, IReadOnlyList<RfmSegment> RfmSegments, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private static readonly DateTimeOffset ExampleTime = DateTimeOffset.UnixEpoch.AddDays(20_000);

    public static readonly SettingsDetails Example = Of(
        TenantId.Parse("tenant_01j00000000000000000000000", null), "اسباب‌بازی پارسیان", TenantSettings.For("fa-IR", null, null, null), ExampleTime, ExampleTime, 1);

    public static readonly Expression<Func<Tenant, SettingsDetails>> Projection = t => Of(t.Id, t.Name, t.Settings, t.CreatedAt, t.UpdatedAt, t.Version);

    public static SettingsDetails Of(Tenant tenant) => Of(tenant.Id, tenant.Name, tenant.Settings, tenant.CreatedAt, tenant.UpdatedAt, tenant.Version);

    private static SettingsDetails Of(TenantId id, string name, TenantSettings s, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version) => new(
        id, name, s.Locale, s.TimeZone, s.Currency, s.Country, s.WorkingDays, s.OrderedWeek(), s.FormsOfAddress, s.DefaultFormality, s.DefaultCalendarId, s.HoldLimit, s.CallbackWithin,
        s.RecurrenceThreshold, s.RecurrenceDays, s.AfterSaleDays, s.RfmSegments, createdAt, updatedAt, version);
}
