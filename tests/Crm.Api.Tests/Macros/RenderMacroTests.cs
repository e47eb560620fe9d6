using Crm.Api.Tests.Customers;

namespace Crm.Api.Tests.Macros;

[Trait("Requirement", "S4-NAME-1")]
public sealed class RenderMacroTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Fills_with_the_customer_the_staff_the_tenant_and_what_is_given()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var client = tenant.Administrator;
        var staff = (await client.Post("/v1/staff", new { name = "سارا کریمی", preferredName = "سارا" })).Is(201).Id;
        var agent = Host.ClientWith((await client.Post("/v1/api-keys", new { name = "agent", role = "agent", staffId = staff })).Is(201).Text("secret"));
        var customer = await client.RegisterPerson("مریم", "احمدی", new { honorific = "خانم", preferredName = "مریم‌جان", language = "en" });
        var macro = await client.WriteMacro(
            "{{customer.salutation}}، سلام. {{ customer.preferredName | دوست گرامی }}، {{complaint.reference}} تا {{nextUpdate.date}}. {{staff.name}}، {{staff.fullName}}، {{tenant.name}}", "fa");
        var rendered = (await agent.TryRender(macro.Id, customer.Id, ("complaint.reference", "ش-۱۲"), ("nextUpdate.date", "2026-03-25"))).Is(200);
        var name = (await client.Get("/v1/me")).Text("tenant.name");
        Assert.Equal($"سرکار خانم احمدی، سلام. مریم‌جان، ش-۱۲ تا ۵ فروردین ۱۴۰۵. سارا، سارا کریمی، {name}", rendered.Text("text"));
        var date = rendered.Body!["fields"]!.AsArray().Single(f => f!["field"]!.GetValue<string>() == "nextUpdate.date")!;
        Assert.Equal(("2026-03-25", "request"), (date["date"]!.GetValue<string>(), date["from"]!.GetValue<string>()));
        Assert.Equal((macro.Id, 1, true), (rendered.Text("macroId"), rendered.Find("macroVersion")!.GetValue<int>(), rendered.Find("canRespond")!.GetValue<bool>()));
        // What is given goes before what is known.
        Assert.StartsWith("استاد، سلام", await agent.Render(macro.Id, customer.Id, ("customer.salutation", "استاد"), ("complaint.reference", "x"), ("nextUpdate.date", "2026-03-25")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_values_it_is_polite_or_refused()
    {
        var client = (await Host.NewTenant()).Administrator;
        var macro = await client.WriteMacro("{{customer.salutation}}, {{customer.preferredName|dear friend}}, {{customer.givenName}}. {{staff.name}}");
        Assert.Equal("Dear customer, dear friend, dear customer. your contact", await client.Render(macro.Id));
        Assert.Equal("Dear customer, dear friend, dear customer. your contact", await client.Render(macro.Id, null, ("customer.salutation", " \u200b"), ("staff.name", "")));
        var nameless = await client.RegisterPerson("", "Ahmadi");
        Assert.Equal("Dear Ahmadi, dear friend, dear customer. your contact", await client.Render(macro.Id, nameless.Id));
        var missing = await client.WriteMacro("{{complaint.reference}} until {{nextUpdate.date}}");
        var refused = (await client.TryRender(missing.Id)).IsProblem(422, "macro.value_missing").IsInvalid("/values/complaint.reference", "value_missing").IsInvalid("/values/nextUpdate.date", "value_missing");
        Assert.Contains("complaint.reference", refused.Text("errors.0.detail"), StringComparison.Ordinal);
        var german = await client.WriteMacro("{{customer.salutation}}", "de");
        (await client.TryRender(german.Id)).IsProblem(422, "macro.value_missing");
    }

    [Fact]
    public async Task A_name_with_braces_is_a_name()
    {
        var client = (await Host.NewTenant()).Administrator;
        var customer = await client.RegisterPerson("{{tenant.name}}", "}}{{staff.name|x}}\u202e😀");
        var macro = await client.WriteMacro("Hello {{customer.givenName}} {{customer.familyName}} from {{tenant.name}}");
        var name = (await client.Get("/v1/me")).Text("tenant.name");
        // What turns the direction of writing ends with the name (S4-CULT-1).
        Assert.Equal("Hello {{tenant.name}} }}{{staff.name|x}}\u202e😀\u202c from " + name, await client.Render(macro.Id, customer.Id));
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var (client, other) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        var macro = await client.WriteMacro("{{customer.salutation}} {{nextUpdate.date|soon}}");
        var theirs = await other.RegisterPerson("Theirs");
        (await client.TryRender(macro.Id, theirs.Id)).IsProblem(422, "reference_unknown").IsInvalid("/customerId", "reference_unknown");
        (await client.TryRender(macro.Id, "customer_01j00000000000000000000000")).IsInvalid("/customerId", "reference_unknown");
        (await client.TryRender(macro.Id, null, ("customer.nme", "x"))).IsInvalid("/values/customer.nme", "merge_field_unknown");
        (await client.TryRender(macro.Id, null, ("a/b~", "x"))).IsInvalid("/values/a~1b~0", "merge_field_unknown");
        (await client.TryRender(macro.Id, null, ("nextUpdate.date", "tomorrow"))).IsInvalid("/values/nextUpdate.date", "day_invalid");
        (await client.TryRender(macro.Id, null, ("nextUpdate.date", "0001-01-01"))).IsInvalid("/values/nextUpdate.date", "date_out_of_range");
        (await client.TryRender(macro.Id, null, ("staff.name", new string('x', 1001)))).IsInvalid("/values/staff.name", "too_long");
        (await client.Post($"/v1/macros/{macro.Id}:render", new { values = new { tenant = (string?)null } })).Is(422);
        (await client.TryRender("macro_01j00000000000000000000000")).IsProblem(404, "macro.not_found");
        var narrow = Host.ClientWith((await client.Post("/v1/api-keys", new { name = "narrow", permissions = new[] { "macros:read" } })).Is(201).Text("secret"));
        var own = await client.RegisterPerson("Mine");
        (await narrow.TryRender(macro.Id, own.Id)).IsProblem(403, "customers_read_missing");
        Assert.Equal("Dear customer soon", await narrow.Render(macro.Id));
    }

    [Fact]
    public async Task Publishes_the_fields_and_every_one_of_them_can_be_used()
    {
        var client = (await Host.NewTenant()).Administrator;
        var fields = (await client.Get("/v1/macros/fields")).Is(200).Rows;
        Assert.InRange(fields.Count, 10, 50);
        foreach (var language in new[] { "fa", "en" })
        {
            var macro = await client.WriteMacro(string.Concat(fields.Select(f => $"{{{{{f!["name"]}}}}};")), language);
            var given = fields.Select(f => (f!["name"]!.GetValue<string>(), f["sample"]!.GetValue<string>())).ToArray();
            var text = await client.Render(macro.Id, null, given);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
            Assert.Equal(language == "fa", text.Contains("۱ فروردین ۱۴۰۵", StringComparison.Ordinal));
        }
        Assert.All(fields.Where(f => f!["polite"]!.AsObject().Count > 0), f => Assert.Equal(["en", "fa"], f!["polite"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Agents_use_macros_and_do_not_write_them()
    {
        var client = (await Host.NewTenant()).Administrator;
        var macro = await client.WriteMacro("Hello {{customer.preferredName|friend}}");
        var agent = Host.ClientWith((await client.Post("/v1/api-keys", new { name = "agent", role = "agent" })).Is(201).Text("secret"));
        Assert.Equal("Hello friend", await agent.Render(macro.Id));
        (await agent.TryWriteMacro("x")).IsProblem(403, "permission_missing");
        (await agent.Patch("/v1/macros/" + macro.Id, new { name = "x" }, "*")).IsProblem(403, "permission_missing");
        (await agent.Delete("/v1/macros/" + macro.Id, "*")).IsProblem(403, "permission_missing");
    }
}
