namespace Crm.Api.Tests.Customers;

/// <summary>What several tests do with customers.</summary>
internal static class CustomerSteps
{
    public static async Task<Answer> RegisterPerson(this ApiClient client, string given, string? family = null, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { }, ApiClient.Json)!.AsObject();
        body["kind"] = "person";
        body["givenName"] = given;
        if (family is not null)
        {
            body["familyName"] = family;
        }
        return (await client.Post("/v1/customers", body)).Is(201);
    }

    public static async Task<List<string>> Found(this ApiClient client, string query) =>
        [.. (await client.Get("/v1/customers?" + query)).Is(200).Rows.Select(r => r!["displayName"]!.GetValue<string>())];

    public static Task<List<string>> Search(this ApiClient client, string q) => client.Found("q=" + Uri.EscapeDataString(q));
}
