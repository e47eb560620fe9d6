using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;

namespace Crm.Api.Tests.Gestures;

/// <summary>Gestures by rule: found on their day, weighed, given once.</summary>
[Trait("Requirement", "S5-APPREC-1")]
public sealed class StandingGestureTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task On_a_birthday_points_are_given_once_by_the_rule_and_who_gets_nothing_is_told_why()
    {
        using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var client = tenant.Administrator;
        (await client.Put("/v1/gesture-rules", new { cooldownDays = 30, budgets = Array.Empty<object>() }, "*")).Is(200);
        var (programme, tomorrow) = ((await tenant.Establish()).Id, own.Day(1));
        var (happy, silent, thanked, stranger, erased, hidden) = (await Born(), await Born(), await Born(), await Born(false), await Born(), await tenant.NewCustomer());
        await tenant.Enrol(programme, hidden);
        var (_, sara) = await tenant.Employ("Sara");
        (await sara.Post($"/v1/customers/{hidden}/facts", new { kind = "birthday", text = "?", date = "--" + tomorrow[5..], @private = true })).Is(201);
        (await client.Put($"/v1/customers/{silent}/do-not-contact", new { reason = "Leave me alone" }, "*")).Is(200);
        (await client.Post("/v1/gestures", new { customerId = thanked, kind = "note", occasion = "thanks" })).Is(201);
        (await client.Post($"/v1/customers/{erased}/erasure", new { reason = "customerRequest" })).Is(200);
        var rule = (await Rule(tenant, new { name = "Birthday", trigger = "birthday", kind = "points", points = 50, programmeId = programme })).Is(201).Id;

        (string, string, string?)[] expected = [(happy, "given", null), (silent, "leftOut", "wishesNoContact"), (thanked, "leftOut", "cooldown")];
        Assert.Equal(expected.Order(), Rows(await Preview(tenant, rule, tomorrow)));
        Assert.Empty(await Occasions(tenant, rule));
        await own.NextNight();
        Assert.Equal(expected.Order(), await Occasions(tenant, rule));
        await own.Ring();
        await own.NextNight();
        Assert.Equal(expected.Order(), await Occasions(tenant, rule));

        var given = (await client.Get("/v1/gestures?standingGestureId=" + rule)).Is(200).Rows[0]!;
        Assert.Equal(("birthday", 50L), (given["occasion"]!.GetValue<string>(), await tenant.Available(given["memberId"]!.GetValue<string>())));
        var audit = (await client.Get("/v1/audit?resourceId=" + given["id"])).Is(200).Rows[0]!;
        Assert.Equal(rule, audit["credentialId"]!.GetValue<string>());
        // Another date in the same year is no second birthday.
        var fact = (await client.Get($"/v1/customers/{happy}/facts")).Is(200).Rows[0]!["id"]!.GetValue<string>();
        (await client.Patch($"/v1/customers/{happy}/facts/{fact}", new { date = own.Day(1) }, "*")).Is(200);
        await own.NextNight();
        Assert.Equal(3, (await Occasions(tenant, rule)).Length);
        await tenant.Audit(programme);

        async Task<string> Born(bool member = true)
        {
            var customer = await tenant.NewCustomer();
            await Birthday(tenant, customer, "1980-" + tomorrow[5..]);
            await (member ? tenant.Enrol(programme, customer) : Task.CompletedTask);
            return customer;
        }
    }

    [Fact]
    public async Task A_day_with_more_than_a_slice_gives_each_once_within_the_budget_and_begins_again_where_it_stopped()
    {
        using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var day = "--" + own.Day(1)[5..];
        await Task.WhenAll(Enumerable.Range(0, 120).Select(async _ => await Birthday(tenant, await tenant.NewCustomer(), day)));
        var rule = (await Rule(tenant, new { name = "Card", trigger = "birthday", kind = "note", budget = new { period = "month", gestures = 110 } })).Is(201).Id;
        var asking = (await Rule(tenant, new { name = "Flowers", trigger = "birthday", kind = "gift", cost = new { amount = 5, currency = "IRR" }, budget = new { period = "year", gestures = 1 }, whenHindered = "askApproval" })).Is(201).Id;
        // Two workers at once, and again after a crash that lost nothing.
        own.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(own.Ring(), own.Ring());
        await own.Ring();
        var occasions = await Occasions(tenant, rule);
        Assert.Equal((120, 110, 10), (occasions.DistinctBy(o => o.Item1).Count(), occasions.Count(o => o.Item2 == "given"), occasions.Count(o => o.Item3 == "overBudget")));
        Assert.Equal((1, 119), ((await Occasions(tenant, asking)).Count(o => o.Item2 == "given"), (await Occasions(tenant, asking)).Count(o => o.Item2 == "asked")));
        Assert.Equal(10, (await tenant.Events("standing_gesture.left_out")).Count);
    }

    [Fact]
    public async Task Days_after_a_complaint_was_solved_or_a_promise_broken_there_is_a_gesture_and_the_second_one_asks()
    {
        using var own = CrmHost.With();
        own.Clock.AdvanceToMorning();
        var tenant = await own.NewTenant();
        var (client, customer, other) = (tenant.Administrator, await tenant.NewCustomer(), await tenant.NewCustomer());
        (await client.Put("/v1/gesture-rules", new { cooldownDays = 30, budgets = Array.Empty<object>() }, "*")).Is(200);
        var (_, sara) = await tenant.Employ("Sara");
        var programme = (await tenant.Establish()).Id;
        var member = await tenant.Enrol(programme, customer);
        var solved = (await Rule(tenant, new { name = "Sorry", trigger = "complaintConfirmed", afterDays = 3, kind = "points", points = 70, programmeId = programme })).Is(201).Id;
        var broken = (await Rule(tenant, new { name = "Call", trigger = "brokenPromise", afterDays = 5, kind = "call", whenHindered = "askApproval" })).Is(201).Id;
        var rated = (await Rule(tenant, new { name = "Low", trigger = "lowRating", ratingAtMost = 2, afterDays = 1, kind = "note" })).Is(201).Id;
        var complaint = await Solved(customer, "solved");
        await tenant.Promise("PT1H", customer);
        await tenant.Promise("PT1H", other);
        own.Clock.Advance(TimeSpan.FromHours(2));
        await own.Ring();
        Assert.Equal([(customer, "waiting", null)], await Occasions(tenant, solved));
        await Nights(2);
        Assert.Equal(0, await tenant.Available(member));
        await Nights(2);
        Assert.Equal([(customer, "given", null)], await Occasions(tenant, solved));
        Assert.Equal(70, await tenant.Available(member));
        Assert.Equal(complaint, (await client.Get($"/v1/members/{member}/entries")).Rows[0]!["subject"]!.GetValue<string>());
        await Nights(2);
        (string, string, string?)[] called = [(customer, "asked", null), (other, "given", null)];
        Assert.Equal(called.Order(), await Occasions(tenant, broken));
        Assert.Empty(await Occasions(tenant, rated));
        // Retired, it gives nothing any more and says so.
        await Solved(other, "solved");
        (await client.Delete("/v1/standing-gestures/" + solved, "*")).Is(204);
        await own.Ring();
        Assert.Contains((other, "leftOut", "ruleRetired"), await Occasions(tenant, solved));

        async Task<string> Solved(string whose, string answer)
        {
            var id = (await sara.File(tenant, "web", ("customerId", whose))).Id;
            await sara.Lead(id, "apology");
            (await sara.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
            (await sara.Step(id, "follow-ups", new { answer, channel = "phone" })).Is(200);
            return id;
        }

        async Task Nights(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await own.NextNight();
            }
        }
    }

    [Fact]
    public async Task The_29th_of_February_has_the_28th_in_other_years_and_anniversaries_begin_a_year_later()
    {
        var tenant = await Host.NewTenant();
        var (programme, leap, common) = ((await tenant.Establish()).Id, await tenant.NewCustomer(), await tenant.NewCustomer());
        await Birthday(tenant, leap, "2000-02-29");
        await Birthday(tenant, common, "--02-28");
        var birthday = (await Rule(tenant, new { name = "Birthday", trigger = "birthday", kind = "note" })).Is(201).Id;
        Assert.Equal(2, Rows(await Preview(tenant, birthday, "2027-02-28")).Length);
        Assert.Equal([common], Rows(await Preview(tenant, birthday, "2028-02-28")).Select(r => r.Item1));
        Assert.Equal([leap], Rows(await Preview(tenant, birthday, "2028-02-29")).Select(r => r.Item1));
        Assert.Empty(Rows(await Preview(tenant, birthday, "2027-03-01")));

        var (bought, lost) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        foreach (var (who, stages) in new[] { (bought, new[] { "customer", "dormant", "customer" }), (lost, ["customer", "lost"]) })
        {
            foreach (var stage in stages)
            {
                (await tenant.Administrator.Post($"/v1/customers/{who}/lifecycle", new { lifecycle = stage })).Is(200);
            }
        }
        var member = await tenant.Enrol(programme, lost);
        var customers = (await Rule(tenant, new { name = "Year", trigger = "customerAnniversary", kind = "gift" })).Is(201).Id;
        var members = (await Rule(tenant, new { name = "Club", trigger = "memberAnniversary", kind = "note", programmeId = programme })).Is(201).Id;
        var today = Host.Day(0);
        var next = $"{int.Parse(today[..4], null) + 1}{today[4..]}";
        Assert.Empty(Rows(await Preview(tenant, customers, today)));
        Assert.Equal([bought], Rows(await Preview(tenant, customers, next)).Select(r => r.Item1));
        Assert.Equal([lost], Rows(await Preview(tenant, members, next)).Select(r => r.Item1));
        Assert.Equal(member, (await Preview(tenant, members, next)).Text("data.0.cause"));
    }

    [Fact]
    public async Task A_rule_that_does_not_fit_together_is_refused()
    {
        var tenant = await Host.NewTenant();
        (await Rule(tenant, new { name = "R", trigger = "birthday", kind = "points", points = 5 })).IsInvalid("/programmeId", "standing_programme_misplaced");
        (await Rule(tenant, new { name = "R", trigger = "birthday", kind = "note", afterDays = 2 })).IsInvalid("/afterDays", "after_days_misplaced");
        (await Rule(tenant, new { name = "R", trigger = "lowRating", kind = "note", afterDays = 2 })).IsInvalid("/ratingAtMost", "rating_misplaced");
        (await Rule(tenant, new { name = "R", trigger = "birthday", kind = "points", points = 5, programmeId = "programme_01j00000000000000000000000" })).IsProblem(422, "programme_unknown");
        var rule = (await Rule(tenant, new { name = "R", trigger = "birthday", kind = "note" })).Is(201).Id;
        Task<Answer> Revise(object changes) => tenant.Administrator.Patch("/v1/standing-gestures/" + rule, changes, "*");
        (await Revise(new { trigger = "brokenPromise", afterDays = 1 })).IsProblem(409, "standing_gesture.trigger_is_fixed");
        Assert.Equal("call", (await Revise(new { kind = "call" })).Is(200).Text("content.kind"));
        (await tenant.Administrator.Delete("/v1/standing-gestures/" + rule, "*")).Is(204);
        (await Revise(new { kind = "note" })).IsProblem(409, "standing_gesture.retired");
    }

    private static Task<Answer> Rule(TestTenant tenant, object body) => tenant.Administrator.Post("/v1/standing-gestures", body);

    private static async Task Birthday(TestTenant tenant, string customer, string date) =>
        (await tenant.Administrator.Post($"/v1/customers/{customer}/facts", new { kind = "birthday", text = "Birthday", date })).Is(201);

    private static async Task<Answer> Preview(TestTenant tenant, string rule, string on) => (await tenant.Administrator.Get($"/v1/standing-gestures/{rule}/preview?on={on}")).Is(200);

    private static async Task<(string, string, string?)[]> Occasions(TestTenant tenant, string rule) =>
        Rows((await tenant.Administrator.Get($"/v1/standing-gestures/{rule}/occasions?limit=200")).Is(200));

    private static (string, string, string?)[] Rows(Answer answer) =>
        [.. answer.Body!["data"]!.AsArray().Select(r => (r!["customerId"]!.GetValue<string>(), r["state"]!.GetValue<string>(), r["refusal"]?.GetValue<string>())).Order()];
}

internal static class Days
{
    /// <summary>A day from now where the tests' tenants are.</summary>
    public static string Day(this CrmHost host, int ahead) =>
        TimeZoneInfo.ConvertTime(host.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran")).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
