using Crm.Api.Tests.Callbacks;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.KeyAccounts;
using Crm.Api.Tests.Work;

namespace Crm.Api.Tests.RelationshipPlans;

[Trait("Requirement", "S4-PLAN-1")]
public sealed class RelationshipPlanTests(CrmHost host) : ApiTest(host)
{
    private static object Milestone(string key, string owner, string dueOn, bool shared = true) => new { key, title = "Milestone " + key, ownerId = owner, dueOn, note = "secret note", shared };

    private static object Content(object[] milestones, string startOn = "2026-03-21", string endOn = "2099-03-20", string goal = "Sole supplier") => new
    {
        title = "From supplier to partner",
        situation = "One of three",
        goal,
        prerequisites = new[] { "Peace" },
        resources = new[] { "A technician" },
        risks = new[] { new { text = "secret risk" } },
        milestones,
        startOn,
        endOn,
        internalNotes = "secret thought",
    };

    private static Task<Answer> Make(ApiClient client, string customer, object content, string? account = null) =>
        client.Post("/v1/relationship-plans", new { customerId = customer, content, keyAccountId = account });

    [Fact]
    public async Task Made_anew_it_keeps_every_version_and_what_was_reached()
    {
        var tenant = await Host.NewTenant();
        var (client, customer, ali) = (tenant.Administrator, await tenant.NewCustomer(), (await tenant.Employ("Ali")).Id);
        var plan = (await Make(client, customer, Content([Milestone("visit", ali, "2098-01-01"), Milestone("order", ali, "2098-06-01")]))).Is(201);
        Assert.Equal((1, "draft", 0), (plan.Find("edition")!.GetValue<int>(), plan.Text("state"), plan.Find("percent")!.GetValue<int>()));
        var reached = (await client.Post($"/v1/relationship-plans/{plan.Id}/milestones", new { key = "visit", evidence = "Minutes" })).Is(200);
        Assert.Equal(50, reached.Find("percent")!.GetValue<int>());
        Assert.Equal(reached.Raw, (await client.Post($"/v1/relationship-plans/{plan.Id}/milestones", new { key = "visit" })).Is(200).Raw);
        (await client.Patch("/v1/relationship-plans/" + plan.Id, new { goal = "x" }, plan.ETag)).IsProblem(412, "stale_version");
        var anew = (await client.Patch("/v1/relationship-plans/" + plan.Id, new
        {
            goal = "Sole supplier of three",
            milestones = new[] { Milestone("visit", ali, "2098-02-01"), Milestone("contract", ali, "2098-09-01"), Milestone("feast", ali, "2098-10-01") },
        }, reached.ETag)).Is(200);
        Assert.Equal((2, 33), (anew.Find("edition")!.GetValue<int>(), anew.Find("percent")!.GetValue<int>()));
        var editions = (await client.Get($"/v1/relationship-plans/{plan.Id}/versions")).Is(200).Body!["editions"]!.AsArray();
        Assert.Equal(["Sole supplier", "Sole supplier of three"], editions.Select(e => e!["content"]!["goal"]!.GetValue<string>()));
        var diff = (await client.Get($"/v1/relationship-plans/{plan.Id}/comparison")).Is(200);
        Assert.Equal(["goal", "milestones"], diff.Body!["changed"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal(["contract", "feast"], Keys("milestonesAdded"));
        Assert.Equal(["order"], Keys("milestonesRemoved"));
        Assert.Equal("visit", Assert.Single(diff.Body!["milestonesChanged"]!.AsArray())!["after"]!["key"]!.GetValue<string>());
        (await client.Get($"/v1/relationship-plans/{plan.Id}/comparison?from=1&to=9")).IsProblem(404, "plan.version_not_found");
        (await client.Post($"/v1/relationship-plans/{plan.Id}/milestones", new { key = "order" })).IsProblem(409, "plan.milestone_elsewhere");
        (await client.Post($"/v1/relationship-plans/{plan.Id}/end", new { completed = true, note = "Done" })).Is(200);
        (await client.Patch("/v1/relationship-plans/" + plan.Id, new { goal = "y" }, "*")).IsProblem(409, "plan.ended");
        Assert.Single((await client.Get($"/v1/relationship-plans?customerId={customer}&state=completed")).Is(200).Rows);

        string[] Keys(string member) => [.. diff.Body![member]!.AsArray().Select(m => m!["key"]!.GetValue<string>())];
    }

    [Fact]
    public async Task Refuses_what_does_not_fit_together()
    {
        var tenant = await Host.NewTenant();
        var (client, customer, ali) = (tenant.Administrator, await tenant.NewCustomer(), (await tenant.Employ("Ali")).Id);
        (await Make(client, customer, Content([Milestone("early", ali, "2026-03-20")]))).IsInvalid("/content/milestones/0/dueOn", "milestone_before_start");
        (await Make(client, customer, Content([Milestone("late", ali, "2099-03-21")]))).IsInvalid("/content/milestones/0/dueOn", "milestone_after_end");
        (await Make(client, customer, Content([Milestone("a", ali, "2098-01-01"), Milestone("a", ali, "2098-01-01")]))).IsInvalid("/content/milestones", "milestone_twice");
        (await Make(client, customer, Content([], endOn: "2026-03-20"))).IsInvalid("/content/endOn", "plan_end_before_start");
        (await Make(client, customer, Content([Milestone("a", "staff_01j00000000000000000000000", "2098-01-01")]))).IsInvalid("/content/milestones", "milestone_owner_unknown");
        var elsewhere = await tenant.Designate();
        (await Make(client, customer, Content([]), elsewhere.Id)).IsProblem(409, "plan.account_elsewhere");
        (await client.Post("/v1/relationship-plans", new { customerId = customer })).IsProblem(422, "plan_template_or_content");
        (await Make(client, "customer_01j00000000000000000000000", Content([]))).IsInvalid("/customerId", "reference_unknown");
        var plan = (await Make(client, customer, Content([]))).Is(201);
        (await (await Host.NewTenant()).Administrator.Get("/v1/relationship-plans/" + plan.Id)).IsProblem(404, "plan.not_found");
    }

    [Fact]
    public async Task The_customer_reads_what_is_theirs_by_a_secret_link_and_agrees_to_what_they_read()
    {
        var tenant = await Host.NewTenant();
        var (client, customer, ali) = (tenant.Administrator, await tenant.NewCustomer(), (await tenant.Employ("Ali")).Id);
        var plan = (await Make(client, customer, Content([Milestone("visit", ali, "2098-01-01"), Milestone("hidden", ali, "2098-01-02", shared: false)]))).Is(201);
        var link = plan.Text("link");
        var shared = (await Host.Anonymous.Get(link)).Is(200);
        Assert.Equal(["Milestone visit"], shared.Body!["milestones"]!.AsArray().Select(m => m!["title"]!.GetValue<string>()));
        Assert.All(["secret", "hidden", ali, customer], hidden => Assert.DoesNotContain(hidden, shared.Raw, StringComparison.Ordinal));
        Assert.Null((await client.Get("/v1/relationship-plans/" + plan.Id)).Is(200).Find("link"));
        (await client.Patch("/v1/relationship-plans/" + plan.Id, new { goal = "More" }, "*")).Is(200);
        (await Host.Anonymous.Post(link + "/agreement", new { edition = 1, name = "مریم" })).IsProblem(409, "plan.changed_since");
        Assert.Equal("agreed", (await Host.Anonymous.Post(link + "/agreement", new { edition = 2, name = "مریم" })).Is(200).Text("state"));
        Assert.Equal((2, "مریم"), (await client.Get("/v1/relationship-plans/" + plan.Id)).Is(200) is var agreed ? (agreed.Find("agreedEdition")!.GetValue<int>(), agreed.Text("agreedBy")) : default);
        var renewed = (await client.Post($"/v1/relationship-plans/{plan.Id}/link")).Is(200).Text("link");
        (await Host.Anonymous.Get(link)).IsProblem(404, "plan.not_found");
        (await Host.Anonymous.Get(renewed)).Is(200);
        (await Host.Anonymous.Get(renewed.Replace(tenant.Slug, (await Host.NewTenant()).Slug, StringComparison.Ordinal))).IsProblem(404, "plan.not_found");
    }

    [Fact]
    public async Task A_milestone_that_falls_overdue_is_told_once_for_each_day_on_which_it_was_due()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (ali, alis) = await tenant.Employ("Ali");
        var today = DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime);
        string In(int days) => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var content = Content([Milestone("first", ali, In(2)), Milestone("second", ali, In(4))], In(0));
        var plan = (await Make(tenant.Administrator, await tenant.NewCustomer(), content)).Is(201);
        await own.Ring();
        Assert.Empty(await tenant.Events("plan.milestone_overdue"));
        await own.Pass(TimeSpan.FromDays(3.5));
        await own.Ring();
        await own.Ring();
        Assert.Single(await tenant.Events("plan.milestone_overdue"));
        Assert.Equal(["plan.milestone_overdue"], await alis.Notified());
        (await tenant.Administrator.Patch("/v1/relationship-plans/" + plan.Id, new { milestones = new[] { Milestone("first", ali, In(8)), Milestone("second", ali, In(4)) } }, "*")).Is(200);
        (await tenant.Administrator.Post($"/v1/relationship-plans/{plan.Id}/milestones", new { key = "second" })).Is(200);
        await own.Pass(TimeSpan.FromDays(3));
        await own.Ring();
        Assert.Single(await tenant.Events("plan.milestone_overdue"));
        await own.Pass(TimeSpan.FromDays(4));
        await own.Ring();
        Assert.Equal(2, (await tenant.Events("plan.milestone_overdue")).Count);
        Assert.Equal(0, await tenant.Alarms());
    }

    [Fact]
    public async Task A_template_makes_a_plan_from_a_day_on()
    {
        var tenant = await Host.NewTenant();
        var (client, customer, ali) = (tenant.Administrator, await tenant.NewCustomer(), (await tenant.Employ("Ali")).Id);
        object Template(int after) => new { name = "First days", goal = "Know each other", lastsDays = 100, milestones = new[] { new { key = "welcome", title = "Welcome", afterDays = after } } };
        (await client.Post("/v1/plan-templates", Template(101))).Is(422);
        var template = (await client.Post("/v1/plan-templates", Template(7))).Is(201);
        var plan = (await client.Post("/v1/relationship-plans", new { customerId = customer, templateId = template.Id, startOn = "2098-01-01", ownerId = ali })).Is(201);
        Assert.Equal(("2098-01-08", "2098-04-11"), (plan.Text("content.milestones.0.dueOn"), plan.Text("content.endOn")));
        var revised = (await client.Patch("/v1/plan-templates/" + template.Id, new { lastsDays = 50 }, template.ETag)).Is(200);
        (await client.Delete("/v1/plan-templates/" + template.Id, revised.ETag)).Is(204);
        (await client.Patch("/v1/plan-templates/" + template.Id, new { lastsDays = 60 }, "*")).IsProblem(409, "plan_template.retired");
        (await client.Post("/v1/relationship-plans", new { customerId = customer, templateId = template.Id, startOn = "2098-01-01", ownerId = ali })).IsInvalid("/templateId", "plan_template_unknown");
        Assert.Single((await client.Get("/v1/plan-templates?active=false")).Is(200).Rows);
    }
}
