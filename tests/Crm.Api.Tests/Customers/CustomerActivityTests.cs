using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.KeyAccounts;
using static Crm.Api.Tests.Interactions.InteractionSteps;

namespace Crm.Api.Tests.Customers;

public sealed class WatchCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S4-INTERNAL-1")]
    public async Task Tells_watchers_of_what_is_recorded_and_not_of_what_is_private()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var (sara, _) = await tenant.Employ("Sara");
        var watching = (await tenant.Administrator.Put($"/v1/customers/{customer}/watchers/{sara}", "")).Is(200);
        Assert.Equal(watching.Raw, (await tenant.Administrator.Put($"/v1/customers/{customer}/watchers/{sara}", "")).Is(200).Raw);
        Assert.Equal("Sara", Assert.Single((await tenant.Administrator.Get($"/v1/customers/{customer}/watchers")).Is(200).Rows)!["name"]!.GetValue<string>());
        var seen = await tenant.Record(customer);
        await tenant.Record(customer, 5, ("visibility", "private"));
        var told = Assert.Single(await tenant.Events("customer.watched_activity"));
        Assert.Contains(seen.Id, told, StringComparison.Ordinal);
        Assert.Contains(sara, told, StringComparison.Ordinal);
        (await tenant.Administrator.Delete($"/v1/customers/{customer}/watchers/{sara}")).Is(204);
        (await tenant.Administrator.Delete($"/v1/customers/{customer}/watchers/{sara}")).Is(204);
        Assert.Empty((await tenant.Administrator.Get($"/v1/customers/{customer}/watchers")).Is(200).Rows);
        await tenant.Record(customer);
        Assert.Single(await tenant.Events("customer.watched_activity"));
    }

    [Fact]
    public async Task Knows_no_strangers()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var (mine, theirs) = (await tenant.NewCustomer(), await other.NewCustomer());
        var (sara, _) = await tenant.Employ("Sara");
        var (stranger, _) = await other.Employ("Stranger");
        (await tenant.Administrator.Put($"/v1/customers/{mine}/watchers/{stranger}", "")).IsProblem(404, "staff.not_found");
        (await tenant.Administrator.Put($"/v1/customers/{theirs}/watchers/{sara}", "")).IsProblem(404, "customer.not_found");
        (await tenant.Administrator.Get($"/v1/customers/{theirs}/watchers")).IsProblem(404, "customer.not_found");
        (await tenant.Administrator.Delete($"/v1/customers/{theirs}/watchers/{sara}")).IsProblem(404, "customer.not_found");
    }
}

public sealed class GetTimelineTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S5-360-1")]
    public async Task Neither_repeats_nor_skips_while_others_write()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var begun = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 12; i++)
        {
            begun.Add((await tenant.Record(customer, i / 3)).Id);
        }
        var read = new List<string>();
        string? next = null;
        do
        {
            var page = (await tenant.Administrator.Get($"/v1/customers/{customer}/timeline?limit=2&type=interaction.recorded" + (next is null ? "" : "&cursor=" + next))).Is(200);
            read.AddRange(page.Rows.Select(r => r!["resourceId"]!.GetValue<string>()));
            next = page.Body!["next"]?.GetValue<string>();
            await tenant.Record(customer, 0);
            await tenant.Record(customer, 1);
            await tenant.Record(customer, 600);
        }
        while (next is not null && read.Count < 100);
        Assert.Equal(read.Count, read.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(begun.Except(read, StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "S5-360-1")]
    public async Task Shows_what_happened_latest_first_by_type_and_time()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        await tenant.Record(customer, 60, ("subject", "دیر رسید"), ("emotionAtStart", "annoyed"));
        var address = $"/v1/customers/{customer}/timeline";
        var all = (await tenant.Administrator.Get(address)).Is(200);
        Assert.Equal(["customer.registered", "interaction.recorded"], all.Rows.Select(r => r!["type"]!.GetValue<string>()));
        Assert.Equal(("دیر رسید", "annoyed"), (all.Text("data.1.summary.subject"), all.Text("data.1.summary.emotionAtStart")));
        Assert.Equal(customer, all.Text("data.0.resourceId"));
        Assert.Single((await tenant.Administrator.Get(address + "?type=customer.registered,x.y")).Is(200).Rows);
        Assert.Single((await tenant.Administrator.Get(address + "?from=" + At(-5))).Is(200).Rows);
        Assert.Single((await tenant.Administrator.Get(address + "?to=" + At(-5))).Is(200).Rows);
        Assert.Empty((await tenant.Administrator.Get(address + "?type=none")).Is(200).Rows);
        Assert.DoesNotContain("summary", (await tenant.Administrator.Get(address + "?fields=id,at")).Is(200).Raw, StringComparison.Ordinal);
        (await tenant.Administrator.Get(address + "?limit=0")).IsProblem(422, "limit_out_of_range");
        (await tenant.Administrator.Get(address + "?cursor=abc")).IsProblem(422, "cursor_invalid");
        var (_, narrow) = await tenant.Employ("Narrow", null, "customers:read");
        Assert.Equal("customer.registered", Assert.Single((await narrow.Get(address)).Is(200).Rows)!["type"]!.GetValue<string>());
        (await (await Host.NewTenant()).Administrator.Get(address)).IsProblem(404, "customer.not_found");
    }
}

public sealed class BriefOnCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S4-UNIQ-1")]
    public async Task Says_what_to_know_before_a_contact()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var (sara, _) = await tenant.Employ("Sara");
        var customer = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "Maryam", familyName = "احمدی", honorific = "خانم", ownerId = sara })).Is(201).Id;
        const int Day = 24 * 60;
        var promised = await tenant.Record(customer, 90 * Day, ("followUp", new { on = "2026-01-02", note = "send it" }), ("subject", "old"));
        var kept = await tenant.Record(customer, 20 * Day, ("followUp", new { on = "2026-01-02", note = "done" }));
        await tenant.Record(customer, 3 * Day, ("staffId", sara), ("closesFollowUpOfId", kept.Id));
        await tenant.Record(customer, 60, ("endedAt", At(-50)), ("emotionAtStart", "annoyed"), ("emotionAtEnd", "furious"), ("outcome", "dropped"));
        var briefing = (await tenant.Administrator.Get($"/v1/customers/{customer}/briefing")).Is(200);
        var body = briefing.Body!;
        Assert.Equal(("خانم احمدی", "fa-IR", "formal", "prospect"), (briefing.Text("addressAs"), briefing.Text("language"), briefing.Text("formality"), briefing.Text("lifecycle")));
        Assert.Equal(("Sara", sara), (briefing.Text("owner.name"), briefing.Text("owner.id")));
        Assert.Equal((90, 0, 3), (body["tenureDays"]!.GetValue<int>(), body["daysSinceLastContact"]!.GetValue<int>(), body["contactsInLast30Days"]!.GetValue<int>()));
        Assert.Equal(["endedAngry", "contactDropped", "followUpOverdue"], body["warnings"]!.AsArray().Select(w => w!.GetValue<string>()));
        Assert.Equal(3, body["lastInteractions"]!.AsArray().Count);
        Assert.Equal("furious", briefing.Text("lastInteractions.0.emotionAtEnd"));
        Assert.Equal(sara, Assert.Single(body["spokeRecently"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal(promised.Id, Assert.Single(body["openFollowUps"]!.AsArray())!["interactionId"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Requirement", "S4-UNIQ-1")]
    public async Task Tells_everybody_who_spoke_to_the_customer_this_week_and_when_the_owner_last_did()
    {
        var tenant = await Host.NewTenant();
        var (owner, _) = await tenant.Employ("Owner");
        var customer = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "Maryam", ownerId = owner })).Is(201).Id;
        await tenant.Record(customer, 40 * 24 * 60, ("staffId", owner));
        await tenant.Record(customer, 30 * 24 * 60, ("staffId", owner), ("subject", "the last of the owner"));
        await tenant.Record(customer, 8 * 24 * 60, ("staffId", (await tenant.Employ("Before")).Id));
        for (var day = 6; day > 0; day--)
        {
            await tenant.Record(customer, day * 24 * 60, ("staffId", (await tenant.Employ("Day " + day)).Id));
        }
        var briefing = (await tenant.Administrator.Get($"/v1/customers/{customer}/briefing")).Is(200);
        Assert.Equal(["Day 1", "Day 2", "Day 3", "Day 4", "Day 5", "Day 6"], briefing.Find("spokeRecently")!.AsArray().Select(s => s!["name"]!.GetValue<string>()));
        Assert.Equal(["Day 1", "Day 2", "Day 3"], briefing.Find("lastInteractions")!.AsArray().Select(i => i!["staff"]!.GetValue<string>()));
        Assert.Equal(30, (DateTimeOffset.UtcNow - briefing.Find("owner.lastAt")!.GetValue<DateTimeOffset>()).Days);
    }

    [Fact]
    [Trait("Requirement", "S4-KEY-1")]
    public async Task Tells_the_own_designation_before_that_of_an_organisation_and_to_who_may_know()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var organisation = await client.NewOrganisation();
        var person = await tenant.Buyer(organisation);
        var address = $"/v1/customers/{person}/briefing";
        Assert.Null((await client.Get(address)).Is(200).Find("keyAccount"));
        await tenant.Designate(organisation, tier: "gold");
        Assert.Equal(("gold", "Pars Steel"), (await client.Get(address)).Is(200) is var through ? (through.Text("keyAccount.tier"), through.Text("keyAccount.organisation")) : default);
        await tenant.Designate(person, tier: "silver");
        var own = (await client.Get(address)).Is(200);
        Assert.Equal("silver", own.Text("keyAccount.tier"));
        Assert.Null(own.Find("keyAccount.organisation"));
        var (_, narrow) = await tenant.Employ("Narrow", null, "customers:read");
        Assert.Null((await narrow.Get(address)).Is(200).Find("keyAccount"));
    }

    [Fact]
    [Trait("Requirement", "S4-UNIQ-1")]
    [Trait("Requirement", "S3-FUTURE-1")]
    public async Task Tells_what_makes_the_customer_unique_and_what_they_will_need()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var customer = await tenant.NewCustomer();
        var (_, sara) = await tenant.Employ("Sara");
        var (_, omid) = await tenant.Employ("Omid");
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(3.5));
        for (var i = 0; i < 7; i++)
        {
            await Fact("fact", "fact " + i);
        }
        await Fact("preference", "چای بدون شکر");
        await Fact("story", "grew up in Rasht");
        await Fact("anniversary", "passed", today.AddDays(-1).ToString("--MM-dd", null));
        await Fact("anniversary", "wedding", "2001-" + today.AddDays(1).ToString("MM-dd", null));
        await Fact("birthday", "born", "1980-" + today.AddDays(2).ToString("MM-dd", null));
        var gone = await Fact("anniversary", "taken away", today.ToString("--MM-dd", null));
        (await sara.Delete($"/v1/customers/{customer}/facts/{gone.Id}", gone.ETag)).Is(204);
        (await sara.Post($"/v1/customers/{customer}/facts", new { kind = "fact", text = "between us", @private = true })).Is(201);
        await Need(new { text = "some day" });
        await Need(new { text = "a van", expectedMonth = "2099-04" });
        await Need(new { text = "late", expectedOn = "2020-01-01" });
        await Need(new { text = "met", status = "met" });

        var briefing = (await omid.Get($"/v1/customers/{customer}/briefing")).Is(200);
        var facts = briefing.Find("facts")!.AsArray().Select(f => f!["text"]!.GetValue<string>()).ToList();
        Assert.Equal(["چای بدون شکر", "grew up in Rasht", "fact 6", "fact 5", "fact 4", "fact 3"], facts);
        Assert.Equal(("wedding", today.AddDays(1).ToString("yyyy-MM-dd", null)), (briefing.Text("anniversaries.0.text"), briefing.Text("anniversaries.0.nextOn")));
        Assert.Equal(["wedding", "born", "passed"], briefing.Find("anniversaries")!.AsArray().Select(f => f!["text"]!.GetValue<string>()));
        Assert.Equal(["late", "a van", "some day"], briefing.Find("needs")!.AsArray().Select(f => f!["text"]!.GetValue<string>()));
        Assert.Equal([true, false, false], briefing.Find("needs")!.AsArray().Select(f => f!["overdue"]!.GetValue<bool>()));
        Assert.Equal(("2020-01-01", "2099-04"), (briefing.Text("needs.0.expectedOn"), briefing.Text("needs.1.expectedMonth")));
        Assert.Equal("between us", (await sara.Get($"/v1/customers/{customer}/briefing")).Text("facts.1.text"));

        async Task<Answer> Fact(string kind, string text, string? date = null) => (await sara.Post($"/v1/customers/{customer}/facts", new { kind, text, date })).Is(201);
        async Task Need(object need) => (await sara.Post($"/v1/customers/{customer}/needs", need)).Is(201);
    }

    [Fact]
    [Trait("Requirement", "S4-ALL-1")]
    public async Task Warns_first_of_a_wish_to_be_left_alone_and_tells_the_consents_in_force()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var customer = await tenant.NewCustomer();
        await tenant.Record(customer, 60, ("endedAt", At(-50)), ("emotionAtStart", "annoyed"), ("emotionAtEnd", "furious"));
        await Decide("marketing", "email", "granted");
        await Decide("marketing", null, "withdrawn");
        await Decide("marketing", "phone", "granted");
        await Decide("survey", "email", "granted");
        (await client.Put($"/v1/customers/{customer}/do-not-contact", new { reason = "not at work", channels = new[] { "phone" } }, "*")).Is(200);

        var briefing = (await client.Get($"/v1/customers/{customer}/briefing")).Is(200);
        Assert.Equal(["doNotContact", "endedAngry"], briefing.Find("warnings")!.AsArray().Select(w => w!.GetValue<string>()));
        Assert.Equal(("not at work", "phone"), (briefing.Text("doNotContact.reason"), briefing.Text("doNotContact.channels.0")));
        Assert.Equal(
            ["marketing  withdrawn", "marketing phone granted", "marketing email withdrawn", "survey email granted"],
            briefing.Find("consents")!.AsArray().Select(c => $"{c!["purpose"]} {c["channel"]} {c["decision"]}"));
        var current = (await client.Get($"/v1/customers/{customer}/consents/current")).Is(200);
        Assert.Equal(current.Find("consents")!.ToJsonString(), briefing.Find("consents")!.ToJsonString());

        async Task Decide(string purpose, string? channel, string decision) =>
            (await client.Post($"/v1/customers/{customer}/consents", new { purpose, channel, decision })).Is(201);
    }

    [Fact]
    public async Task Knows_a_newcomer_and_no_stranger()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var briefing = (await tenant.Administrator.Get($"/v1/customers/{customer}/briefing")).Is(200);
        Assert.Null(briefing.Body!["lastContactAt"]);
        Assert.Equal(0, briefing.Body["tenureDays"]!.GetValue<int>());
        (await (await Host.NewTenant()).Administrator.Get($"/v1/customers/{customer}/briefing")).IsProblem(404, "customer.not_found");
        await tenant.Administrator.Delete("/v1/customers/" + customer, "*");
        (await tenant.Administrator.Get($"/v1/customers/{customer}/briefing")).IsProblem(404, "customer.not_found");
        (await tenant.Administrator.Get($"/v1/customers/{customer}/timeline")).IsProblem(404, "customer.not_found");
        (await tenant.Administrator.Post("/v1/interactions", Call(customer))).IsInvalid("/customerId", "reference_unknown");
    }
}
