namespace Crm.Api.Tests.Macros;

internal static class MacroSteps
{
    public static Task<Answer> TryWriteMacro(this ApiClient client, string body, string language = "en", string purpose = "update", string name = "Macro") =>
        client.Post("/v1/macros", new { name, language, purpose, body });

    public static async Task<Answer> WriteMacro(this ApiClient client, string body, string language = "en", string purpose = "update", string name = "Macro") =>
        (await client.TryWriteMacro(body, language, purpose, name)).Is(201);

    public static Task<Answer> TryRender(this ApiClient client, string id, string? customerId = null, params (string Field, string Value)[] values) =>
        client.Post($"/v1/macros/{id}:render", new { customerId, values = values.ToDictionary(v => v.Field, v => v.Value) });

    public static async Task<string> Render(this ApiClient client, string id, string? customerId = null, params (string Field, string Value)[] values) =>
        (await client.TryRender(id, customerId, values)).Is(200).Text("text");
}
