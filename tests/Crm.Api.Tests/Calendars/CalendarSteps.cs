namespace Crm.Api.Tests.Calendars;

internal static class CalendarSteps
{
    public static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static object Hours(string day, string from, string to) => new { day, from, to };

    /// <summary>A calendar of these hours on every day.</summary>
    public static async Task<Answer> EstablishCalendar(this ApiClient client, string zone = "UTC", string from = "09:00", string to = "17:00") =>
        (await client.Post("/v1/calendars", new { name = "Daily", timeZone = zone, hours = Days.Select(d => Hours(d, from, to)) })).Is(201);

    public static async Task<Answer> EstablishPreset(this ApiClient client, string preset, string? zone = null) =>
        (await client.Post("/v1/calendars", zone is null ? new { name = preset, preset } : (object)new { name = preset, preset, timeZone = zone })).Is(201);

    public static Task<Answer> FindDeadline(this ApiClient client, string calendar, string start, string target, object[]? pauses = null) =>
        client.Post($"/v1/calendars/{calendar}/deadline", new { start, target, pauses = pauses ?? [] });
}
