namespace Crm.Api.Tests.Policies;

/// <summary>What tests of policies do over and over.</summary>
internal static class PolicySteps
{
    public static object Target(string metric, string target, string? channel = null, string? priority = null) => new { metric, target, channel, priority };

    public static Task<Answer> TryEstablish(this ApiClient client, params object[] targets) => client.Post("/v1/policies", new { name = "Ours", targets });

    public static async Task<Answer> EstablishPolicy(this ApiClient client, int rank, object? appliesTo, params object[] targets) =>
        (await client.Post("/v1/policies", new { name = "Rank " + rank, rank, appliesTo = appliesTo ?? new { }, targets })).Is(201);

    public static async Task<Answer> EstablishPolicyPreset(this ApiClient client, string preset) => (await client.Post("/v1/policies", new { name = preset, preset })).Is(201);

    public static async Task<Answer> Choose(
        this ApiClient client, string metric, string? channel = null, string? priority = null, string? customerClass = null, string? tier = null, string? at = null,
        string subject = "complaint") =>
        (await client.Post("/v1/policies/choice", new { subject, metric, channel, priority, customerClass, tier, at })).Is(200);

    /// <summary>How long the chosen target is, and of which policy it is.</summary>
    public static (string? Policy, string Target) Chosen(this Answer choice) => (choice.Find("policyId")?.GetValue<string>(), choice.Text("target.target"));

    public static string[] Outcomes(this Answer choice) => [.. choice.Body!["considered"]!.AsArray().Select(c => c!["outcome"]!.GetValue<string>())];
}
