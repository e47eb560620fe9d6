using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Policies;

namespace Crm.Api.Tests.KeyAccounts;

[Trait("Requirement", "S4-KEY-1")]
public sealed class KeyAccountTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_clock_by_hand_with_a_target_of_its_own_takes_who_is_told_from_the_key_policy()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var customer = await tenant.NewCustomer();
        await tenant.Designate(customer);
        var policy = await client.EstablishPolicy(1, new { customerClasses = new[] { "key" } }, PolicySteps.Target("firstResponse", "PT15M"));
        foreach (var (who, expected) in new[] { (customer, policy.Id), (await tenant.NewCustomer(), null) })
        {
            var clock = (await client.Post("/v1/clocks", new { metric = "firstResponse", target = "PT4H", customerId = who })).Is(201);
            Assert.Equal(("PT4H", expected), (clock.Text("target"), clock.Find("policyId")?.GetValue<string>()));
        }
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-7")]
    public async Task A_promise_is_part_of_the_account_that_its_customer_is_or_acts_for()
    {
        var tenant = await Host.NewTenant();
        var (manager, client) = (await tenant.Employ("Manager")).Id is var id ? (id, tenant.Administrator) : default;
        var organisation = await client.NewOrganisation();
        var (account, buyer) = ((await tenant.Designate(organisation, manager)).Id, await tenant.Buyer(organisation));
        Task<Answer> Promise(string customer) => client.Post("/v1/commitments", new { customerId = customer, text = "قیمت تازه", within = "P1D", responsibleId = manager, keyAccountId = account });
        var promises = new[] { (await Promise(buyer)).Is(201), (await Promise(organisation)).Is(201) };
        Assert.All(promises, p => Assert.Equal(account, p.Text("keyAccountId")));
        (await Promise(await tenant.NewCustomer())).IsInvalid("/keyAccountId", "key_account_unknown");
        (await client.Post("/v1/commitments", new { customerId = buyer, text = "x", within = "P1D", responsibleId = manager })).Is(201);
        Assert.Equal(promises.Select(p => p.Id).Order(StringComparer.Ordinal),
            (await client.Get("/v1/commitments?keyAccountId=" + account)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_turns_out_to_belong_to_a_key_account_goes_on_the_fast_lane()
    {
        var tenant = await Host.NewTenant();
        var (_, agent) = await tenant.Employ("Sara");
        var organisation = await tenant.Administrator.NewOrganisation();
        await tenant.Designate(organisation);
        var buyer = await tenant.Buyer(organisation);
        var filed = (await agent.Post("/v1/complaints", ComplaintSteps.Complaint())).Is(201);
        Assert.Equal("normal", filed.Text("priority"));
        Assert.Equal("high", (await agent.Post($"/v1/complaints/{filed.Id}/customer", new { customerId = buyer })).Is(200).Text("priority"));
        var other = (await agent.Post("/v1/complaints", ComplaintSteps.Complaint())).Is(201);
        Assert.Equal("normal", (await agent.Post($"/v1/complaints/{other.Id}/customer", new { customerId = await tenant.NewCustomer() })).Is(200).Text("priority"));
    }

    [Fact]
    public async Task Designated_with_a_team_revised_reviewed_and_ended_with_its_history_kept()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (customer, manager, next, sponsor) = (await tenant.NewCustomer(), (await tenant.Employ("Ali")).Id, (await tenant.Employ("Sara")).Id, (await tenant.Employ("Chief")).Id);
        var account = await tenant.Designate(customer, manager, others: KeyAccountSteps.Member(sponsor, "executiveSponsor"));
        Assert.Equal(("byHand", manager, sponsor), (account.Text("origin"), account.Text("managerId"), account.Text("sponsorId")));
        var again = (await client.TryDesignate(customer, KeyAccountSteps.Terms([KeyAccountSteps.Member(manager)]))).IsProblem(409, "key_account.exists");
        Assert.Equal(account.Id, again.Text("conflictingId"));
        (await client.Patch("/v1/key-accounts/" + account.Id, new { tier = "platinum" }, null)).IsProblem(428, "if_match_required");
        var revised = (await client.Patch("/v1/key-accounts/" + account.Id, new { team = new[] { KeyAccountSteps.Member(next), KeyAccountSteps.Member(manager, "deputy") } }, account.ETag)).Is(200);
        Assert.Equal((next, null), (revised.Text("managerId"), revised.Find("sponsorId")));
        (await client.Post($"/v1/key-accounts/{account.Id}/reviews", new { reviewOn = "2098-01-01", note = "Still is" })).Is(200);
        var ended = (await client.Post($"/v1/key-accounts/{account.Id}/end", new { reason = "Sold" })).Is(200);
        Assert.NotNull(ended.Find("endedAt"));
        (await client.Post($"/v1/key-accounts/{account.Id}/end", new { reason = "Sold" })).IsProblem(409, "key_account.ended");
        (await client.Patch("/v1/key-accounts/" + account.Id, new { tier = "silver" }, "*")).IsProblem(409, "key_account.ended");
        var events = (await client.Get($"/v1/key-accounts/{account.Id}/history")).Is(200).Body!["events"]!.AsArray();
        Assert.Equal(["designated", "managerChanged", "reviewed", "ended"], events.Select(e => e!["kind"]!.GetValue<string>()));
        Assert.Equal([manager, next, next, next], events.Select(e => e!["managerId"]!.GetValue<string>()));
        Assert.False((await client.Get($"/v1/customers/{customer}/key-account")).Is(200).Find("isKey")!.GetValue<bool>());
        await tenant.Designate(customer, manager);
        Assert.Equal(2, (await client.Get("/v1/key-accounts?customerId=" + customer)).Is(200).Rows.Count);
        Assert.Single((await client.Get("/v1/key-accounts?active=true&managerId=" + manager)).Is(200).Rows);
        var stranger = (await Host.NewTenant()).Administrator;
        (await stranger.Get("/v1/key-accounts/" + account.Id)).IsProblem(404, "key_account.not_found");
        (await stranger.Get($"/v1/key-accounts/{account.Id}/history")).IsProblem(404, "key_account.not_found");
    }

    [Fact]
    public async Task Refuses_two_managers_and_who_left_and_what_does_not_lie_ahead()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (customer, ali, sara) = (await tenant.NewCustomer(), (await tenant.Employ("Ali")).Id, (await tenant.Employ("Sara")).Id);
        Task<Answer> Try(object[] team, object? cadence = null, string reviewOn = KeyAccountSteps.Tomorrow, string tier = "gold") =>
            client.TryDesignate(customer, KeyAccountSteps.Terms(team, tier, cadence, reviewOn));
        var (alis, saras) = (KeyAccountSteps.Member(ali), KeyAccountSteps.Member(sara));
        (await Try([alis, saras])).IsProblem(409, "key_account.two_managers");
        (await Try([KeyAccountSteps.Member(ali, "sales")])).IsInvalid("/terms/team", "account_manager_missing");
        (await Try([alis, KeyAccountSteps.Member(ali, "sales")])).IsInvalid("/terms/team", "account_member_twice");
        (await Try([alis, KeyAccountSteps.Member(sara, "executiveSponsor"), KeyAccountSteps.Member((await tenant.Employ("Reza")).Id, "executiveSponsor")])).IsProblem(409, "key_account.two_sponsors");
        (await Try([alis], reviewOn: "2020-01-01")).IsInvalid("/terms/reviewOn", "review_past");
        (await Try([alis], new { every = "PT1M" })).IsInvalid("/terms/cadence/every", "cadence_invalid");
        (await Try([alis], new { every = "P30D", by = sara })).IsInvalid("/terms/cadence/by", "cadence_by_stranger");
        (await Try([alis], tier: "Gold Tier")).Is(422);
        (await Try([alis, KeyAccountSteps.Member("staff_01j00000000000000000000000", "sales")])).IsProblem(409, "key_account.member_left");
        (await client.Patch("/v1/staff/" + sara, new { active = false }, "*")).Is(200);
        (await Try([alis, KeyAccountSteps.Member(sara, "executiveSponsor")])).IsProblem(409, "key_account.sponsor_left");
        (await client.TryDesignate("customer_01j00000000000000000000000", KeyAccountSteps.Terms([alis]))).IsInvalid("/customerId", "reference_unknown");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Try([alis]))));
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsProblem(409, "key_account.exists"));
    }

    [Fact]
    public async Task Criteria_are_previewed_before_they_act_and_act_on_no_others()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (first, manager) = (await client.NewOrganisation("A"), (await tenant.Employ("Ali")).Id);
        var second = await client.NewOrganisation("B");
        await tenant.Designate(first, manager);
        var rule = new { all = new[] { new { any = new[] { new { fact = "tag", values = new[] { "steel" } } } } } };
        var preview = (await client.Post("/v1/key-accounts:preview", new { rule })).Is(200);
        Assert.Equal((1, second), (preview.Find("count")!.GetValue<int>(), preview.Body!["customers"]![0]!["id"]!.GetValue<string>()));
        var third = await client.NewOrganisation("C");
        var terms = KeyAccountSteps.Terms([KeyAccountSteps.Member(manager)], "silver");
        (await client.Post("/v1/key-accounts:designate", new { rule, expected = 1, terms })).IsProblem(409, "key_account.preview_outdated");
        var made = (await client.Post("/v1/key-accounts:designate", new { rule, expected = 2, terms })).Is(200);
        Assert.Equal([second, third], made.Body!["data"]!.AsArray().Select(k => k!["customerId"]!.GetValue<string>()));
        Assert.All(made.Body!["data"]!.AsArray(), k => Assert.Equal("byCriteria", k!["origin"]!.GetValue<string>()));
        (await client.Post("/v1/key-accounts:designate", new { rule, expected = 2, terms })).IsProblem(409, "key_account.preview_outdated");
        (await client.Post("/v1/key-accounts:preview", new { rule = new { all = Array.Empty<object>() } })).IsProblem(409, "segment.matches_everyone");
        var silver = (await client.Post("/v1/segments:examine", new { rule = new { all = new[] { new { any = new[] { new { fact = "keyTier", values = new[] { "silver" } } } } } } })).Is(200);
        Assert.Equal(2, silver.Find("count")!.GetValue<int>());
    }

    [Fact]
    public async Task A_buyer_inherits_the_account_and_their_matters_take_its_policy_and_its_manager()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var key = await client.EstablishPolicy(1, new { customerClasses = new[] { "key" }, tiers = new[] { "gold" } },
            PolicySteps.Target("firstResponse", "PT30M"), PolicySteps.Target("commitment", "PT1H"), PolicySteps.Target("callback", "PT1H"));
        await client.EstablishPolicy(2, null, PolicySteps.Target("firstResponse", "PT8H"));
        var organisation = await client.NewOrganisation();
        var buyer = await tenant.Buyer(organisation);
        var (manager, other) = ((await tenant.Employ("Ali")).Id, (await tenant.Employ("Sara")).Id);
        await tenant.Designate(organisation, manager);
        var standing = (await client.Get($"/v1/customers/{buyer}/key-account")).Is(200);
        Assert.Equal((true, organisation, "gold"), (standing.Find("isKey")!.GetValue<bool>(), standing.Text("inheritedFrom"), standing.Text("tier")));

        async Task<string?> PolicyOf(string subject, string metric)
        {
            var clock = (await client.Get($"/v1/clocks?metric={metric}&subject={subject}")).Is(200).Rows[0]!["id"]!.GetValue<string>();
            return (await client.Get("/v1/clocks/" + clock)).Is(200).Find("policyId")?.GetValue<string>();
        }
        var complaint = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", buyer)))).Is(201);
        Assert.Equal((manager, "high"), (complaint.Text("ownerId"), complaint.Text("priority")));
        Assert.Equal(key.Id, await PolicyOf(complaint.Id, "firstResponse"));
        var usual = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", await tenant.NewCustomer()), ("ownerId", other)))).Is(201);
        Assert.Equal("normal", usual.Text("priority"));
        Assert.NotEqual(key.Id, await PolicyOf(usual.Id, "firstResponse"));
        var promise = await tenant.Promise(customerId: buyer, responsibleId: other);
        Assert.Equal(key.Id, await PolicyOf(promise.Id, "commitment"));
        // About the account manager somebody else answers.
        var about = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", buyer), ("target", "person"), ("targetStaffId", manager)))).Is(201);
        Assert.NotEqual(manager, about.Text("ownerId"));
        (await client.Patch("/v1/staff/" + manager, new { active = false }, "*")).Is(200);
        Assert.NotEqual(manager, (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", buyer)))).Is(201).Text("ownerId"));
    }
}
