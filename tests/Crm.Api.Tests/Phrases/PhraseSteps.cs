using System.Text.Json.Nodes;

namespace Crm.Api.Tests.Phrases;

internal static class PhraseSteps
{
    public static Task<Answer> TryAddPhrase(this ApiClient client, string text, string language = "en", string effect = "block", string better = "Say it kindly.", string[]? excuses = null) =>
        client.Post("/v1/phrases", new { language, text, better, rule = "talkingDown", effect, excuses = excuses ?? [] });

    public static async Task<Answer> AddPhrase(this ApiClient client, string text, string language = "en", string effect = "block", string better = "Say it kindly.", string[]? excuses = null) =>
        (await client.TryAddPhrase(text, language, effect, better, excuses)).Is(201);

    public static async Task<Answer> Check(this ApiClient client, string text, string? language = null) =>
        (await client.Post("/v1/phrases:check", new { text, language })).Is(200);

    public static bool IsBlocked(this Answer findings) => findings.Find("blocked")!.GetValue<bool>();

    public static JsonArray Hits(this Answer findings) => findings.Find("hits")!.AsArray();

    /// <summary>The shipped phrase with these words.</summary>
    public static async Task<JsonNode> ShippedPhrase(this ApiClient client, string text) =>
        (await client.Get("/v1/phrases?origin=shipped&limit=200")).Is(200).Rows.Single(r => r!["text"]!.GetValue<string>() == text)!;
}
