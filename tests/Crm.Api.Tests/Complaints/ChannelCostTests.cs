using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Complaints;

[Trait("Requirement", "S4-FREE-1")]
public sealed class ChannelCostTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Each_intake_keeps_what_its_way_cost_the_customer()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        Assert.Equal((null, "free"), (await Cost("phone"), await Cost("web")));
        foreach (var (kind, cost, position) in new[] { ("phone", "paid", 1), ("phone", "callMeBack", 2), ("post", "prepaidPost", 1), ("email", "localRate", 1) })
        {
            (await tenant.Administrator.Post("/v1/channels", new { kind, name = kind, address = kind, costToCustomer = cost, position })).Is(201);
        }
        // What costs nothing stands first, so it is what is supposed to have been used.
        Assert.Equal(("callMeBack", "prepaidPost", "localRate"), (await Cost("phone"), await Cost("post"), await Cost("email")));
        var told = await saras.File(tenant, "phone", ("channelCost", "paid"));
        Assert.Equal("paid", (await saras.Get("/v1/complaints/" + told.Id)).Is(200).Text("channelCost"));
        (await saras.Post("/v1/complaints", ComplaintSteps.Complaint("phone", ("channelCost", "cheap")))).Is(422);
        var receipt = (await Host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaints", new { statement = "x", anonymous = true })).Is(201);
        var filed = (await saras.Get("/v1/complaints?reference=" + receipt.Text("reference"))).Is(200);
        Assert.Equal("free", (await saras.Get("/v1/complaints/" + filed.Rows.Single()!["id"]!.GetValue<string>())).Is(200).Text("channelCost"));

        async Task<string?> Cost(string channel) => (await saras.File(tenant, channel)).Find("channelCost")?.GetValue<string>();
    }
}
