using Crm.Api.Tests.Members;

namespace Crm.Api.Tests.Programmes;

[Trait("Requirement", "S5-LOYAL-1")]
public sealed class ProgrammeTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S4-POLICY-1")]
    public async Task Established_revised_retired_and_every_version_stays()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = (await client.Post("/v1/programmes", MemberSteps.Rules())).Is(201);
        Assert.Equal(made.Raw, (await client.Get("/v1/programmes/" + made.Id)).Is(200).Raw);
        (await client.Patch("/v1/programmes/" + made.Id, new { pendingDays = 7 }, null)).IsProblem(428, "if_match_required");
        var revised = (await client.Patch("/v1/programmes/" + made.Id, new { pendingDays = 7 }, made.ETag)).Is(200);
        Assert.Equal((7, 2), (revised.Number("content.pendingDays"), revised.Number("version")));
        Assert.Equal(0, (await client.Get($"/v1/programmes/{made.Id}/versions/1")).Is(200).Number("content.pendingDays"));
        (await client.Get($"/v1/programmes/{made.Id}/versions/3")).IsProblem(404, "programme.version_unknown");
        (await client.Delete("/v1/programmes/" + made.Id, revised.ETag)).Is(204);
        (await client.Patch("/v1/programmes/" + made.Id, new { pendingDays = 8 }, "*")).IsProblem(409, "programme.retired");
        Assert.Single((await client.Get("/v1/programmes?active=false")).Is(200).Rows);
        Assert.Empty((await client.Get("/v1/programmes?active=true")).Is(200).Rows);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var client = (await Host.NewTenant()).Administrator;
        Task<Answer> Post(string name, object? value) => client.Post("/v1/programmes", MemberSteps.Rules((name, value)));
        Task<Answer> Rule(object rule) => Post("rules", new[] { rule });
        (await Post("currency", "XYZ")).IsInvalid("/currency", "currency_unknown");
        (await Post("timeZone", "Mars/Base")).IsInvalid("/timeZone", "time_zone_unknown");
        (await Post("pendingDays", -1)).IsInvalid("/pendingDays", "out_of_range");
        (await Rule(new { code = "A b", @event = "purchase", points = 1 })).IsInvalid("/rules/0/code", "format_invalid");
        (await Rule(new { code = "a", @event = "purchase" })).IsInvalid("/rules/0", "rule_amount_unclear");
        (await Rule(new { code = "a", @event = "review", rate = new { points = 1, per = 1 } })).IsInvalid("/rules/0/rate", "rule_rate_misplaced");
        (await Rule(new { code = "a", @event = "purchase", points = -1 })).IsInvalid("/rules/0/points", "out_of_range");
        (await Rule(new { code = "a", @event = "purchase", points = 1, conditions = new[] { new { fact = "amount", comparison = "anyOf", values = new[] { "1" } } } }))
            .IsInvalid("/rules/0/conditions/0", "condition_unclear");
        (await Rule(new { code = "a", @event = "purchase", points = 1, multipliers = new[] { new { tier = "gold", percent = 200 } } })).IsInvalid("/rules/0/multipliers/0/tier", "tier_unknown");
        (await Post("rules", new[] { new { code = "a", @event = "review", points = 1 }, new { code = "a", @event = "review", points = 2 } })).IsInvalid("/rules/1/code", "rule_repeated");
        (await Post("expiry", new { kind = "rolling" })).IsInvalid("/expiry/length", "expiry_length_misplaced");
        (await Post("expiry", new { kind = "calendarDates" })).IsInvalid("/expiry/dates", "expiry_dates_misplaced");
        (await Post("expiry", new { kind = "calendarDates", dates = new[] { new { calendar = "jalali", month = 13, day = 1 } } })).IsInvalid("/expiry/dates/0", "yearly_date_unknown");
        (await Post("tiers", new { tiers = new[] { new { code = "a", name = "A", threshold = 2 }, new { code = "b", name = "B", threshold = 2 } } })).IsInvalid("/tiers/tiers/1/threshold", "tiers_unordered");
        (await Post("tiers", new { tiers = Array.Empty<object>() })).IsInvalid("/tiers/tiers", "required");
        (await Post("tiers", new { window = "rollingMonths", tiers = new[] { new { code = "a", name = "A", threshold = 2 } } })).IsInvalid("/tiers/windowMonths", "window_months_misplaced");
        Assert.Empty((await client.Get("/v1/programmes")).Rows);
    }
}
