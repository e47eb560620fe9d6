namespace Crm.Api.Tests.Customers;

[Trait("Requirement", "S3-DB-1")]
public sealed class FindDuplicatesTests(CrmHost host) : ApiTest(host)
{
    [Theory]
    [InlineData("phone", "0912 123 4567", "+98 (912) 123-4567")]
    [InlineData("phone", "0912 123 4567", "۰۹۱۲۱۲۳۴۵۶۷")]
    [InlineData("email", "ali@example.com", "ALI@Example.Com")]
    public async Task Refuses_the_same_contact_in_another_spelling(string kind, string one, string other)
    {
        var client = (await Host.NewTenant()).Administrator;
        var first = await client.RegisterPerson("Ali", null, new { contactPoints = new[] { new { kind, value = one } } });
        var body = new { kind = "person", givenName = "Bahar", contactPoints = new[] { new { kind, value = other } } };
        Assert.Equal(first.Id, (await client.Post("/v1/customers", body)).IsProblem(409, "customer.duplicate").Text("conflictingId"));
        var second = (await client.Post("/v1/customers?allowDuplicate=true", body)).Is(201);
        var found = (await client.Get($"/v1/customers/{second.Id}/duplicates")).Is(200);
        Assert.Equal((first.Id, "contact"), (found.Text("data.0.customerId"), found.Text("data.0.because")));
    }

    [Theory]
    [InlineData("Mohammad", "Ahmadi", "Muhamad", "Ahmady")]
    [InlineData("Mohammad", "Ahmadi", "محمد", "احمدی")]
    [InlineData("علي", "رضايي", "علی", "رضایی")]
    public async Task Refuses_a_close_name_with_an_attribute_in_common_only(string given, string family, string otherGiven, string otherFamily)
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "text" })).Is(201);
        var first = await client.RegisterPerson(given, family, new { attributes = new { city = "Tehran" } });
        await client.RegisterPerson(otherGiven, otherFamily);
        await client.RegisterPerson(otherGiven, otherFamily, new { attributes = new { city = "Rasht" } });
        var same = await client.Post("/v1/customers", new { kind = "person", givenName = otherGiven, familyName = otherFamily, attributes = new { city = "Tehran" } });
        Assert.Equal(first.Id, same.IsProblem(409, "customer.duplicate").Text("conflictingId"));
    }

    [Fact]
    public async Task Does_not_know_of_deleted_customers_nor_of_other_tenants()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var more = new { contactPoints = new[] { new { kind = "email", value = "ali@example.com" } } };
        var first = await tenant.Administrator.RegisterPerson("Ali", null, more);
        await other.Administrator.RegisterPerson("Ali", null, more);
        (await tenant.Administrator.Delete("/v1/customers/" + first.Id, "*")).Is(204);
        var second = await tenant.Administrator.RegisterPerson("Ali", null, more);
        Assert.Empty((await tenant.Administrator.Get($"/v1/customers/{second.Id}/duplicates")).Is(200).Rows);
        (await other.Administrator.Get($"/v1/customers/{second.Id}/duplicates")).IsProblem(404, "customer.not_found");
    }
}
