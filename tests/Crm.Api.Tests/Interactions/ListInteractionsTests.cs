using static Crm.Api.Tests.Interactions.InteractionSteps;

namespace Crm.Api.Tests.Interactions;

public sealed class ListInteractionsTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Filters_by_everything_that_is_told()
    {
        var tenant = await Host.NewTenant();
        var (one, two) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        var (sara, _) = await tenant.Employ("Sara");
        var call = await tenant.Record(one, 100, ("emotionAtStart", "furious"), ("outcome", "resolved"), ("staffId", sara));
        var mail = await tenant.Record(two, 50, ("channel", "email"), ("direction", "outbound"), ("emotionAtStart", "uneasy"), ("mentions", new[] { sara }));
        var letter = await tenant.Record(one, 4000, ("channel", "post"), ("visibility", "customer"));
        await Shows(call, "emotionAtLeast=angry", "outcome=resolved,dropped", "staffId=" + sara, $"customerId={one}&channel=phone");
        await Shows(mail, "emotionAtLeast=calm&direction=outbound", "mentions=" + sara, "channel=email,chat", "startedAfter=" + At(-60));
        await Shows(letter, "visibility=customer", "startedBefore=" + At(-200), "sort=-createdAt&limit=1", "sort=startedAt&limit=1");
        await Shows(call, "sort=createdAt&limit=1", "updatedSince=2026-01-01T00:00:00Z&limit=1");
        (await tenant.Administrator.Get("/v1/interactions?emotionAtLeast=sad")).IsInvalid("/emotionAtLeast", "value_unknown");
        (await tenant.Administrator.Get("/v1/interactions?sort=words")).IsProblem(422, "sort_unknown");
        (await tenant.Administrator.Get("/v1/interactions?mood=bad")).IsProblem(422, "parameter_unknown");

        async Task Shows(Answer expected, params string[] queries)
        {
            foreach (var query in queries)
            {
                var answer = (await tenant.Administrator.Get("/v1/interactions?" + query)).Is(200);
                Assert.Equal([expected.Id], answer.Rows.Select(r => r!["id"]!.GetValue<string>()));
            }
        }
    }

    [Fact]
    [Trait("Requirement", "S4-INTERNAL-1")]
    public async Task Hides_what_is_private_from_everybody_but_its_author_and_who_may()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var (_, author) = await tenant.Employ("Author");
        var (_, colleague) = await tenant.Employ("Colleague");
        var (_, supervisor) = await tenant.Employ("Supervisor", Domain.Role.Supervisor);
        var secret = (await author.Post("/v1/interactions", Call(customer, 5, ("visibility", "private"), ("emotionAtStart", "angry"), ("emotionAtEnd", "calm")))).Is(201);
        foreach (var (client, sees) in new[] { (author, true), (colleague, false), (supervisor, true), (tenant.Administrator, true) })
        {
            Assert.Equal(sees ? 200 : 404, (await client.Get("/v1/interactions/" + secret.Id)).Status);
            var list = await client.Get("/v1/interactions?count=true&customerId=" + customer);
            Assert.Equal((sees ? 1 : 0, sees ? 1 : 0), (list.Is(200).Rows.Count, list.Body!["count"]!.GetValue<int>()));
            Assert.Equal(sees ? 2 : 1, (await client.Get($"/v1/customers/{customer}/timeline")).Is(200).Rows.Count);
            var briefing = (await client.Get($"/v1/customers/{customer}/briefing")).Is(200);
            Assert.Equal((sees ? 1 : 0, sees ? 1 : 0), (briefing.Body!["lastInteractions"]!.AsArray().Count, briefing.Body["contactsInLast30Days"]!.GetValue<int>()));
            Assert.Equal(sees ? 1 : 0, (await client.Get("/v1/interactions/statistics")).Is(200).Body!["count"]!.GetValue<int>());
        }
    }

    [Fact]
    [Trait("Requirement", "S2-CALM-1")]
    public async Task Tells_how_many_who_came_in_anger_left_in_peace()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        await tenant.Record(customer, 10, ("emotionAtStart", "furious"), ("emotionAtEnd", "calm"));
        await tenant.Record(customer, 11, ("emotionAtStart", "angry"), ("emotionAtEnd", "furious"), ("channel", "chat"));
        await tenant.Record(customer, 12, ("emotionAtStart", "annoyed"), ("emotionAtEnd", "calm"));
        var told = (await tenant.Administrator.Get("/v1/interactions/statistics")).Is(200).Body!;
        Assert.Equal((3, 2, 1, 0.5), (told["count"]!.GetValue<int>(), told["startedAngry"]!.GetValue<int>(), told["calmedDown"]!.GetValue<int>(), told["deEscalationRate"]!.GetValue<double>()));
        Assert.Equal(["phone", "chat"], told["byChannel"]!.AsArray().Select(c => c!["channel"]!.GetValue<string>()));
        (await tenant.Administrator.Get("/v1/interactions/statistics?from=2020-01-01T00:00:00Z")).IsProblem(422, "period_invalid");
        (await tenant.Administrator.Get("/v1/interactions/statistics?to=0001-01-01T00:00:00Z")).Is(200);
    }
}
