using Crm.Api.Tests.Customers;
using Crm.Api.Tests.Interactions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Api.Tests.Concurrency;

/// <summary>Two at the same moment, each of which would be right alone: one of them sees the other.</summary>
public sealed class LastMomentTests(CrmHost host) : ApiTest(host)
{
    private const int Rounds = 15;

    [Fact]
    [Trait("Requirement", "S3-DB-1")]
    public async Task What_is_recorded_at_the_moment_of_a_merge_belongs_to_the_survivor_or_is_refused()
    {
        var tenant = await Host.NewTenant();
        for (var round = 0; round < Rounds; round++)
        {
            var (survivor, loser, other) = (await tenant.Register("Survivor").Id(), await tenant.Register("Loser").Id(), await tenant.Register("Other").Id());
            var writes = Enumerable.Range(0, 5).SelectMany(i => (Task<Answer>[])[
                tenant.Administrator.Post($"/v1/customers/{loser}/facts", new { kind = "fact", text = "fact " + i }),
                tenant.Administrator.Post($"/v1/customers/{loser}/needs", new { text = "need " + i }),
                tenant.Administrator.Post($"/v1/customers/{loser}/consents", new { purpose = "p" + i, decision = "granted" }),
                tenant.Administrator.Post("/v1/interactions", InteractionSteps.Call(loser))]).ToList();
            var related = tenant.Administrator.Post($"/v1/customers/{other}/relations", new { kind = "knows", otherCustomerId = loser });
            var merged = tenant.Merge(survivor, loser);
            var answers = await Task.WhenAll(writes);
            (await merged).Is(200);
            Assert.Contains((await related).Status, new[] { 201, 409, 422 });
            Assert.All(answers.Where(a => a.Status != 201), a => Assert.Equal(survivor, a.IsProblem(409, "customer.merged").Text("conflictingId")));
            var id = CustomerId.Parse(loser, null);
            Assert.Equal((0, 0, 0, 0, 0), await tenant.InStore(async db => (
                await db.Facts.CountAsync(f => f.CustomerId == id), await db.Needs.CountAsync(n => n.CustomerId == id),
                await db.Consents.CountAsync(c => c.CustomerId == id), await db.Interactions.CountAsync(i => i.CustomerId == id),
                await db.Relations.CountAsync(r => r.OtherCustomerId == id))));
        }
    }

    [Fact]
    public async Task What_is_recorded_at_the_moment_of_an_erasure_is_erased_or_refused()
    {
        var tenant = await Host.NewTenant();
        for (var round = 0; round < Rounds; round++)
        {
            var customer = await tenant.Register("Gone").Id();
            var writes = Enumerable.Range(0, 10).Select(i => tenant.Administrator.Post($"/v1/customers/{customer}/facts", new { kind = "fact", text = "secret" })).ToList();
            var erased = tenant.Erase(customer);
            await Task.WhenAll(writes);
            (await erased).Is(200);
            Assert.DoesNotContain("secret", (await tenant.Administrator.Get($"/v1/customers/{customer}/export")).Is(200).Raw, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_that_revoke_each_other_leave_one_key_that_manages_keys()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var tenant = await Host.NewTenant();
            var first = (await tenant.Administrator.Get("/v1/api-keys")).Is(200).Text("data.0.id");
            var made = (await tenant.Administrator.Post("/v1/api-keys", new { name = "second", role = "administrator" })).Is(201);
            var second = Host.ClientWith(made.Text("secret"));
            var answers = await Task.WhenAll(
                Task.Run(() => tenant.Administrator.Delete("/v1/api-keys/" + made.Id, "*")), Task.Run(() => second.Delete("/v1/api-keys/" + first, "*")));
            Assert.Single(answers, a => a.Status == 204);
            // Who came second is refused, or is no longer known at all.
            Assert.Contains(answers.Single(a => a.Status != 204).Status, new[] { 409, 401 });
            Assert.Contains(200, new[] { (await tenant.Administrator.Get("/v1/api-keys")).Status, (await second.Get("/v1/api-keys")).Status });
        }
    }

    [Fact]
    public async Task Two_who_become_each_others_managers_close_no_circle()
    {
        var client = (await Host.NewTenant()).Administrator;
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = ((await client.Post("/v1/staff", new { name = "One" })).Is(201), (await client.Post("/v1/staff", new { name = "Other" })).Is(201));
            var answers = await Task.WhenAll(
                Task.Run(() => client.Patch("/v1/staff/" + one.Id, new { managerId = other.Id }, one.ETag)),
                Task.Run(() => client.Patch("/v1/staff/" + other.Id, new { managerId = one.Id }, other.ETag)));
            Assert.Single(answers, a => a.Status == 200);
            answers.Single(a => a.Status != 200).IsProblem(409, "staff.circular_reporting");
        }
    }
}

internal static class Registered
{
    public static async Task<string> Id(this Task<Answer> answer) => (await answer).Id;
}
