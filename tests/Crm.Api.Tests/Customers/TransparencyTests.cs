using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.KeyAccounts;
using Crm.Api.Tests.Work;

namespace Crm.Api.Tests.Customers;

[Trait("Requirement", "S4-INTERNAL-1")]
public sealed class TransparencyTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Watchers_and_who_is_mentioned_are_told_and_of_what_is_private_nobody_is()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        (await tenant.Administrator.Put($"/v1/customers/{customer}/watchers/{sara}", "")).Is(200);
        object Contact(string? visibility = null) => new
        {
            customerId = customer,
            channel = "phone",
            direction = "inbound",
            startedAt = Host.Clock.GetUtcNow(),
            mentions = visibility is null ? new[] { ali } : [],
            visibility,
        };
        (await alis.Post("/v1/interactions", Contact("private"))).Is(201);
        Assert.Empty(await saras.Notified());
        (await saras.Post("/v1/interactions", Contact())).Is(201);
        Assert.Equal(["interaction.mentioned"], await alis.Notified());
        Assert.Empty(await saras.Notified());
        (await alis.Post("/v1/interactions", Contact())).Is(201);
        Assert.Equal(["customer.activity"], await saras.Notified());
        Assert.Single(await alis.Notified());
    }

    [Fact]
    public async Task Completeness_says_what_is_missing_and_grows_with_what_is_told()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var person = await client.RegisterPerson("Maryam", more: new { contactPoints = new[] { new { kind = "phone", value = "+98 912 000 0001" } } });
        var bare = (await client.Get($"/v1/customers/{person.Id}/completeness")).Is(200);
        Assert.Equal(12, bare.Find("score")!.GetValue<int>());
        Assert.Equal(["email", "postalAddress", "language", "formOfAddress", "owner", "consent", "fact"], Missing(bare));
        (await client.Patch("/v1/customers/" + person.Id, new { language = "fa", preferredName = "Maryam" }, person.ETag)).Is(200);
        (await client.Post($"/v1/customers/{person.Id}/consents", new { purpose = "marketing", decision = "granted" })).Is(201);
        (await client.Post($"/v1/customers/{person.Id}/facts", new { kind = "preference", text = "Tea without sugar" })).Is(201);
        var known = (await client.Get($"/v1/customers/{person.Id}/completeness")).Is(200);
        Assert.Equal(62, known.Find("score")!.GetValue<int>());
        Assert.Equal(["email", "postalAddress", "owner"], Missing(known));
        var organisation = await client.NewOrganisation();
        Assert.Contains("person", Missing((await client.Get($"/v1/customers/{organisation}/completeness")).Is(200)));
        await tenant.Buyer(organisation);
        Assert.DoesNotContain("person", Missing((await client.Get($"/v1/customers/{organisation}/completeness")).Is(200)));
        (await (await Host.NewTenant()).Administrator.Get($"/v1/customers/{person.Id}/completeness")).IsProblem(404, "customer.not_found");

        static string[] Missing(Answer answer) => [.. answer.Body!["missing"]!.AsArray().Select(m => m!.GetValue<string>())];
    }
}
