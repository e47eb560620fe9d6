using System.Text.Json.Nodes;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Domain;

namespace Crm.Api.Tests.Work;

[Trait("Requirement", "S5-EFF-1")]
public sealed class AssignWorkTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Goes_to_who_fits_with_least_to_do_and_says_why()
    {
        var tenant = await Host.NewTenant();
        var (busy, busys) = await tenant.Employ("Busy");
        var (unskilled, _) = await tenant.Employ("Unskilled");
        var (expired, _) = await tenant.Employ("Expired");
        var (away, _) = await tenant.Employ("Away");
        var (right, rights) = await tenant.Employ("Right");
        async Task Skill(string id, string? expiresOn = null) => (await tenant.Administrator.Patch("/v1/staff/" + id,
            new { languages = new[] { "fa-IR" }, skills = new[] { new { code = "billing", level = 3, expiresOn } } }, "*")).Is(200);
        await Skill(busy);
        await Skill(expired, "2020-01-01");
        await Skill(away);
        await Skill(right);
        await tenant.Away(away);
        await busys.Open(null, ("priority", "urgent"));
        await rights.Open(null, ("priority", "low"));
        var made = await tenant.Administrator.Open(null, ("automatic", true), ("requiredSkill", "billing"), ("language", "fa"));
        Assert.Equal(right, made.Text("ownerId"));
        (await tenant.Administrator.Assign(made.Id, busy)).Is(200);
        var assigned = (await tenant.Administrator.Assign(made.Id, null)).Is(200);
        Assert.Equal(right, assigned.Text("work.ownerId"));
        var candidates = assigned.Body!["candidates"]!.AsArray();
        string[] Reasons(string id) => [.. candidates.Single(c => c!["staffId"]!.GetValue<string>() == id)!["reasons"]!.AsArray().Select(r => r!.GetValue<string>())];
        Assert.Equal(right, candidates[0]!["staffId"]!.GetValue<string>());
        Assert.Equal(["skillFits", "languageFits", "leastLoad"], Reasons(right));
        Assert.Equal(["skillMissing", "languageMissing"], Reasons(unskilled));
        Assert.Equal(["skillExpired", "languageFits"], Reasons(expired));
        Assert.Equal(["skillFits", "languageFits", "absent"], Reasons(away));
        Assert.Equal(5 + 2, candidates.Single(c => c!["staffId"]!.GetValue<string>() == busy)!["load"]!.GetValue<int>());
        Assert.Equal("skillFits", (await tenant.Administrator.Get($"/v1/work/{made.Id}/history")).Text("events.0.reasons.0"));
        Assert.False((await tenant.Administrator.Assign(made.Id, null)).Is(200).Find("moved")!.GetValue<bool>());
        Assert.Equal(["work.assigned"], await busys.Notified());
    }

    [Fact]
    public async Task An_order_moves_at_once_and_ends_a_hand_over()
    {
        var tenant = await Host.NewTenant();
        var (_, bosses) = await tenant.Employ("Boss", Role.Supervisor);
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var made = await saras.Open(null);
        (await saras.Assign(made.Id, ali)).IsProblem(403, "permission_missing");
        (await saras.HandOver(made.Id, ali)).Is(200);
        Assert.Equal(ali, (await bosses.Assign(made.Id, ali)).Is(200).Text("work.ownerId"));
        Assert.Equal(0, await tenant.Alarms());
        Assert.Equal(["opened", "handOverProposed", "handOverWithdrawn", "assigned"], await tenant.Happened(made.Id));
        (await alis.Accept(made.Id)).IsProblem(409, "work.hand_over_none");
        (await bosses.Assign(made.Id, (await tenant.Administrator.Post("/v1/staff", new { name = "Gone", active = false })).Id)).IsInvalid("/ownerId", "owner_unknown");
        (await bosses.Post($"/v1/work/{made.Id}/assignment", new { })).IsInvalid("/ownerId", "required");
        (await bosses.Post($"/v1/work/{made.Id}/assignment", new { ownerId = sara, automatic = true })).IsInvalid("/ownerId", "owner_twice");
        (await alis.Complete(made.Id)).Is(200);
        (await bosses.Assign(made.Id, sara)).IsProblem(409, "work.closed");
    }

    [Fact]
    public async Task Many_at_once_are_shared_out_and_answered_one_by_one()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, _) = await tenant.Employ("Ali");
        var (third, _) = await tenant.Employ("Third");
        var ids = new List<string>();
        for (var i = 0; i < 9; i++)
        {
            ids.Add((await saras.Open(null)).Id);
        }
        var items = ids.Select(id => (object)new { workId = id, automatic = true, reason = "Balance" }).Append(new { workId = "work_01j00000000000000000000000", ownerId = ali })
            .Append(new { workId = ids[0] });
        var answer = (await tenant.Administrator.Post("/v1/work/assignments:batch", new { items })).Is(200);
        Assert.Equal((9, 2), (answer.Find("succeeded")!.GetValue<int>(), answer.Find("failed")!.GetValue<int>()));
        Assert.Equal([404, 422], answer.Body!["items"]!.AsArray().Skip(9).Select(i => i!["status"]!.GetValue<int>()));
        var figures = (await tenant.Administrator.Get("/v1/work/statistics")).Is(200).Body!["byOwner"]!.AsArray();
        Assert.Equal([3, 3, 3], new[] { sara, ali, third }.Select(s => figures.Single(f => f!["ownerId"]!.GetValue<string>() == s)!["normal"]!.GetValue<int>()));
        (await tenant.Administrator.Post("/v1/work/assignments:batch", new { items = new JsonArray() })).IsInvalid("/items", "batch_size_invalid");
        (await tenant.Administrator.Post("/v1/work/assignments:batch", new { items = Enumerable.Repeat(new { workId = ids[0], ownerId = ali }, 201) })).IsInvalid("/items", "batch_size_invalid");
    }

    [Fact]
    [Trait("Requirement", "S3-OWNER-1")]
    public async Task What_is_opened_while_nobody_works_here_is_taken_up_by_the_first_who_comes()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var made = await tenant.Administrator.Open(null);
        Assert.Null(made.Find("ownerId"));
        (await tenant.Administrator.Assign(made.Id, null)).IsProblem(409, "work.nobody_fits");
        var sara = (await tenant.Administrator.Post("/v1/staff", new { name = "Sara" })).Is(201).Id;
        Assert.Equal(sara, await tenant.Owner(made.Id));
        Assert.Equal(0, await tenant.Alarms());
        // One that came in the very moment, behind the back of the product, is found when the alarm rings.
        var late = await (await own.NewTenant()).LateComer();
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await own.Ring();
        Assert.Equal(late.Staff, await late.Tenant.Owner(late.Work));
        Assert.Equal(0, await late.Tenant.Alarms());
    }

    [Fact]
    [Trait("Requirement", "S3-OWNER-1")]
    public async Task The_work_of_who_leaves_goes_to_their_lead_or_to_who_fits()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (boss, _) = await tenant.Employ("Boss", Role.Supervisor);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var open = new List<string>();
        for (var i = 0; i < 205; i++)
        {
            open.Add((await saras.Open(null)).Id);
        }
        (await tenant.Administrator.Patch("/v1/staff/" + sara, new { active = false }, "*")).Is(200);
        await own.Ring();
        Assert.Empty(await tenant.Administrator.Queue("ownerId=" + sara));
        Assert.Equal(boss, await tenant.Owner(open[204]));
        Assert.Equal(0, await tenant.Alarms());
        // The last one keeps it until somebody comes.
        (await tenant.Administrator.Patch("/v1/staff/" + boss, new { active = false }, "*")).Is(200);
        Assert.Equal(boss, await tenant.Owner(open[0]));
        var ali = (await tenant.Administrator.Post("/v1/staff", new { name = "Ali" })).Is(201).Id;
        own.Clock.Advance(TimeSpan.FromMinutes(16));
        await own.Ring();
        Assert.Equal(ali, await tenant.Owner(open[0]));
        Assert.Equal(["opened", "reassigned", "reassigned"], await tenant.Happened(open[0]));
        Assert.Equal(0, await tenant.Alarms());
    }
}

internal static class LateComing
{
    /// <summary>Work without an owner, and somebody who was saved without taking it up.</summary>
    public static async Task<(TestTenant Tenant, string Work, string Staff)> LateComer(this TestTenant tenant)
    {
        var made = await tenant.Administrator.Open(null);
        return (tenant, made.Id, (await tenant.Employ("Late")).Id);
    }
}
