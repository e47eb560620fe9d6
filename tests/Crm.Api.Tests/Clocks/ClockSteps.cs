namespace Crm.Api.Tests.Clocks;

/// <summary>What tests of clocks do over and over.</summary>
internal static class ClockSteps
{
    public static async Task<Answer> StartClock(this ApiClient client, string metric = "firstResponse", string? target = "PT4H", string? startedAt = null, string? calendarId = null, string? customerId = null) =>
        (await client.Post("/v1/clocks", new { metric, target, startedAt, calendarId, customerId })).Is(201);

    public static Task<Answer> Pause(this ApiClient client, string id, string waitsFor = "waitingCustomer") => client.Post($"/v1/clocks/{id}/pause", new { waitsFor });

    public static Task<Answer> Resume(this ApiClient client, string id) => client.Post($"/v1/clocks/{id}/resumption");

    public static Task<Answer> FulfilClock(this ApiClient client, string id) => client.Post($"/v1/clocks/{id}/fulfilment");

    public static async Task<Answer> Reading(this ApiClient client, string id) => (await client.Get($"/v1/clocks/{id}/reading")).Is(200);

    /// <summary>What happened to a clock, in order.</summary>
    public static async Task<string[]> Kinds(this ApiClient client, string id) =>
        [.. (await client.Reading(id)).Body!["events"]!.AsArray().Select(e => e!["kind"]!.GetValue<string>() + (e["percent"] is { } percent ? percent.ToString() : ""))];
}
