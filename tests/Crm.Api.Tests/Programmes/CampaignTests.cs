using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;
using Crm.Api.Tests.Purchases;

namespace Crm.Api.Tests.Programmes;

/// <summary>Budgets of points that all members share.</summary>
[Trait("Requirement", "S5-LOYAL-4")]
public sealed class CampaignTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task However_many_earn_at_once_no_more_is_earned_than_the_campaign_has()
    {
        var tenant = await Host.NewTenant();
        var programme = await Establish(tenant, 250);
        var members = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => await tenant.Enrol(programme, await tenant.NewCustomer())));
        var answers = await Task.WhenAll(members.Select((m, i) => Task.Run(() => tenant.Happens(m, "s" + i))));
        // Five earn fifty, and the others nothing; each is told why.
        Assert.Equal([50, 50, 50, 50, 50], answers.Select(a => a.Is(200).Number("points")).Where(p => p > 0));
        Assert.Equal(7, answers.Count(a => a.Text("rules.0.verdict") == "campaignSpent"));
        Assert.Equal((250L, 0L), await Spent(tenant, programme));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task What_is_left_is_earned_or_nothing_as_the_campaign_says_and_rules_share_it()
    {
        var tenant = await Host.NewTenant();
        var (cut, all) = (await Establish(tenant, 120), await Establish(tenant, 120, "refuse"));
        foreach (var (programme, points) in new[] { (cut, new long[] { 50, 50, 20, 0 }), (all, [50, 50, 0, 0]) })
        {
            var customer = await tenant.NewCustomer();
            var member = await tenant.Enrol(programme, customer);
            foreach (var (expected, i) in points.Select((p, i) => (p, i)))
            {
                var examined = (await tenant.Administrator.Post($"/v1/programmes/{programme}/examination", new { @event = "review", memberId = member })).Is(200);
                Assert.Equal(expected, examined.Number("points"));
                Assert.Equal(expected, (await tenant.Happens(member, "s" + i)).Is(200).Number("points"));
            }
            Assert.Equal((points.Sum(), 120 - points.Sum()), await Spent(tenant, programme));
        }
        // More budget, and the purchase shares it with the review.
        (await tenant.Administrator.Patch("/v1/programmes/" + cut, new { campaigns = new[] { new { code = "spring", points = 130 } } }, "*")).Is(200);
        var buyer = await tenant.NewCustomer();
        var theirs = await tenant.Enrol(cut, buyer);
        await tenant.Buy(buyer, 1000);
        Assert.Equal((10L, (130L, 0L)), (await tenant.Available(theirs), await Spent(tenant, cut)));
        (await tenant.Administrator.Patch("/v1/programmes/" + cut, new { campaigns = Array.Empty<object>() }, "*")).IsInvalid("/rules/0/campaign", "campaign_unknown");
    }

    private static async Task<string> Establish(TestTenant tenant, long points, string whenSpent = "truncate") => (await tenant.Establish(
        ("campaigns", new[] { new { code = "spring", points, whenSpent } }),
        ("rules", new object[] { new { code = "review", @event = "review", points = 50, campaign = "spring" }, new { code = "buy", @event = "purchase", rate = new { points = 1, per = 10 }, campaign = "spring" } }))).Id;

    private static async Task<(long Spent, long Left)> Spent(TestTenant tenant, string programme)
    {
        var answer = (await tenant.Administrator.Get($"/v1/programmes/{programme}/campaigns")).Is(200);
        return (answer.Number("data.0.spent"), answer.Number("data.0.left"));
    }
}
