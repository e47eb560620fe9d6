using System.Text.Json.Nodes;

namespace Crm.Api.Tests.Channels;

internal static class ChannelSteps
{
    public static Task<Answer> TryOffer(
        this ApiClient client, string name, string? calendarId = null, string kind = "phone", string cost = "free", int position = 0, bool active = true) =>
        client.Post("/v1/channels", new { kind, name, address = "+982188001234", costToCustomer = cost, calendarId, position, active, whoSees = "تنها همکاران پشتیبانی" });

    public static async Task<Answer> Offer(
        this ApiClient client, string name, string? calendarId = null, string kind = "phone", string cost = "free", int position = 0, bool active = true) =>
        (await client.TryOffer(name, calendarId, kind, cost, position, active)).Is(201);

    public static Task<Answer> Availability(this ApiClient client) => client.Get("/v1/availability");

    public static Task<Answer> PublicAvailability(this TestTenant tenant, params (string Name, string Value)[] headers) =>
        tenant.Host.Anonymous.Get($"/v1/public/{tenant.Slug}/availability", headers);

    public static string[] Names(this Answer availability) => [.. availability.Body!["channels"]!.AsArray().Select(c => c!["name"]!.GetValue<string>())];

    public static JsonNode Channel(this Answer availability, string name) =>
        availability.Body!["channels"]!.AsArray().Single(c => c!["name"]!.GetValue<string>() == name)!;

    public static bool IsOpen(this Answer availability) => availability.Find("open")!.GetValue<bool>();

    /// <summary>Sets the clock of a host of the test's own.</summary>
    public static void SetClock(this CrmHost host, string instant) =>
        host.Clock.Advance(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture) - host.Clock.GetUtcNow());
}
