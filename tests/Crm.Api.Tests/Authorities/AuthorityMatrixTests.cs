using System.Text.Json.Nodes;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Authorities;

[Trait("Requirement", "S3-EMPOWER-1")]
public sealed class AuthorityMatrixTests(CrmHost host) : ApiTest(host)
{
    private const string Matrix = "/v1/authorities";

    [Fact]
    public async Task A_tenant_that_set_none_has_what_ships()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var shipped = (await client.Get(Matrix)).Is(200);
        Assert.Equal(("\"0\"", true), (shipped.ETag, shipped.Find("shipped")!.GetValue<bool>()));
        Assert.Null(shipped.Find("updatedAt"));
        Assert.Equal(["apologyLetter", "gesture"], shipped.Body!["rows"]!.AsArray().Select(r => r!["remedyKind"]!.GetValue<string>()));
        Assert.Empty((await client.Get(Matrix + "/versions")).Is(200).Rows);
        Assert.Equal(shipped.Body["rows"]!.ToJsonString(), (await client.Get(Matrix + "/versions/0")).Is(200).Body!["rows"]!.ToJsonString());
        (await client.Get(Matrix, ("If-None-Match", "\"0\""))).Is(304);
        var sara = (await client.Post("/v1/staff", new { name = "سارا" })).Is(201).Id;
        Assert.Equal("granted", await Examine(client, sara, "apologyLetter"));
        Assert.Equal("needsApproval no_authority", await Examine(client, sara, "refund", 1));
    }

    [Fact]
    [Trait("Requirement", "S4-POLICY-1")]
    public async Task Every_change_makes_a_version_and_the_older_ones_stay()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Put(Matrix, Rows(Cap("agent", 100)))).IsProblem(428, "if_match_required");
        Assert.Equal("\"0\"", (await client.Put(Matrix, Rows(Cap("agent", 100)), "\"1\"")).IsProblem(412, "stale_version").ETag);
        var first = (await client.Put(Matrix, Rows(Cap("agent", 100)), "\"0\"")).Is(200);
        Assert.Equal(("\"1\"", false), (first.ETag, first.Find("shipped")!.GetValue<bool>()));
        (await client.Put(Matrix, Rows(Cap("agent", 200)), "\"0\"")).IsProblem(412, "stale_version");
        var second = (await client.Put(Matrix, Rows(Cap("agent", 200)), first.ETag)).Is(200);
        Assert.Equal("\"2\"", second.ETag);
        Assert.Equal(second.Raw, (await client.Get(Matrix)).Is(200).Raw);
        Assert.Equal([2, 1], (await client.Get(Matrix + "/versions")).Is(200).Rows.Select(r => r!["number"]!.GetValue<int>()));
        Assert.Equal(100, (await client.Get(Matrix + "/versions/1")).Is(200).Find("rows.0.capPerCase.money.amount")!.GetValue<long>());
        Assert.Equal(200, (await client.Get(Matrix + "/versions/2")).Is(200).Find("rows.0.capPerCase.money.amount")!.GetValue<long>());
        (await client.Get(Matrix + "/versions/3")).IsProblem(404, "authority_matrix.version_unknown");
        (await client.Get(Matrix + "/versions/-1")).IsProblem(404, "authority_matrix.version_unknown");
        var other = (await Host.NewTenant()).Administrator;
        Assert.Equal("\"0\"", (await other.Get(Matrix)).Is(200).ETag);
        (await other.Get(Matrix + "/versions/1")).IsProblem(404, "authority_matrix.version_unknown");
    }

    [Fact]
    public async Task Set_eight_times_at_once_it_is_set_once()
    {
        var client = (await Host.NewTenant()).Administrator;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => client.Put(Matrix, Rows(Cap("agent", i)), "\"0\""))));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Contains(a.Status, (int[])[409, 412]));
        Assert.Single((await client.Get(Matrix + "/versions")).Rows);
    }

    /// <summary>Cap 100 a case and 150 a period: 80 is granted, 120 is pending, a second 80 in the period is pending.</summary>
    [Fact]
    public async Task Examined_for_a_member_of_staff_it_says_what_would_come_of_it_and_why()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        (await client.Put(Matrix, Rows(Cap("agent", 100, 150), new { role = "lead", remedyKind = "refund" }, new { role = "lead", remedyKind = "points", capPerCase = new { points = 500 } }), "*")).Is(200);
        var agent = (await client.Post("/v1/staff", new { name = "سارا" })).Is(201);
        var lead = (await client.Post("/v1/staff", new { name = "Lead", authority = "lead" })).Is(201).Id;
        Assert.Equal("agent", agent.Text("authority"));
        Assert.Equal("granted", await Examine(client, agent.Id, "refund", 80));
        Assert.Equal("needsApproval over_cap_per_case", await Examine(client, agent.Id, "refund", 120));
        Assert.Equal("needsApproval over_cap_per_period", await Examine(client, agent.Id, "refund", 80, inPeriod: 80));
        Assert.Equal("needsApproval over_cap_per_case", await Examine(client, agent.Id, "refund", 80, inCase: 80));
        Assert.Equal("needsApproval currency_differs,currency_differs", await Examine(client, agent.Id, "refund", 1, currency: "USD"));
        Assert.Equal("granted", await Examine(client, lead, "refund", 1_000_000));
        var points = (await client.Post("/v1/authorities:examine", new { staffId = lead, kind = "points", points = 501 })).Is(200);
        Assert.Equal(("needsApproval", "lead", 500L, 1), (points.Text("outcome"), points.Text("authority"), points.Find("reasons.0.left.points")!.GetValue<long>(), points.Find("matrixVersion")!.GetValue<int>()));
        Assert.Single((await client.Get(Matrix + "/versions")).Rows);
    }

    [Fact]
    public async Task Refuses_questions_that_are_none()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var sara = (await client.Post("/v1/staff", new { name = "Sara" })).Is(201);
        var theirs = (await other.Administrator.Post("/v1/staff", new { name = "Theirs" })).Is(201).Id;
        Task<Answer> Ask(object question) => client.Post("/v1/authorities:examine", question);
        (await Ask(new { staffId = theirs, kind = "refund" })).IsInvalid("/staffId", "responsible_unknown");
        (await Ask(new { staffId = sara.Id, kind = "points", amount = Eur(1) })).IsInvalid("/amount", "amount_unit_misplaced");
        (await Ask(new { staffId = sara.Id, kind = "gift", points = 1 })).IsInvalid("/points", "amount_unit_misplaced");
        (await Ask(new { staffId = sara.Id, kind = "gift", amount = Eur(-1) })).IsInvalid("/amount/amount", "out_of_range");
        (await Ask(new { staffId = sara.Id, kind = "gift", grantedInCase = new { } })).IsInvalid("/grantedInCase", "amount_unclear");
        (await Ask(new { staffId = sara.Id, kind = "gift", grantedInPeriod = new { money = Eur(1), points = 1 } })).IsInvalid("/grantedInPeriod", "amount_unclear");
        (await client.Patch("/v1/staff/" + sara.Id, new { active = false }, sara.ETag)).Is(200);
        (await Ask(new { staffId = sara.Id, kind = "refund" })).IsInvalid("/staffId", "responsible_unknown");
    }

    [Fact]
    public async Task Refuses_rules_that_are_none()
    {
        var client = (await Host.NewTenant()).Administrator;
        async Task Refused(string pointer, string code, params object[] rows) => (await client.Put(Matrix, Rows(rows), "*")).IsInvalid("/rows/" + pointer, code);
        await Refused("0/role", "authority_invalid", new { role = "Big Boss", remedyKind = "gift" });
        await Refused("0/role", "required", new { role = "", remedyKind = "gift" });
        await Refused("1", "authority_repeated", new { role = "agent", remedyKind = "gift" }, new { role = "agent", remedyKind = "gift" });
        await Refused("0/capPerCase", "amount_unclear", new { role = "agent", remedyKind = "gift", capPerCase = new { } });
        await Refused("0/capPerCase", "amount_unclear", new { role = "agent", remedyKind = "gift", capPerCase = new { money = Eur(1), points = 1 } });
        await Refused("0/capPerCase", "amount_unit_misplaced", new { role = "agent", remedyKind = "gift", capPerCase = new { points = 1 } });
        await Refused("0/capPerCase", "amount_unit_misplaced", new { role = "agent", remedyKind = "points", capPerCase = new { money = Eur(1) } });
        await Refused("0/capPerCase/money/currency", "format_invalid", new { role = "agent", remedyKind = "gift", capPerCase = new { money = new { amount = 1, currency = "euro" } } });
        await Refused("0/period", "period_days_invalid", new { role = "agent", remedyKind = "gift", capPerPeriod = new { money = Eur(1) }, period = "P367D" });
        await Refused("0/period", "period_misplaced", new { role = "agent", remedyKind = "gift", period = "P30D" });
        await Refused("0/period", "period_misplaced", new { role = "agent", remedyKind = "gift", capPerPeriod = new { money = Eur(1) } });
        (await client.Put(Matrix, Rows([.. Enumerable.Range(0, 501).Select(i => new { role = "a" + i, remedyKind = "gift" })]), "*")).IsInvalid("/rows", "too_many");
        Assert.Equal("\"0\"", (await client.Get(Matrix)).ETag);
    }

    [Fact]
    public async Task Nobody_raises_themselves()
    {
        var tenant = await Host.NewTenant();
        var (id, supervisor) = await tenant.Employ("Supervisor", Domain.Role.Supervisor);
        (await supervisor.Get(Matrix)).Is(200);
        (await supervisor.Put(Matrix, Rows(Cap("agent", 1)), "*")).IsProblem(403, "permission_missing");
        (await supervisor.Patch("/v1/staff/" + id, new { authority = "lead" }, "*")).IsProblem(403, "staff.authority_not_yours");
        (await supervisor.Post("/v1/staff", new { name = "A", authority = "lead" })).IsProblem(403, "staff.authority_not_yours");
        (await supervisor.Put("/v1/staff/by-external-id/E-1", new { name = "A", authority = "lead" })).IsProblem(403, "staff.authority_not_yours");
        var made = (await supervisor.Post("/v1/staff", new { name = "A", authority = "agent" })).Is(201);
        var raised = (await tenant.Administrator.Patch("/v1/staff/" + made.Id, new { authority = "senior_2" }, made.ETag)).Is(200);
        Assert.Equal("senior_2", raised.Text("authority"));
        Assert.Equal("B", (await supervisor.Patch("/v1/staff/" + made.Id, new { name = "B" }, raised.ETag)).Is(200).Text("name"));
        (await supervisor.Patch("/v1/staff/" + made.Id, new { authority = (string?)null }, "*")).IsProblem(403, "staff.authority_not_yours");
        Assert.Equal("agent", (await tenant.Administrator.Patch("/v1/staff/" + made.Id, new { authority = (string?)null }, "*")).Is(200).Text("authority"));
        (await tenant.Administrator.Post("/v1/staff", new { name = "A", authority = "رئیس" })).IsInvalid("/authority", "authority_invalid");
        (await tenant.Administrator.Post("/v1/staff", new { name = "A", authority = new string('a', 41) })).IsInvalid("/authority", "too_long");
        Assert.Equal("agent", (await supervisor.Get("/v1/staff?fields=authority")).Is(200).Rows[0]!["authority"]!.GetValue<string>());
    }

    private static object Rows(params object[] rows) => new { rows };
    private static object Eur(long amount, string currency = "EUR") => new { amount, currency };

    private static object Cap(string role, long perCase, long? perPeriod = null) => perPeriod is { } most
        ? new { role, remedyKind = "refund", capPerCase = new { money = Eur(perCase) }, capPerPeriod = new { money = Eur(most) }, period = "P30D" }
        : new { role, remedyKind = "refund", capPerCase = new { money = Eur(perCase) } };

    /// <summary>The outcome, and the codes of its reasons.</summary>
    private static async Task<string> Examine(ApiClient client, string staffId, string kind, long? amount = null, long? inCase = null, long? inPeriod = null, string currency = "EUR")
    {
        var question = new JsonObject { ["staffId"] = staffId, ["kind"] = kind };
        JsonNode Of(long money) => new JsonObject { ["amount"] = money, ["currency"] = currency };
        if (amount is { } wanted)
        {
            question["amount"] = Of(wanted);
        }
        if (inCase is { } before)
        {
            question["grantedInCase"] = new JsonObject { ["money"] = Of(before) };
        }
        if (inPeriod is { } already)
        {
            question["grantedInPeriod"] = new JsonObject { ["money"] = Of(already) };
        }
        var answer = (await client.Post("/v1/authorities:examine", question.ToJsonString())).Is(200);
        return (answer.Text("outcome") + " " + string.Join(',', answer.Body!["reasons"]!.AsArray().Select(r => r!["code"]!.GetValue<string>()))).Trim();
    }
}
