using Crm.Domain.Interactions;

namespace Crm.Domain.Channels;

/// <summary>
/// What it costs a customer to use a channel: nothing (free), nothing since we call back (callMeBack) or have paid the postage (prepaidPost), the
/// price of a local call (localRate), or more (paid).
/// </summary>
public enum CostToCustomer { Free, CallMeBack, PrepaidPost, LocalRate, Paid }

/// <summary>A way on which customers reach the tenant, as it is told to them (S4-FREE-1).</summary>
/// <param name="Kind">The way.</param>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="Address">What to use: the number, e-mail address, URL or place; 1 to 300 characters.</param>
/// <param name="CostToCustomer">What it costs the customer to use it.</param>
/// <param name="CalendarId">The calendar in use that has its hours; null where it is always open.</param>
/// <param name="CostText">More about the cost, such as the price per minute; at most 200 characters.</param>
/// <param name="WhoSees">Who will see what customers write or say here, in words for customers; at most 500 characters.</param>
/// <param name="Position">Its place among the others, 0 to 10000; the lowest comes first.</param>
/// <param name="Active">Whether it is offered now; true by default.</param>
public sealed record ChannelContent(
    Channel Kind, string Name, string Address, CostToCustomer CostToCustomer, CalendarId? CalendarId = null, string? CostText = null, string? WhoSees = null,
    int Position = 0, bool Active = true)
{
    public const int NameMaxLength = 100;
    public const int AddressMaxLength = 300;
    public const int CostTextMaxLength = 200;
    public const int WhoSeesMaxLength = 500;
    public const int MaxPosition = 10_000;

    public static readonly ChannelContent Example = new(
        Channel.Phone, "تلفن رایگان", "+982188001234", CostToCustomer.Free, Id<Calendars.Calendar>.Parse("calendar_01j00000000000000000000000", null), "از همهٔ خط‌های ایران رایگان",
        "تنها همکاران پشتیبانی گفت‌وگوی شما را می‌شنوند.", 1);

    /// <summary>Whether customers pay nothing, whoever pays for them.</summary>
    public static bool CostsNothing(CostToCustomer cost) => cost is CostToCustomer.Free or CostToCustomer.CallMeBack or CostToCustomer.PrepaidPost;

    /// <summary>Whether a human answers at once while it is open.</summary>
    public static bool ReachesHuman(Channel kind) => kind is Channel.Phone or Channel.Chat or Channel.InPerson;
}
