using System.Text.Json.Nodes;

namespace Crm.Api.Tests.Customers;

public sealed class UnmergeCustomersTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S3-DB-1")]
    public async Task Restores_both_but_for_what_was_edited_since()
    {
        var tenant = await Host.NewTenant();
        var survivor = await tenant.Register(new { kind = "person", givenName = "Ali", externalId = "A" });
        var loser = await tenant.Register(new { kind = "person", givenName = "Reza", familyName = "Karimi", language = "fa", externalId = "B" });
        await tenant.AddTimeline(loser.Id, "loser.before");
        await tenant.AddTimeline(survivor.Id, "survivor.before");
        (await tenant.Merge(survivor.Id, loser.Id)).Is(200);
        await tenant.AddTimeline(survivor.Id, "survivor.since");
        (await tenant.Administrator.Patch("/v1/customers/" + survivor.Id, new { preferredName = "Agha Ali" }, "*")).Is(200);

        var undone = (await tenant.Unmerge(survivor.Id, loser.Id)).Is(200);
        var restored = (await tenant.Customer(survivor.Id)).Is(200);
        Assert.Equal(restored.Raw, undone.Find("survivor")!.ToJsonString(ApiClient.Json));
        Assert.Equal(("Ali", "Agha Ali", "A"), (restored.Text("displayName"), restored.Text("preferredName"), restored.Text("externalId")));
        Assert.Null(restored.Find("language"));
        Assert.Equal(Profile(loser), Profile(await tenant.Customer(loser.Id)));
        Assert.Equal(["loser.before", "customer.unmerged"], await tenant.Timeline(loser.Id));
        Assert.Equal(["survivor.before", "customer.merged", "survivor.since", "customer.unmerged"], await tenant.Timeline(survivor.Id));
        Assert.Equal(loser.Id, Assert.Single((await tenant.Administrator.Get("/v1/customers?q=karimi")).Rows)!["id"]!.GetValue<string>());
        (await tenant.Unmerge(survivor.Id, loser.Id)).IsProblem(409, "customer.not_merged");
        (await tenant.Merge(survivor.Id, loser.Id)).Is(200);
    }

    [Fact]
    public async Task Takes_a_chain_apart_from_its_end()
    {
        var tenant = await Host.NewTenant();
        var (a, b, c) = (await tenant.Register("A"), await tenant.Register("B"), await tenant.Register("C"));
        await tenant.AddTimeline(a.Id, "of.a");
        (await tenant.Merge(b.Id, a.Id)).Is(200);
        (await tenant.Merge(c.Id, b.Id)).Is(200);
        Assert.Equal(c.Id, (await tenant.Customer(a.Id)).Text("survivorId"));
        Assert.Contains("of.a", await tenant.Timeline(c.Id));
        Assert.Equal(c.Id, (await tenant.Unmerge(b.Id, a.Id)).IsProblem(409, "customer.merged").Text("conflictingId"));
        (await tenant.Unmerge(c.Id, a.Id)).IsProblem(404, "merge.not_found");
        (await tenant.Unmerge(c.Id, b.Id)).Is(200);
        Assert.Equal(b.Id, (await tenant.Customer(a.Id)).Text("survivorId"));
        Assert.Contains("of.a", await tenant.Timeline(b.Id));
        (await tenant.Unmerge(b.Id, a.Id)).Is(200);
        Assert.Equal(["of.a", "customer.unmerged"], await tenant.Timeline(a.Id));
    }

    [Fact]
    public async Task Refuses_what_cannot_be_undone()
    {
        var tenant = await Host.NewTenant();
        var (a, b) = (await tenant.Register("A"), await tenant.Register("B"));
        (await tenant.Unmerge(a.Id, b.Id)).IsProblem(404, "merge.not_found");
        (await tenant.Administrator.Post($"/v1/customers/{a.Id}:unmerge", new { })).IsInvalid("/mergeId", "merge_ambiguous");
        var stranger = await Host.NewTenant();
        (await tenant.Merge(a.Id, b.Id)).Is(200);
        (await stranger.Unmerge(a.Id, b.Id)).IsProblem(404, "customer.not_found");
        (await stranger.Administrator.Get($"/v1/customers/{a.Id}/merges")).IsProblem(404, "customer.not_found");
    }

    private static string Profile(Answer answer)
    {
        var body = (JsonObject)answer.Body!.DeepClone();
        body.Remove("version");
        body.Remove("updatedAt");
        return body.ToJsonString(ApiClient.Json);
    }
}
