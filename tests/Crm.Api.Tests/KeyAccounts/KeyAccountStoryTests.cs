using Crm.Api.Tests.Callbacks;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Policies;
using Crm.Api.Tests.Work;

namespace Crm.Api.Tests.KeyAccounts;

/// <summary>How a key account is cared for, from the criteria that find it to the health that says why it fell.</summary>
[Trait("Requirement", "S4-KEY-1")]
[Trait("Requirement", "S4-PLAN-1")]
[Trait("Requirement", "S4-EXEC-1")]
[Trait("Requirement", "S4-UNIQ-1")]
public sealed class KeyAccountStoryTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Criteria_designate_a_plan_is_made_contact_lapses_a_complaint_takes_the_key_policy_the_sponsor_is_called_and_health_drops()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var client = tenant.Administrator;
        var (manager, managers) = await tenant.Employ("Ali");
        var (sponsor, sponsors) = await tenant.Employ("Chief");
        var organisation = await client.NewOrganisation();
        var buyer = await tenant.Buyer(organisation);
        var policy = await client.EstablishPolicy(1, new { customerClasses = new[] { "key" } }, PolicySteps.Target("firstResponse", "PT15M"));

        // Criteria, looked at before they act.
        var rule = new { all = new object[] { new { any = new[] { new { fact = "kind", values = new[] { "organisation" } } } }, new { any = new[] { new { fact = "tag", values = new[] { "steel" } } } } } };
        var preview = (await client.Post("/v1/key-accounts:preview", new { rule })).Is(200);
        var terms = KeyAccountSteps.Terms([KeyAccountSteps.Member(manager), KeyAccountSteps.Member(sponsor, "executiveSponsor")], "gold", new { every = "P14D" });
        var account = (await client.Post("/v1/key-accounts:designate", new { rule, expected = preview.Find("count")!.GetValue<int>(), terms })).Is(200).Body!["data"]![0]!["id"]!.GetValue<string>();
        await own.Ring();

        // A plan, and a better one.
        var today = DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime);
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        object Visit(int day) => new { key = "visit", title = "Visit both plants", ownerId = manager, dueOn = Day(day) };
        var plan = (await client.Post("/v1/relationship-plans", new
        {
            customerId = organisation,
            keyAccountId = account,
            content = new { title = "Partner", goal = "Sole supplier", startOn = Day(0), endOn = Day(365), milestones = new[] { Visit(5) } },
        })).Is(201);
        var anew = (await client.Patch("/v1/relationship-plans/" + plan.Id, new { milestones = new[] { Visit(60) } }, plan.ETag)).Is(200);
        Assert.Equal(2, anew.Find("edition")!.GetValue<int>());

        // Nobody turns to them.
        await own.Pass(TimeSpan.FromDays(15));
        await own.Ring();
        Assert.Contains("key_account.contact_lapsed", await managers.Notified());

        // Their buyer complains.
        (await client.Post("/v1/commitments", new { customerId = buyer, text = "New bearings", within = "P1D", responsibleId = manager })).Is(201);
        var complaint = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", buyer)))).Is(201);
        Assert.Equal((manager, "high"), (complaint.Text("ownerId"), complaint.Text("priority")));
        var clock = (await client.Get($"/v1/clocks?metric=firstResponse&subject={complaint.Id}")).Is(200).Rows[0]!["id"]!.GetValue<string>();
        Assert.Equal((policy.Id, "key", "gold"), (await client.Get("/v1/clocks/" + clock)).Is(200) is var ticking ? (ticking.Text("policyId"), ticking.Text("customerClass"), ticking.Text("tier")) : default);

        // They call whom they know.
        (await own.Anonymous.Post(complaint.Text("trackingLink") + "/executive-escalation", new { words = "سه هفته!" })).Is(200);
        Assert.Contains("complaint.executive_called", await sponsors.Notified());
        Assert.Equal(sponsor, Assert.Single((await client.Get("/v1/work?kind=executiveAnswer")).Is(200).Rows)!["ownerId"]!.GetValue<string>());

        // Before the next contact everything is in one answer.
        var briefing = (await client.Get($"/v1/customers/{buyer}/briefing")).Is(200);
        Assert.Equal(("gold", "Ali", "Pars Steel"), (briefing.Text("keyAccount.tier"), briefing.Text("keyAccount.accountManager"), briefing.Text("keyAccount.organisation")));
        Assert.Equal("New bearings", briefing.Text("openPromises.0.text"));
        Assert.Contains("complaintOpen", briefing.Body!["warnings"]!.AsArray().Select(w => w!.GetValue<string>()));
        Assert.Equal("Visit both plants", (await client.Get($"/v1/customers/{organisation}/briefing")).Is(200).Text("milestones.0.title"));

        // And the health says what is wrong.
        await own.Pass(TimeSpan.FromDays(2));
        await own.Ring();
        Assert.NotEmpty(await tenant.Events("key_account.health_dropped"));
        Assert.Contains("key_account.health_dropped", await managers.Notified());
        var health = (await client.Get($"/v1/key-accounts/{account}/health")).Is(200);
        Assert.Equal(["contactOverdue", "promisesBroken", "complaintsOpen"], health.Body!["findings"]!.AsArray().Select(f => f!["reason"]!.GetValue<string>()));
        Assert.InRange(health.Find("score")!.GetValue<int>(), 1, 70);
        Assert.Contains("promiseBroken", (await client.Get($"/v1/customers/{buyer}/briefing")).Is(200).Body!["warnings"]!.AsArray().Select(w => w!.GetValue<string>()));
    }
}
