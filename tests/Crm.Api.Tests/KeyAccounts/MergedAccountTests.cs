using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.KeyAccounts;

/// <summary>One designation stands for a customer, also after two records became one.</summary>
[Trait("Requirement", "S4-KEY-1")]
public sealed class MergedAccountTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task The_survivors_designation_stands_and_the_other_one_comes_back_with_its_record()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (one, other) = (await client.NewOrganisation("Pars"), await client.NewOrganisation("Pars Steel"));
        var (gold, silver) = (await tenant.Designate(one), await tenant.Designate(other, tier: "silver", cadence: new { every = "P30D" }));
        var merge = (await client.Post($"/v1/customers/{one}:merge", new { loserId = other }, ("If-Match", "*"))).Is(200);
        Assert.Equal([gold.Id], await Standing(one));
        var ended = (await client.Get("/v1/key-accounts/" + silver.Id)).Is(200);
        Assert.Equal((one, merge.Text("mergeId")), (ended.Text("customerId"), ended.Text("endReason")));
        Assert.Equal(["designated", "merged"], await History(silver.Id));
        (await client.Post($"/v1/customers/{one}:unmerge", new { mergeId = merge.Text("mergeId") })).Is(200);
        Assert.Equal([gold.Id, silver.Id], [.. await Standing(one), .. await Standing(other)]);
        Assert.Equal(["designated", "merged", "unmerged"], await History(silver.Id));

        async Task<string[]> Standing(string customer) => [.. (await client.Get($"/v1/key-accounts?active=true&customerId={customer}")).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];

        async Task<string[]> History(string account) => [.. (await client.Get($"/v1/key-accounts/{account}/history")).Is(200).Body!["events"]!.AsArray().Select(e => e!["kind"]!.GetValue<string>())];
    }

    [Fact]
    public async Task The_only_designation_goes_along_and_keeps_the_customer_from_a_second_one()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (one, other) = (await client.NewOrganisation("Pars"), await client.NewOrganisation("Pars Steel"));
        var account = await tenant.Designate(other);
        var merge = (await client.Post($"/v1/customers/{one}:merge", new { loserId = other }, ("If-Match", "*"))).Is(200);
        var followed = (await client.Get("/v1/key-accounts/" + account.Id)).Is(200);
        Assert.Equal((one, null), (followed.Text("customerId"), followed.Find("endedAt")));
        var manager = (await tenant.Employ("Manager")).Id;
        Assert.Equal(account.Id, (await client.TryDesignate(one, KeyAccountSteps.Terms([KeyAccountSteps.Member(manager)]))).IsProblem(409, "key_account.exists").Text("conflictingId"));
        (await client.Post($"/v1/key-accounts/{account.Id}/end", new { reason = "Sold" })).Is(200);
        (await client.Post($"/v1/customers/{one}:unmerge", new { mergeId = merge.Text("mergeId") })).Is(200);
        var returned = (await client.Get("/v1/key-accounts/" + account.Id)).Is(200);
        Assert.Equal((other, "Sold"), (returned.Text("customerId"), returned.Text("endReason")));
        (await client.TryDesignate(other, KeyAccountSteps.Terms([KeyAccountSteps.Member(manager)]))).Is(201);
        (await client.TryDesignate(one, KeyAccountSteps.Terms([KeyAccountSteps.Member(manager)]))).Is(201);
    }
}
