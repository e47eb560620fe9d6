using static Crm.Api.Tests.Interactions.InteractionSteps;

namespace Crm.Api.Tests.Interactions;

public sealed class CorrectInteractionTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Leaves_the_original_and_names_each_in_the_other()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var original = await tenant.Record(customer, 5, ("words", "wrong"));
        var body = Call(customer, 5, ("words", "right"), ("reason", "misheard"));
        var correction = (await tenant.Administrator.Post($"/v1/interactions/{original.Id}/corrections", body)).Is(201);
        Assert.Equal(original.Id, correction.Text("correctsId"));
        var read = await tenant.Administrator.Get("/v1/interactions/" + original.Id, ("If-None-Match", original.ETag));
        Assert.Equal((correction.Id, "misheard", "wrong"), (read.Is(200).Text("correctedById"), read.Text("correctionReason"), read.Text("words")));
        var again = await tenant.Administrator.Post($"/v1/interactions/{original.Id}/corrections", body);
        Assert.Equal(correction.Id, again.IsProblem(409, "interaction.already_corrected").Text("conflictingId"));
        Assert.Equal(correction.Id, Assert.Single((await tenant.Administrator.Get("/v1/interactions?corrected=false")).Rows)!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Accepts_one_of_many_at_the_same_moment()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var original = await tenant.Record(customer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            tenant.Administrator.Post($"/v1/interactions/{original.Id}/corrections", Call(customer, 5, ("reason", "try " + i)))));
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsProblem(409, "interaction.already_corrected"));
        Assert.Equal(2, (await tenant.Administrator.Get("/v1/interactions")).Rows.Count);
    }

    [Fact]
    public async Task Wants_a_reason_and_an_interaction_that_the_caller_sees()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var customer = await tenant.NewCustomer();
        var original = await tenant.Record(customer, 5, ("visibility", "private"));
        (await tenant.Administrator.Post($"/v1/interactions/{original.Id}/corrections", Call(customer))).IsInvalid("/reason", "required");
        var body = Call(customer, 5, ("reason", "r"));
        (await other.Administrator.Post($"/v1/interactions/{original.Id}/corrections", body)).IsProblem(404, "interaction.not_found");
        var (_, agent) = await tenant.Employ("Agent");
        (await agent.Post($"/v1/interactions/{original.Id}/corrections", body)).IsProblem(404, "interaction.not_found");
        Assert.Equal("private", (await tenant.Administrator.Post($"/v1/interactions/{original.Id}/corrections", body)).Is(201).Text("visibility"));
    }
}
