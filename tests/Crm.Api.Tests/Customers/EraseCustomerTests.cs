using Crm.Api.Tests.Interactions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Api.Tests.Customers;

public sealed class EraseCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S3-DB-1")]
    public async Task Leaves_a_tombstone_and_figures_but_no_words()
    {
        var tenant = await Host.NewTenant();
        var loser = await tenant.Register(new { kind = "person", givenName = "Zarvan", familyName = "Kimiagar", externalId = "zk-1" });
        var customer = await tenant.Register(new { kind = "person", givenName = "زروان", externalId = "zk-2", contactPoints = new[] { new { kind = "email", value = "zarvan@example.com" } } });
        await tenant.AddTimeline(customer.Id, "thing.happened");
        await tenant.Administrator.Patch("/v1/customers/" + customer.Id, new { preferredName = "Zarvan jan" }, "*");
        (await tenant.Merge(customer.Id, loser.Id)).Is(200);

        var report = (await tenant.Erase(customer.Id)).Is(200);
        Assert.Equal(4, report.Find("rows.timelineEntries")!.GetValue<int>());
        foreach (var id in new[] { customer.Id, loser.Id })
        {
            var tombstone = (await tenant.Customer(id)).Is(200);
            Assert.Equal(("erased", "person", "prospect", ""), (tombstone.Text("state"), tombstone.Text("kind"), tombstone.Text("lifecycle"), tombstone.Text("displayName")));
            Assert.Null(tombstone.Find("externalId"));
        }
        var held = (await tenant.Administrator.Get($"/v1/customers/{customer.Id}/export")).Is(200);
        Assert.DoesNotContain("arvan", held.Raw, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("زروان", held.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("zk-", held.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", held.Raw, StringComparison.Ordinal);
        Assert.Equal(4, held.Find("rows.timelineEntries")!.AsArray().Count);
        Assert.Empty(held.Find("rows.customerTerms")!.AsArray());
        Assert.Empty((await tenant.Administrator.Get("/v1/customers?q=zarvan")).Rows);
        Assert.DoesNotContain(await tenant.InStore(db => db.Audit.Select(a => a.Before + a.After).ToListAsync()), a => a.Contains("arvan", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await tenant.InStore(db => db.ExternalIds.CountAsync()));
        Assert.Contains(await tenant.InStore(db => db.Outbox.ToListAsync()), m => m.Type == "customer.erased");
        (await tenant.Register(new { kind = "person", givenName = "Zarvan", externalId = "zk-1" })).Is(201);
    }

    [Fact]
    public async Task Leaves_no_word_of_a_correction_or_of_what_was_removed()
    {
        var tenant = await Host.NewTenant();
        var (client, customer) = (tenant.Administrator, (await tenant.Register("Ali")).Id);
        var wrong = await tenant.Record(customer);
        (await client.Post($"/v1/interactions/{wrong.Id}/corrections", InteractionSteps.Call(customer, 5, ("reason", "hushed reason")))).Is(201);
        var fact = (await client.Post($"/v1/customers/{customer}/facts", new { kind = "fact", text = "hushed fact", source = "hushed source" })).Is(201);
        var need = (await client.Post($"/v1/customers/{customer}/needs", new { text = "hushed need" })).Is(201);
        (await client.Delete($"/v1/customers/{customer}/facts/{fact.Id}", fact.ETag)).Is(204);
        (await client.Delete($"/v1/customers/{customer}/needs/{need.Id}", need.ETag)).Is(204);
        Assert.Equal("", await tenant.InStore(async db => (await db.Facts.SingleAsync()).Text + (await db.Facts.SingleAsync()).Source + (await db.Needs.SingleAsync()).Text));
        (await tenant.Erase(customer)).Is(200);
        Assert.Equal("", (await client.Get("/v1/interactions/" + wrong.Id)).Is(200).Text("correctionReason"));
        Assert.DoesNotContain("hushed", (await client.Get($"/v1/customers/{customer}/export")).Is(200).Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("hushed", (await client.Get("/v1/audit?limit=200")).Is(200).Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_the_same_tombstone_when_repeated()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.Register("Ali");
        var first = (await tenant.Erase(customer.Id)).Is(200);
        await tenant.AddTimeline(customer.Id, "came.late");
        var second = (await tenant.Erase(customer.Id)).Is(200);
        Assert.Equal(first.Text("erasedAt"), second.Text("erasedAt"));
        Assert.Equal("\"2\"", (await tenant.Customer(customer.Id)).ETag);
        Assert.DoesNotContain("secret", (await tenant.Administrator.Get($"/v1/customers/{customer.Id}/export")).Raw, StringComparison.Ordinal);
        (await tenant.Administrator.Patch("/v1/customers/" + customer.Id, new { givenName = "Ali" }, "*")).IsProblem(409, "customer.erased");
        (await tenant.Merge(customer.Id, (await tenant.Register("Reza")).Id)).IsProblem(409, "customer.erased");
    }

    [Fact]
    public async Task Erases_a_deleted_customer_but_not_a_merged_one()
    {
        var tenant = await Host.NewTenant();
        var (a, b) = (await tenant.Register("A"), await tenant.Register("B"));
        (await tenant.Merge(a.Id, b.Id)).Is(200);
        Assert.Equal(a.Id, (await tenant.Erase(b.Id)).IsProblem(409, "customer.merged").Text("conflictingId"));
        (await tenant.Administrator.Delete("/v1/customers/" + a.Id, "*")).Is(204);
        (await tenant.Erase(a.Id)).Is(200);
        Assert.Equal("erased", (await tenant.Customer(b.Id)).Text("state"));
        (await (await Host.NewTenant()).Erase(a.Id)).IsProblem(404, "customer.not_found");
        (await tenant.Administrator.Post($"/v1/customers/{a.Id}/erasure", new { reason = "boredom" })).Is(422);
    }
}

internal static class EraseSteps
{
    public static Task<Answer> Erase(this TestTenant tenant, string id) =>
        tenant.Administrator.Post($"/v1/customers/{id}/erasure", new { reason = "customerRequest", note = "Request 1" });
}
