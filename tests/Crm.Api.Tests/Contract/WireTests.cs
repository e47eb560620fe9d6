namespace Crm.Api.Tests.Contract;

/// <summary>Bodies that look right and are not: none is taken for something else.</summary>
public sealed class WireTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Takes_one_value_where_one_is_wanted()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/customers", new { kind = "person,organisation", organisationName = "Both" })).IsInvalid("/kind", "type_invalid");
        (await client.Post("/v1/customers", new { kind = "person", givenName = "Ali", lifecycle = "lead, customer" })).IsInvalid("/lifecycle", "type_invalid");
    }

    [Fact]
    public async Task Refuses_to_remove_what_there_cannot_be()
    {
        var client = (await Host.NewTenant()).Administrator;
        var customer = (await client.Post("/v1/customers", new { kind = "person", givenName = "Ali", language = "fa" })).Is(201);
        (await client.Patch("/v1/customers/" + customer.Id, new { langauge = (string?)null }, "*")).IsInvalid("/langauge", "member_unknown");
        (await client.Patch("/v1/customers/" + customer.Id, new { displayName = (string?)null }, "*")).IsInvalid("/displayName", "member_unknown");
        Assert.Null((await client.Patch("/v1/customers/" + customer.Id, new { language = (string?)null, attributes = new { shoeSize = (string?)null } }, "*")).Is(200).Find("language"));
    }

    [Theory]
    [InlineData("\u200c")]
    [InlineData("\u0000 \u202e")]
    public async Task Wants_something_to_see_in_a_name(string name)
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/customers", new { kind = "person", givenName = name })).IsInvalid("/givenName", "name_required");
        Assert.Null((await client.Post("/v1/customers", new { kind = "person", givenName = "علی‌رضا", familyName = name })).Is(201).Find("familyName"));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_body_that_is_missing_or_packed()
    {
        var client = (await Host.NewTenant()).Administrator;
        Assert.Contains("no body", (await client.Send(HttpMethod.Post, "/v1/customers", "")).IsProblem(400, "request_malformed").Text("detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("parameter", (await client.Send(HttpMethod.Post, "/v1/customers", "null")).IsProblem(400, "request_malformed").Text("detail"), StringComparison.Ordinal);
        using var packed = new HttpRequestMessage(HttpMethod.Post, "/v1/customers") { Content = new StringContent("{}", null, "application/json") };
        packed.Content.Headers.ContentEncoding.Add("gzip");
        packed.Headers.Authorization = new("Bearer", client.Key);
        using var answer = await client.Http.SendAsync(packed);
        (await Answer.Of(answer)).IsProblem(415, "media_type_unsupported");
        (await client.Post("/v1/customers", new { kind = "person", givenName = "A" }, ("Content-Type", "application/json-patch+json"))).IsProblem(415, "media_type_unsupported");
    }
}
