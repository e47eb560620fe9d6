using System.Xml;

namespace Crm.Api.Tests.Policies;

[Trait("Requirement", "S3-SPEED-2")]
public sealed class ChoosePolicyTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Online_is_faster_than_post_and_key_customers_are_faster_than_others()
    {
        var client = (await Host.NewTenant()).Administrator;
        // Nothing is said, so the built-in times hold.
        var builtIn = await client.Choose("firstResponse", "chat");
        Assert.Equal((null, "PT15M"), builtIn.Chosen());
        Assert.Null(builtIn.Find("policyVersion"));
        Assert.Equal(4, builtIn.Body!["rungs"]!.AsArray().Count);
        var (standard, key) = (await client.EstablishPolicyPreset("standard"), await client.EstablishPolicyPreset("key"));
        foreach (var customerClass in new[] { null, "usual", "key" })
        {
            var lengths = new List<TimeSpan>();
            foreach (var channel in new[] { "chat", "email", "post" })
            {
                var (policy, target) = (await client.Choose("firstResponse", channel, null, customerClass)).Chosen();
                Assert.Equal(customerClass == "key" ? key.Id : standard.Id, policy);
                lengths.Add(XmlConvert.ToTimeSpan(target));
            }
            Assert.True(lengths[0] < lengths[1] && lengths[1] < lengths[2]);
        }
        var (slow, fast) = (await client.Choose("resolutionTotal"), await client.Choose("resolutionTotal", customerClass: "key"));
        Assert.Equal(("PT60H", "PT30H"), (slow.Text("target.target"), fast.Text("target.target")));
        // Every kind of clock of a service is there, whichever policy it is.
        foreach (var metric in new[] { "acknowledgement", "firstHumanContact", "firstAction", "nextResponse", "periodicUpdate", "resolutionFirst", "approval", "executiveAnswer" })
        {
            Assert.Equal(key.Id, (await client.Choose(metric, customerClass: "key")).Chosen().Policy);
        }
    }

    [Fact]
    public async Task The_matrix_chooses_by_rank_and_within_a_policy_by_what_is_most_specific()
    {
        var client = (await Host.NewTenant()).Administrator;
        var gold = await client.EstablishPolicy(10, new { tiers = new[] { "gold" }, subjects = new[] { "complaint" } }, PolicySteps.Target("firstResponse", "PT1M", "chat"));
        var usual = await client.EstablishPolicy(20, null,
            PolicySteps.Target("firstResponse", "PT10M"), PolicySteps.Target("firstResponse", "PT9M", "chat"), PolicySteps.Target("firstResponse", "PT8M", null, "urgent"),
            PolicySteps.Target("firstResponse", "PT7M", "chat", "urgent"), PolicySteps.Target("nextResponse", "P1D"));
        var last = await client.EstablishPolicy(30, null, PolicySteps.Target("firstResponse", "PT3H"), PolicySteps.Target("approval", "PT2H"));
        Assert.Equal((gold.Id, "PT1M"), (await client.Choose("firstResponse", "chat", "urgent", tier: "gold")).Chosen());
        Assert.Equal((usual.Id, "PT7M"), (await client.Choose("firstResponse", "chat", "urgent", tier: "gold", subject: "request")).Chosen());
        Assert.Equal((usual.Id, "PT10M"), (await client.Choose("firstResponse", "email", tier: "gold")).Chosen());
        Assert.Equal((usual.Id, "PT8M"), (await client.Choose("firstResponse", "post", "urgent")).Chosen());
        Assert.Equal((usual.Id, "PT9M"), (await client.Choose("firstResponse", "chat", "low")).Chosen());
        Assert.Equal((usual.Id, "PT24H"), (await client.Choose("nextResponse")).Chosen());
        Assert.Equal((last.Id, "PT2H"), (await client.Choose("approval", tier: "gold")).Chosen());
        Assert.Equal((null, "PT40H"), (await client.Choose("resolutionFirst")).Chosen());

        var explained = await client.Choose("firstResponse", "chat", "urgent");
        Assert.Equal(["tierOther", "chosen", "rankedBehind"], explained.Outcomes());
        Assert.Equal(["PT8M", "PT9M", "PT10M"], explained.Body!["passedOver"]!.AsArray().Select(t => t!["target"]!.GetValue<string>()));
        Assert.Equal(1, explained.Find("policyVersion")!.GetValue<int>());
        Assert.Equal(["noTarget", "noTarget", "chosen"], (await client.Choose("approval", tier: "gold")).Outcomes());
        // A promise is due when was agreed, and no policy speaks of it.
        var promise = await client.Choose("commitment", subject: "commitment");
        Assert.Null(promise.Find("target"));
        Assert.Equal(["subjectOther", "noTarget", "noTarget"], (await client.Choose("commitment", tier: "gold", subject: "commitment")).Outcomes());
    }

    [Fact]
    [Trait("Requirement", "S4-POLICY-1")]
    public async Task A_version_of_later_is_not_chosen_before_it_takes_effect()
    {
        using var own = CrmHost.With();
        var client = (await own.NewTenant()).Administrator;
        var now = own.Clock.GetUtcNow();
        var policy = await client.EstablishPolicy(10, null, PolicySteps.Target("firstAction", "PT1H"));
        var planned = (await client.Patch("/v1/policies/" + policy.Id, new { targets = new[] { PolicySteps.Target("firstAction", "PT2H") }, effectiveFrom = now.AddDays(7) }, policy.ETag)).Is(200);
        Assert.Equal("PT2H", planned.Text("targets.0.target"));
        Assert.Equal((policy.Id, "PT1H"), (await client.Choose("firstAction")).Chosen());
        Assert.Equal((policy.Id, "PT1H"), (await client.Choose("firstAction", at: Text(now.AddDays(7).AddSeconds(-1)))).Chosen());
        Assert.Equal((policy.Id, "PT2H"), (await client.Choose("firstAction", at: Text(now.AddDays(7)))).Chosen());
        // Before the first version there was no policy.
        var before = await client.Choose("firstAction", at: Text(now.AddDays(-1)));
        Assert.Equal((null, "PT30M"), before.Chosen());
        Assert.Equal(["notYetInForce"], before.Outcomes());
        own.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        var after = await client.Choose("firstAction");
        Assert.Equal((policy.Id, "PT2H"), after.Chosen());
        Assert.Equal(2, after.Find("policyVersion")!.GetValue<int>());
    }

    [Fact]
    public async Task A_retired_policy_is_chosen_no_more()
    {
        var client = (await Host.NewTenant()).Administrator;
        var policy = await client.EstablishPolicy(10, null, PolicySteps.Target("firstAction", "PT1H"));
        Assert.Equal((policy.Id, "PT1H"), (await client.Choose("firstAction")).Chosen());
        (await client.Delete("/v1/policies/" + policy.Id, policy.ETag)).Is(204);
        var choice = await client.Choose("firstAction");
        Assert.Equal((null, "PT30M"), choice.Chosen());
        Assert.Empty(choice.Outcomes());
    }

    [Fact]
    public async Task Refuses_facts_that_are_none_and_stores_nothing()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        (await client.Post("/v1/policies/choice", new { metric = "firstAction" })).IsInvalid("/subject", "required");
        (await client.Post("/v1/policies/choice", new { subject = "complaint", metric = "speed" })).IsInvalid("/metric", "type_invalid");
        (await client.Post("/v1/policies/choice", new { subject = "complaint", metric = "firstAction", tier = new string('x', 51) })).IsInvalid("/tier", "too_long");
        (await client.Post("/v1/policies/choice", new { subject = "complaint", metric = "firstAction", at = "2500-01-01T00:00:00Z" })).IsInvalid("/at", "instant_out_of_range");
        Assert.Empty((await client.Get("/v1/policies")).Is(200).Rows);
        // Other tenants' policies are not looked at.
        await client.EstablishPolicyPreset("disp");
        Assert.Empty((await (await Host.NewTenant()).Administrator.Choose("firstAction")).Outcomes());
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
