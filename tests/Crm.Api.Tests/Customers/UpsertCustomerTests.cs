namespace Crm.Api.Tests.Customers;

public sealed class UpsertCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Records_an_unknown_key_and_replaces_a_known_one()
    {
        var client = (await Host.NewTenant()).Administrator;
        const string Address = "/v1/customers/by-external-id/crm%2042";
        var made = (await client.Put(Address, new { kind = "person", givenName = "Ali", tags = new[] { "a" } })).Is(201);
        Assert.Equal(("crm 42", "/v1/customers/" + made.Id), (made.Text("externalId"), made.Headers["Location"]));
        var needed = (await client.Put(Address, new { kind = "person", givenName = "Alireza" })).IsProblem(428, "if_match_required");
        Assert.Equal("\"1\"", needed.ETag);
        var replaced = (await client.Put(Address, new { kind = "person", givenName = "Alireza", externalId = "crm 42" }, made.ETag)).Is(200);
        Assert.Equal((made.Id, "Alireza", "\"2\""), (replaced.Id, replaced.Text("givenName"), replaced.ETag));
        Assert.Empty(replaced.Body!["tags"]!.AsArray());
        (await client.Put(Address, new { kind = "person", givenName = "Late" }, made.ETag)).IsProblem(412, "stale_version");
        (await client.Put(Address, new { kind = "person", givenName = "X", externalId = "other" }, "*")).IsProblem(422, "external_id_mismatch");
        (await client.Put(Address, new { kind = "organisation", organisationName = "X" }, "*")).IsProblem(409, "customer.kind_is_fixed");
        Assert.Equal("a/b", (await client.Put("/v1/customers/by-external-id/a%2Fb", new { kind = "person", givenName = "A" })).Is(201).Text("externalId"));
        (await client.Put("/v1/customers/by-external-id/8", "{\"kind\":\"person\",\"givenName\":\"A\",\"contactPoints\":[null]}")).IsInvalid("/contactPoints/0", "required");
        (await client.Put("/v1/customers/by-external-id/7", new { kind = "person", givenName = new string('x', 201) })).IsInvalid("/givenName", "too_long");
    }

    [Fact]
    public async Task Keys_of_tenants_do_not_meet_and_a_deleted_customer_leaves_its_key()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var made = (await tenant.Administrator.Put("/v1/customers/by-external-id/1", new { kind = "person", givenName = "Ali" })).Is(201);
        (await other.Administrator.Put("/v1/customers/by-external-id/1", new { kind = "person", givenName = "Ali" })).Is(201);
        (await tenant.Administrator.Delete("/v1/customers/" + made.Id, made.ETag)).Is(204);
        (await tenant.Administrator.Put("/v1/customers/by-external-id/1", new { kind = "person", givenName = "Bahar" })).Is(201);
    }
}
