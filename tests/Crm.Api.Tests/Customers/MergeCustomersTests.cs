namespace Crm.Api.Tests.Customers;

public sealed class MergeCustomersTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S3-DB-1")]
    public async Task Unites_two_records_and_leaves_a_tombstone_that_leads_to_the_survivor()
    {
        var tenant = await Host.NewTenant();
        var survivor = await tenant.Register(new { kind = "person", givenName = "مریم", language = "fa", externalId = "A", tags = new[] { "vip" } });
        var loser = await tenant.Register(new
        {
            kind = "person",
            givenName = "Mariam",
            familyName = "احمدی",
            language = "en",
            externalId = "B",
            contactPoints = new[] { new { kind = "email", value = "m@example.com" } },
        });
        await tenant.AddTimeline(loser.Id, "thing.happened");
        var merged = await tenant.Administrator.Post($"/v1/customers/{survivor.Id}:merge",
            new { loserId = loser.Id, loserVersion = 1, choices = new { language = "loser", externalId = "loser" } }, ("If-Match", survivor.ETag));
        merged.Is(200);
        Assert.Equal("\"2\"", merged.ETag);
        Assert.Equal(("مریم", "احمدی", "en", "B"), (merged.Text("customer.givenName"), merged.Text("customer.familyName"), merged.Text("customer.language"), merged.Text("customer.externalId")));
        Assert.Equal(["givenName", "language", "externalId"], merged.Find("conflicts")!.AsArray().Select(c => c!["member"]!.GetValue<string>()));
        Assert.Equal(2, merged.Find("moves.timelineEntries")!.GetValue<int>());
        Assert.Equal(1, merged.Find("moves.lifecycleChanges")!.GetValue<int>());

        var tombstone = (await tenant.Customer(loser.Id)).Is(200);
        Assert.Equal(("merged", survivor.Id, "A"), (tombstone.Text("state"), tombstone.Text("survivorId"), tombstone.Text("externalId")));
        Assert.Equal(["thing.happened", "customer.merged"], await tenant.Timeline(survivor.Id));
        var found = await tenant.Administrator.Get("/v1/customers?q=m@example.com");
        Assert.Equal(survivor.Id, Assert.Single(found.Rows)!["id"]!.GetValue<string>());
        (await tenant.Administrator.Patch("/v1/customers/" + loser.Id, new { language = "de" }, "*")).IsProblem(409, "customer.merged");
        Assert.Equal(survivor.Id, (await tenant.Administrator.Get($"/v1/customers/{loser.Id}/merges")).Rows[0]!["survivorId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Shows_without_doing_what_a_merge_would_do()
    {
        var tenant = await Host.NewTenant();
        var survivor = await tenant.Register("Ali");
        var loser = await tenant.Register("Alireza");
        var shown = (await tenant.Administrator.Post($"/v1/customers/{survivor.Id}:merge", new { loserId = loser.Id, dryRun = true }, ("If-Match", survivor.ETag))).Is(200);
        Assert.Null(shown.Find("mergeId"));
        Assert.Equal(1, shown.Find("moves.lifecycleChanges")!.GetValue<int>());
        Assert.Equal(survivor.Raw, (await tenant.Customer(survivor.Id)).Raw);
        Assert.Equal(loser.Raw, (await tenant.Customer(loser.Id)).Raw);
        Assert.Empty((await tenant.Administrator.Get($"/v1/customers/{survivor.Id}/merges")).Is(200).Rows);
    }

    [Fact]
    public async Task Refuses_what_cannot_be_merged()
    {
        var tenant = await Host.NewTenant();
        var one = await tenant.Register("Ali");
        var other = await tenant.Register("Reza");
        var organisation = await tenant.Register(new { kind = "organisation", organisationName = "شرکت" });
        (await tenant.Merge(one.Id, one.Id)).IsProblem(422, "customer.merge_same_record");
        (await tenant.Merge(one.Id, organisation.Id)).IsProblem(409, "customer.merge_kinds_differ");
        (await tenant.Merge(one.Id, "customer_01j00000000000000000000000")).IsProblem(422, "customer.merge_loser_unknown");
        (await tenant.Merge("customer_01j00000000000000000000000", one.Id)).IsProblem(404, "customer.not_found");
        (await tenant.Merge(one.Id, other.Id, "\"7\"")).IsProblem(412, "stale_version");
        (await tenant.Administrator.Post($"/v1/customers/{one.Id}:merge", new { loserId = other.Id })).IsProblem(428, "if_match_required");
        (await tenant.Administrator.Post($"/v1/customers/{one.Id}:merge", new { loserId = other.Id, loserVersion = 9 }, ("If-Match", "*"))).IsProblem(412, "stale_version");
        (await tenant.Administrator.Post($"/v1/customers/{one.Id}:merge", new { loserId = other.Id, choices = new { colour = "loser" } }, ("If-Match", "*"))).IsInvalid("/choices/colour", "merge_choice_unknown");
        var stranger = await (await Host.NewTenant()).Register("Stranger");
        (await tenant.Merge(one.Id, stranger.Id)).IsProblem(422, "customer.merge_loser_unknown");
        (await tenant.Merge(stranger.Id, one.Id)).IsProblem(404, "customer.not_found");
        (await tenant.Merge(one.Id, other.Id)).Is(200);
        Assert.Equal(one.Id, (await tenant.Merge(one.Id, other.Id)).IsProblem(409, "customer.merged").Text("conflictingId"));
        Assert.Equal(one.Id, (await tenant.Merge(other.Id, one.Id)).IsProblem(409, "customer.merged").Text("conflictingId"));
    }

    [Fact]
    public async Task Moves_relations_so_that_none_can_be_recorded_twice()
    {
        var tenant = await Host.NewTenant();
        var (survivor, loser, firm, friend) = (await tenant.Register("S"), await tenant.Register("L"), await tenant.Register("F"), await tenant.Register("K"));
        await Relate(loser, "worksFor", firm).Made();
        await Relate(friend, "knows", loser).Made();
        await Relate(survivor, "partnerOf", friend).Made();
        await Relate(friend, "partnerOf", loser).Made();
        (await tenant.Merge(survivor.Id, loser.Id)).Is(200);
        Assert.Equal(3, (await tenant.Administrator.Get($"/v1/customers/{survivor.Id}/relations")).Is(200).Rows.Count);
        (await Relate(survivor, "worksFor", firm)).IsProblem(409, "relation.duplicate");
        (await Relate(survivor, "knows", friend)).IsProblem(409, "relation.duplicate");
        (await Relate(friend, "knows", survivor)).IsProblem(409, "relation.duplicate");
        (await Relate(friend, "partnerOf", survivor)).IsProblem(409, "relation.duplicate");
        (await tenant.Unmerge(survivor.Id, loser.Id)).Is(200);
        (await Relate(loser, "worksFor", firm)).IsProblem(409, "relation.duplicate");
        (await Relate(loser, "knows", friend)).IsProblem(409, "relation.duplicate");
        await Relate(survivor, "worksFor", firm).Made();
        await Relate(survivor, "knows", friend).Made();

        Task<Answer> Relate(Answer one, string kind, Answer other) =>
            tenant.Administrator.Post($"/v1/customers/{one.Id}/relations", new { kind, otherCustomerId = other.Id });
    }

    [Fact]
    public async Task Lets_one_of_fifty_parallel_merges_of_the_same_loser_win()
    {
        var tenant = await Host.NewTenant();
        var loser = await tenant.Register("Loser");
        await tenant.AddTimeline(loser.Id, "thing.happened");
        var survivors = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => tenant.Register($"Survivor {i}")));
        var answers = await Task.WhenAll(survivors.Select(s => tenant.Merge(s.Id, loser.Id)));
        var won = Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a != won), a => Assert.Contains(a.Status, new[] { 409, 412 }));
        Assert.Equal(won.Text("customer.id"), (await tenant.Customer(loser.Id)).Text("survivorId"));
        Assert.Equal(["thing.happened", "customer.merged"], await tenant.Timeline(won.Text("customer.id")));
    }

    [Fact]
    public async Task Answers_the_same_request_twice_with_one_merge()
    {
        var tenant = await Host.NewTenant();
        var survivor = await tenant.Register("Ali");
        var loser = await tenant.Register("Reza");
        var first = await tenant.Administrator.Post($"/v1/customers/{survivor.Id}:merge", new { loserId = loser.Id }, ("If-Match", "*"), ("Idempotency-Key", "m1"));
        var second = await tenant.Administrator.Post($"/v1/customers/{survivor.Id}:merge", new { loserId = loser.Id }, ("If-Match", "*"), ("Idempotency-Key", "m1"));
        Assert.Equal(first.Is(200).Raw, second.Is(200).Raw);
    }
}

file static class RelationSteps
{
    public static async Task Made(this Task<Answer> relation) => (await relation).Is(201);
}
