using Crm.Domain.AfterSale;
using Crm.Domain.BestCustomers;

namespace Crm.Domain.Tenants;

/// <summary>The customs of a tenant (S4-CULT-1).</summary>
/// <param name="Locale">BCP 47 tag of the language the tenant works in, such as fa-IR.</param>
/// <param name="TimeZone">IANA name of the tenant's time zone, such as Asia/Tehran.</param>
/// <param name="Currency">ISO 4217 code of the currency that amounts are in unless they say otherwise.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country of a telephone number without country code.</param>
/// <param name="WorkingDays">The week pattern: the 1 to 7 days on which the tenant works, each once, in the order of its week.</param>
/// <param name="FormsOfAddress">The honorifics that staff choose from, at most 50 of up to 50 characters.</param>
/// <param name="DefaultFormality">How customers are addressed who have said nothing.</param>
/// <param name="DefaultCalendarId">The calendar that counts where nothing else names one; null where time always counts.</param>
public sealed record TenantSettings(
    string Locale,
    string TimeZone,
    string Currency,
    string Country,
    IReadOnlyList<DayOfWeek> WorkingDays,
    IReadOnlyList<string> FormsOfAddress,
    Customers.Formality DefaultFormality,
    CalendarId? DefaultCalendarId = null)
{
    public const int LocaleMaxLength = 35;
    public const int TimeZoneMaxLength = 60;
    public const int CurrencyMaxLength = 3;
    public const int CountryMaxLength = 2;
    public const int MaxFormsOfAddress = 50;
    public const int FormOfAddressMaxLength = 50;
    public const int MaxWorkingDays = 7;

    public static readonly TimeSpan ShortestHoldLimit = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestHoldLimit = TimeSpan.FromHours(1);
    public static readonly TimeSpan ShortestCallbackWithin = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestCallbackWithin = TimeSpan.FromDays(14);

    /// <summary>How long a customer may be on hold without consent before that is a violation and obliges us to call back: an ISO 8601 duration from PT5S to PT1H; PT60S by default (S2-HOLD-1).</summary>
    public TimeSpan HoldLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Within how much open time of the default calendar a customer is called back after a dropped call or a hold beyond the limit: an ISO 8601 duration from PT1M to P14D; PT1H by default.</summary>
    public TimeSpan CallbackWithin { get; init; } = TimeSpan.FromHours(1);

    public const int LeastRecurrences = 2;
    public const int MostRecurrences = 50;
    public const int LeastRecurrenceDays = 1;
    public const int MostRecurrenceDays = 366;

    /// <summary>How many complaints of the same cause within recurrenceDays are too many (S1-LEARN-1); 2 to 50, 3 by default.</summary>
    public int RecurrenceThreshold { get; init; } = 3;

    /// <summary>Within how many days complaints of the same cause are counted together; 1 to 366, 30 by default.</summary>
    public int RecurrenceDays { get; init; } = 30;

    public const int MaxAfterSaleDays = AfterSaleCheck.MaxOffsets;

    /// <summary>After how many days each purchase is followed by the question how satisfied the customer is (S3-AFTER-1): at most 10 numbers from 1 to 366; none by default, and nobody is asked.</summary>
    public IReadOnlyList<int> AfterSaleDays { get; init => field = value ?? []; } = [];

    /// <summary>The names of groups among the best customers by their scores, at most 20; the first that fits counts (S5-BEST-1). Six usual ones by default.</summary>
    public IReadOnlyList<RfmSegment> RfmSegments { get; init => field = value ?? RfmSegment.Usual; } = RfmSegment.Usual;

    private static readonly DayOfWeek[] IranianWeek =
        [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday];

    private static readonly DayOfWeek[] MondayToFriday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static readonly TenantSettings Example = For("fa-IR", null, null, null);

    /// <summary>All seven days in the order of the tenant's week: the working days as given, then the others as they follow the last of them.</summary>
    public IReadOnlyList<DayOfWeek> OrderedWeek() =>
        [.. WorkingDays, .. Enumerable.Range(1, MaxWorkingDays).Select(i => (DayOfWeek)(((int)WorkingDays[^1] + i) % MaxWorkingDays)).Except(WorkingDays)];

    /// <summary>The usual customs of a locale, where the provisioning names only some.</summary>
    public static TenantSettings For(string? locale, string? timeZone, string? currency, string? country)
    {
        var persian = locale?.StartsWith("fa", StringComparison.OrdinalIgnoreCase) ?? country == "IR";
        return new(
            locale ?? (persian ? "fa-IR" : "en"),
            timeZone ?? (persian ? "Asia/Tehran" : "UTC"),
            currency ?? (persian ? "IRR" : "USD"),
            country ?? (persian ? "IR" : "US"),
            persian ? IranianWeek : MondayToFriday,
            persian ? ["آقای", "خانم", "دکتر", "مهندس", "استاد"] : ["Mr", "Ms", "Mx", "Dr", "Prof"],
            Customers.Formality.Formal);
    }
}

/// <summary>How much of the service one tenant may take.</summary>
/// <param name="RequestsPerMinute">Requests of all its credentials together in a minute, per process. 60 to 10,000,000; 60,000 by default.</param>
/// <param name="RequestsPerMinutePerCredential">Requests of one credential in a minute, per process. 60 to 10,000,000; 30,000 by default.</param>
public sealed record TenantLimits(int RequestsPerMinute = TenantLimits.UsualPerMinute, int RequestsPerMinutePerCredential = TenantLimits.UsualPerCredential)
{
    public const int UsualPerMinute = 60_000;
    public const int UsualPerCredential = 30_000;
    public const int Least = 60;
    public const int Most = 10_000_000;

    public static readonly TenantLimits Usual = new();
}
