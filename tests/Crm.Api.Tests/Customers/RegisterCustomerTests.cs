namespace Crm.Api.Tests.Customers;

public sealed class RegisterCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S3-DB-1")]
    public async Task Answers_the_customer_with_location_and_etag()
    {
        var tenant = await Host.NewTenant();
        var answer = await tenant.Administrator.Post("/v1/customers", new
        {
            kind = "person",
            givenName = "Maryam",
            familyName = "Ahmadi",
            contactPoints = new[] { new { kind = "phone", value = "۰۹۱۲ ۱۲۳ ۴۵۶۷" } },
        });
        answer.Is(201);
        Assert.Equal("/v1/customers/" + answer.Id, answer.Headers["Location"]);
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal("+989121234567", answer.Text("contactPoints.0.normalized"));
        var read = await tenant.Administrator.Get("/v1/customers/" + answer.Id);
        Assert.Equal(answer.Raw, read.Is(200).Raw);
    }

    [Fact]
    public async Task Refuses_a_likely_duplicate_and_names_it()
    {
        var tenant = await Host.NewTenant();
        var first = await tenant.Administrator.Post("/v1/customers", Person("Ali", "ali@example.com"));
        var second = await tenant.Administrator.Post("/v1/customers", Person("Alireza", "ALI@example.com"));
        second.IsProblem(409, "customer.duplicate");
        Assert.Equal(first.Is(201).Id, second.Text("conflictingId"));
        (await tenant.Administrator.Post("/v1/customers?allowDuplicate=true", Person("Alireza", "ALI@example.com"))).Is(201);
    }

    private static object Person(string name, string email) =>
        new { kind = "person", givenName = name, contactPoints = new[] { new { kind = "email", value = email } } };
}
