namespace Crm.Api.Tests.Policies;

[Trait("Requirement", "S4-POLICY-1")]
public sealed class RevisePolicyTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Every_change_makes_a_version_and_the_older_ones_stay_readable()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var first = await client.EstablishPolicy(10, null, PolicySteps.Target("firstAction", "PT1H"), PolicySteps.Target("approval", "PT8H"));
        var at = "/v1/policies/" + first.Id;
        var second = (await client.Patch(at, new { targets = new[] { PolicySteps.Target("firstAction", "PT2H") } }, first.ETag)).Is(200);
        Assert.Equal(("\"2\"", "Rank 10", first.Text("createdAt")), (second.ETag, second.Text("name"), second.Text("createdAt")));
        (await client.Patch(at, new { name = "Late" }, first.ETag)).IsProblem(412, "stale_version");
        (await client.Patch(at, new { name = "Late" }, null)).IsProblem(428, "if_match_required");
        (await client.Patch(at, new { name = "دیر", appliesTo = new { tiers = new[] { "gold" } } }, second.ETag)).Is(200);
        Assert.Equal([3, 2, 1], (await client.Get(at + "/versions")).Is(200).Rows.Select(r => r!["number"]!.GetValue<int>()));
        var old = (await client.Get(at + "/versions/1")).Is(200);
        Assert.Equal(first.Body!["targets"]!.ToJsonString(), old.Body!["targets"]!.ToJsonString());
        Assert.Equal((first.Text("effectiveFrom"), first.Id), (old.Text("effectiveFrom"), old.Text("policyId")));
        Assert.Equal(("دیر", "gold", "PT2H"), await client.Get(at + "/versions/3") is var v ? (v.Text("name"), v.Text("appliesTo.tiers.0"), v.Text("targets.0.target")) : default);
        (await client.Get(at + "/versions/4")).IsProblem(404, "policy.version_unknown");
        (await client.Get(at + "/versions/0")).IsProblem(404, "policy.version_unknown");
        (await client.Get("/v1/policies/policy_01j00000000000000000000000/versions/1")).IsProblem(404, "policy.not_found");
    }

    [Fact]
    public async Task The_difference_of_two_versions_is_told_target_by_target()
    {
        var client = (await Host.NewTenant()).Administrator;
        var first = await client.EstablishPolicy(10, null, PolicySteps.Target("firstAction", "PT1H"), PolicySteps.Target("approval", "PT8H"), PolicySteps.Target("nextResponse", "PT8H"));
        var at = "/v1/policies/" + first.Id;
        var same = (await client.Get(at + "/diff")).Is(200);
        Assert.Equal((1, 1, 0), (same.Find("from")!.GetValue<int>(), same.Find("to")!.GetValue<int>(), same.Body!["changed"]!.AsArray().Count));
        (await client.Patch(at, new
        {
            targets = new[] { PolicySteps.Target("nextResponse", "P0DT480M"), PolicySteps.Target("firstAction", "PT2H"), PolicySteps.Target("firstAction", "PT10M", "chat") },
        }, first.ETag)).Is(200);
        (await client.Patch(at, new { name = "New", rank = 11, rungs = new[] { new { percent = 100, to = "lead" } }, appliesTo = new { tiers = new[] { "gold" } } }, "*")).Is(200);
        var targets = (await client.Get(at + "/diff?from=1&to=2")).Is(200);
        Assert.Equal(["targets"], Changed(targets));
        Assert.Equal(("firstAction", "chat", "PT10M"), (targets.Text("targetsAdded.0.metric"), targets.Text("targetsAdded.0.channel"), targets.Text("targetsAdded.0.target")));
        Assert.Equal("approval", Assert.Single(targets.Body!["targetsRemoved"]!.AsArray())!["metric"]!.GetValue<string>());
        Assert.Single(targets.Body["targetsChanged"]!.AsArray());
        Assert.Equal(("PT1H", "PT2H"), (targets.Text("targetsChanged.0.before.target"), targets.Text("targetsChanged.0.after.target")));
        var last = (await client.Get(at + "/diff")).Is(200);
        Assert.Equal((2, 3), (last.Find("from")!.GetValue<int>(), last.Find("to")!.GetValue<int>()));
        Assert.Equal(["name", "rank", "appliesTo", "rungs"], Changed(last));
        Assert.Equal(("Rank 10", "New", "gold", "lead"), (last.Text("before.name"), last.Text("after.name"), last.Text("after.appliesTo.tiers.0"), last.Text("after.rungs.0.to")));
        Assert.Equal(["name", "rank", "appliesTo", "targets", "rungs"], Changed((await client.Get(at + "/diff?from=1")).Is(200)));
        Assert.Equal("PT1H", (await client.Get(at + "/diff?from=2&to=1")).Is(200).Text("targetsChanged.0.after.target"));
        (await client.Get(at + "/diff?from=1&to=4")).IsProblem(404, "policy.version_unknown");
        (await client.Get(at + "/diff?from=0")).IsInvalid("/from", "too_small");
        (await client.Get(at + "/diff?since=1")).Is(422);
        (await client.Get("/v1/policies/policy_01j00000000000000000000000/diff")).IsProblem(404, "policy.not_found");

        static string[] Changed(Answer diff) => [.. diff.Body!["changed"]!.AsArray().Select(c => c!.GetValue<string>())];
    }

    [Fact]
    public async Task A_version_takes_effect_no_earlier_than_the_one_before_it()
    {
        var client = (await Host.NewTenant()).Administrator;
        var first = await client.EstablishPolicyPreset("standard");
        var at = "/v1/policies/" + first.Id;
        var (made, soon, later) = (DateTimeOffset.Parse(first.Text("effectiveFrom"), null), Host.Clock.GetUtcNow().AddDays(1), Host.Clock.GetUtcNow().AddDays(2));
        (await client.Patch(at, new { rank = 1, effectiveFrom = made.AddMilliseconds(-1) }, "*")).IsProblem(422, "effective_from_before_version")
            .IsInvalid("/effectiveFrom", "effective_from_before_version");
        (await client.Patch(at, new { rank = 2, effectiveFrom = later }, "*")).Is(200);
        // Now is before what is planned, so it has to be said what becomes of the plan.
        (await client.Patch(at, new { rank = 3 }, "*")).IsProblem(422, "effective_from_before_version");
        (await client.Patch(at, new { rank = 3, effectiveFrom = soon }, "*", ("Accept-Language", "fa"))).IsProblem(422, "effective_from_before_version");
        (await client.Patch(at, new { rank = 4, effectiveFrom = later }, "*")).Is(200);
        (await client.Patch(at, new { effectiveFrom = "2200-01-01T00:00:00Z" }, "*")).IsInvalid("/effectiveFrom", "instant_out_of_range");
        Assert.Equal([3, 2, 1], (await client.Get(at + "/versions")).Rows.Select(r => r!["number"]!.GetValue<int>()));
        // The one that was planned first never is in force: of two for the same instant the newer is.
        var choice = (await client.Post("/v1/policies/choice", new { subject = "request", metric = "firstAction", at = later })).Is(200);
        Assert.Equal((3, 4), (choice.Find("policyVersion")!.GetValue<int>(), choice.Find("considered.0.rank")!.GetValue<int>()));
    }

    [Fact]
    public async Task Refuses_what_makes_no_policy()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishPolicyPreset("standard");
        var at = "/v1/policies/" + made.Id;
        (await client.Patch(at, new { targets = Array.Empty<object>() }, made.ETag)).IsInvalid("/targets", "required");
        (await client.Patch(at, new { targets = (object?)null }, made.ETag)).IsInvalid("/targets", "required");
        (await client.Patch(at, new { targets = new[] { PolicySteps.Target("firstAction", "PT0S") } }, made.ETag)).IsInvalid("/targets/0/target", "target_not_positive");
        (await client.Patch(at, new { targets = new[] { PolicySteps.Target("firstAction", "PT1H"), PolicySteps.Target("firstAction", "PT1H") } }, made.ETag))
            .IsInvalid("/targets/1", "target_repeated");
        (await client.Patch(at, new { rungs = new[] { new { percent = 2, to = "lead" }, new { percent = 1, to = "owner" } } }, made.ETag)).IsInvalid("/rungs/1/percent", "rungs_unordered");
        (await client.Patch(at, new { appliesTo = new { tiers = new[] { "?" } } }, made.ETag)).IsInvalid("/appliesTo/tiers/0", "format_invalid");
        (await client.Patch(at, new { rank = 2000 }, made.ETag)).IsInvalid("/rank", "out_of_range");
        (await client.Patch(at, new { name = "" }, made.ETag)).IsInvalid("/name", "required");
        (await client.Patch(at, new { preset = "key" }, made.ETag)).IsInvalid("/preset", "member_unknown");
        Assert.Equal(made.ETag, (await client.Get(at)).ETag);
    }

    [Fact]
    public async Task A_retired_one_changes_no_more_and_its_versions_stay()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishPolicyPreset("key");
        var at = "/v1/policies/" + made.Id;
        (await client.Delete(at)).IsProblem(428, "if_match_required");
        (await client.Delete(at, "\"7\"")).IsProblem(412, "stale_version");
        (await client.Delete(at, made.ETag)).Is(204);
        (await client.Delete(at, made.ETag)).Is(204);
        (await client.Patch(at, new { rank = 1 }, "*")).IsProblem(409, "policy.retired");
        Assert.Empty((await client.Get("/v1/policies?retired=false")).Rows);
        Assert.Single((await client.Get("/v1/policies?retired=true")).Rows);
        Assert.NotNull((await client.Get(at)).Is(200).Find("retiredAt"));
        Assert.Equal(2, (await client.Get(at + "/versions")).Rows.Count);
        Assert.Null((await client.Get(at + "/versions/1")).Is(200).Find("retiredAt"));
        Assert.NotNull((await client.Get(at + "/diff")).Is(200).Find("after.retiredAt"));
    }
}
