using System.Globalization;
using Crm.Domain;
using Crm.Domain.Callbacks;

namespace Crm.Application.Callbacks;

/// <summary>A callback.</summary>
/// <param name="Id">The callback's id.</param>
/// <param name="CustomerId">Whom to call.</param>
/// <param name="Number">The number to call, in E.164; null only where a call ended whose number nobody knows, and after the customer was erased.</param>
/// <param name="WindowFrom">From when on to call.</param>
/// <param name="WindowTo">Until when to call, not included; its end is a clock of metric callback.</param>
/// <param name="TimeZone">IANA name of the time zone in which the customer reads the window.</param>
/// <param name="WindowFromLocal">The beginning as the clock on the customer's wall shows it, with its offset from UTC.</param>
/// <param name="WindowToLocal">The end as the clock on the customer's wall shows it, with its offset from UTC.</param>
/// <param name="Reason">Why; empty after the customer was erased.</param>
/// <param name="Priority">How soon it wants to be made among others.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="InteractionId">The contact from which it comes; never a private one.</param>
/// <param name="OwnerId">Who makes it; null only where the tenant had no active staff. It follows the owner of its work.</param>
/// <param name="State">Where it stands; reachedLate where the window had been missed.</param>
/// <param name="Windows">How many windows were agreed.</param>
/// <param name="MissedWindows">How many of them passed without an attempt.</param>
/// <param name="MissedAt">The end of the first window that was missed. Once set it stays.</param>
/// <param name="TriedAt">The first attempt inside the present window that reached nobody: the promise to call was kept.</param>
/// <param name="ReachedAt">When the customer was reached.</param>
/// <param name="Attempts">Every attempt, oldest first; at most 100.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record CallbackDetails(
    CallbackId Id, CustomerId CustomerId, string? Number, DateTimeOffset WindowFrom, DateTimeOffset WindowTo, string TimeZone, string WindowFromLocal, string WindowToLocal,
    string Reason, Priority Priority, CallbackOrigin Origin, InteractionId? InteractionId, StaffId? OwnerId, CallbackState State, int Windows, int MissedWindows,
    DateTimeOffset? MissedAt, DateTimeOffset? TriedAt, DateTimeOffset? ReachedAt, IReadOnlyList<CallbackAttemptRow> Attempts, string? ExternalId, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly CallbackId ExampleId = CallbackId.Parse("callback_01j00000000000000000000000", null);
    internal static readonly CustomerId ExampleCustomer = CustomerId.Parse("customer_01j00000000000000000000000", null);
    internal static readonly StaffId ExampleStaff = StaffId.Parse("staff_01j00000000000000000000000", null);
    internal static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero);

    public static readonly CallbackDetails Example = new(
        ExampleId, ExampleCustomer, "+982188001234", Morning.AddHours(1), Morning.AddHours(2), "Asia/Tehran", Local(Morning.AddHours(1), "Asia/Tehran"),
        Local(Morning.AddHours(2), "Asia/Tehran"), "Wants to know where the parcel is", Priority.Normal, CallbackOrigin.Requested, null, ExampleStaff, CallbackState.Open, 1, 0, null,
        Morning.AddHours(1.5), null, [CallbackAttemptRow.Example], null, Morning, Morning.AddHours(1.5), 2);

    internal static CallbackDetails Of(Callback c, IEnumerable<CallbackEvent> earlier) => new(
        c.Id, c.CustomerId, c.Number, c.WindowFrom, c.WindowTo, c.TimeZone, Local(c.WindowFrom, c.TimeZone), Local(c.WindowTo, c.TimeZone), c.Reason, c.Priority, c.Origin,
        c.InteractionId, c.OwnerId, c.State, c.Windows, c.MissedWindows, c.MissedAt, c.TriedAt, c.ReachedAt,
        [.. earlier.Concat(c.Added.Where(e => e.Kind == CallbackEventKind.Attempted)).Select(CallbackAttemptRow.Of)], c.ExternalId, c.CreatedAt, c.UpdatedAt, c.Version);

    internal static string Local(DateTimeOffset at, string zone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>One attempt to call.</summary>
/// <param name="Number">The how-manieth it was, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What is to be remembered of it.</param>
/// <param name="InteractionId">The contact that it was.</param>
/// <param name="By">Who called; null for a credential that acts for nobody.</param>
public sealed record CallbackAttemptRow(int Number, DateTimeOffset At, AttemptOutcome Outcome, string? Note, InteractionId? InteractionId, StaffId? By)
{
    public static readonly CallbackAttemptRow Example = new(1, CallbackDetails.Morning.AddHours(1.5), AttemptOutcome.NoAnswer, "Rang for a minute.", null, CallbackDetails.ExampleStaff);

    internal static CallbackAttemptRow Of(CallbackEvent e) => new(e.Attempt!.Value, e.At, e.Outcome!.Value, e.Note, e.InteractionId, e.By);
}
