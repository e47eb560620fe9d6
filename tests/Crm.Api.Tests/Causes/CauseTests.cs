namespace Crm.Api.Tests.Causes;

[Trait("Requirement", "S1-LEARN-1")]
public sealed class CauseTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Added_with_names_read_and_listed_in_the_order_of_the_tree()
    {
        var client = (await Host.NewTenant()).Administrator;
        var delivery = await Add(client, "delivery", controllable: true);
        var late = await Add(client, "late", delivery.Id);
        await Add(client, "delivery-fees");
        var snow = await Add(client, "snow", late.Id);
        await Add(client, "damaged", delivery.Id);
        Assert.Equal("/v1/causes/" + snow.Id, snow.Headers["Location"]);
        Assert.Equal("علت snow", snow.Text("names.fa"));
        Assert.Equal(["delivery", "late", "snow"], snow.Body!["path"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal(snow.Raw, (await client.Get("/v1/causes/" + snow.Id)).Is(200).Raw);
        Assert.Equal(["delivery", "damaged", "late", "snow", "delivery-fees"], await Codes(client));
        var page = (await client.Get("/v1/causes?limit=2")).Is(200);
        Assert.Equal(["late", "snow", "delivery-fees"], (await client.Get("/v1/causes?limit=3&cursor=" + page.Text("next"))).Is(200).Rows.Select(r => r!["code"]!.GetValue<string>()));
        Assert.Equal(["damaged", "late"], await Codes(client, "?parentId=" + delivery.Id));
        Assert.Equal(["late"], await Codes(client, "?code=late"));
        Assert.Equal(["damaged", "snow"], await Codes(client, "?sort=-createdAt&limit=2"));
        (await client.Get("/v1/causes?sort=name")).IsProblem(422, "sort_unknown");
    }

    [Fact]
    public async Task Refuses_what_is_no_cause_and_has_no_place()
    {
        var (client, stranger) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        object Cause(string code, object? names = null, string? parentId = null) => new { code, names = names ?? new { fa = "علت" }, parentId };
        (await client.Post("/v1/causes", Cause("Late Delivery"))).IsInvalid("/code", "cause_code_invalid");
        (await client.Post("/v1/causes", Cause(""))).IsInvalid("/code", "required");
        (await client.Post("/v1/causes", Cause(new string('a', 61)))).IsInvalid("/code", "too_long");
        (await client.Post("/v1/causes", Cause("late", new { }))).IsInvalid("/names", "required");
        (await client.Post("/v1/causes", Cause("late", new Dictionary<string, string> { ["not a tag"] = "X" }))).Is(422);
        (await client.Post("/v1/causes", Cause("late", new { en = new string('x', 201) }))).Is(422);
        var theirs = await Add(stranger, "late");
        (await client.Post("/v1/causes", Cause("late", parentId: theirs.Id))).IsInvalid("/parentId", "cause_parent_unknown");
        var late = await Add(client, "late");
        Assert.Equal(late.Id, (await client.Post("/v1/causes", Cause("late"))).IsProblem(409, "cause.code_taken").Text("conflictingId"));
        var third = await Add(client, "c", (await Add(client, "b", late.Id)).Id);
        (await client.Post("/v1/causes", Cause("d", parentId: third.Id))).IsProblem(409, "cause.too_deep");
        (await client.Get("/v1/causes/" + theirs.Id)).IsProblem(404, "cause.not_found");
        (await client.Patch("/v1/causes/" + theirs.Id, new { controllable = true }, "*")).IsProblem(404, "cause.not_found");
        (await client.Delete("/v1/causes/" + theirs.Id, "*")).IsProblem(404, "cause.not_found");
        var refused = await client.Post("/v1/causes", Cause("d", parentId: third.Id));
        Assert.Equal("cause.too_deep", refused.Code);
        Assert.StartsWith("درخت علت‌ها", (await client.Send(HttpMethod.Post, "/v1/causes", Cause("d", parentId: third.Id), ("Accept-Language", "fa"))).Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revised_and_moved_with_everything_below_and_never_in_a_circle()
    {
        var client = (await Host.NewTenant()).Administrator;
        var (top, other) = (await Add(client, "top"), await Add(client, "other"));
        var middle = await Add(client, "middle", top.Id);
        var leaf = await Add(client, "leaf", middle.Id);
        (await client.Patch("/v1/causes/" + middle.Id, new { controllable = true }, null)).IsProblem(428, "if_match_required");
        (await client.Patch("/v1/causes/" + middle.Id, new { controllable = true }, "\"7\"")).IsProblem(412, "stale_version");
        (await client.Patch("/v1/causes/" + middle.Id, new { code = "else" }, middle.ETag)).IsProblem(409, "cause.code_is_fixed");
        var revised = (await client.Patch("/v1/causes/" + middle.Id, new { names = new { de = "Mitte", en = (string?)null }, controllable = false }, middle.ETag)).Is(200);
        Assert.Equal(("Mitte", false), (revised.Text("names.de"), revised.Find("controllable")!.GetValue<bool>()));
        Assert.Null(revised.Find("names.en"));
        Assert.Equal(["top", "middle"], revised.Body!["path"]!.AsArray().Select(p => p!.GetValue<string>()));
        (await client.Patch("/v1/causes/" + top.Id, new { parentId = leaf.Id }, top.ETag)).IsProblem(409, "cause.circular");
        (await client.Patch("/v1/causes/" + top.Id, new { parentId = top.Id }, top.ETag)).IsProblem(409, "cause.circular");
        (await client.Patch("/v1/causes/" + top.Id, new { parentId = other.Id }, top.ETag)).IsProblem(409, "cause.too_deep");
        (await client.Patch("/v1/causes/" + middle.Id, new { parentId = other.Id }, revised.ETag)).Is(200);
        var moved = (await client.Get("/v1/causes/" + leaf.Id)).Is(200);
        Assert.Equal(["other", "middle", "leaf"], moved.Body!["path"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal("\"2\"", moved.ETag);
        Assert.Equal(["other", "middle", "leaf", "top"], await Codes(client));
        (await client.Patch("/v1/causes/" + middle.Id, new { parentId = (string?)null }, "*")).Is(200);
        Assert.Equal(["middle", "leaf", "other", "top"], await Codes(client));
    }

    [Fact]
    public async Task Two_that_are_moved_below_each_other_at_once_close_no_circle()
    {
        var client = (await Host.NewTenant()).Administrator;
        for (var i = 0; i < 5; i++)
        {
            var (a, b) = (await Add(client, "a" + i), await Add(client, "b" + i));
            var answers = await Task.WhenAll(
                Task.Run(() => client.Patch("/v1/causes/" + a.Id, new { parentId = b.Id }, a.ETag)), Task.Run(() => client.Patch("/v1/causes/" + b.Id, new { parentId = a.Id }, b.ETag)));
            Assert.Single(answers, x => x.Status == 200);
            Assert.All(answers.Where(x => x.Status != 200), x => Assert.Contains(x.Status, (int[])[409, 412]));
        }
    }

    [Fact]
    public async Task A_retired_one_stays_and_is_given_to_nothing_new()
    {
        var client = (await Host.NewTenant()).Administrator;
        var top = await Add(client, "top");
        var below = await Add(client, "below", top.Id);
        (await client.Delete("/v1/causes/" + top.Id)).IsProblem(428, "if_match_required");
        (await client.Delete("/v1/causes/" + top.Id, top.ETag)).IsProblem(409, "cause.has_active_below");
        (await client.Delete("/v1/causes/" + below.Id, "\"7\"")).IsProblem(412, "stale_version");
        (await client.Delete("/v1/causes/" + below.Id, below.ETag)).Is(204);
        (await client.Delete("/v1/causes/" + below.Id, below.ETag)).Is(204);
        (await client.Delete("/v1/causes/" + top.Id, top.ETag)).Is(204);
        Assert.Empty(await Codes(client, "?active=true"));
        Assert.Equal(["top", "below"], await Codes(client, "?active=false"));
        Assert.False((await client.Get("/v1/causes/" + top.Id)).Is(200).Find("active")!.GetValue<bool>());
        (await client.Patch("/v1/causes/" + top.Id, new { controllable = true }, "*")).IsProblem(409, "cause.retired");
        (await client.Post("/v1/causes", new { code = "new", names = new { en = "New" }, parentId = top.Id })).IsInvalid("/parentId", "cause_parent_unknown");
        (await client.Post("/v1/causes", new { code = "top", names = new { en = "New" } })).IsProblem(409, "cause.code_taken");
        var owner = (await client.Post("/v1/staff", new { name = "Sara" })).Is(201).Id;
        (await client.Post("/v1/corrective-actions", new { title = "Train", ownerId = owner, dueOn = "2026-04-01", causeId = top.Id })).IsInvalid("/causeId", "cause_unknown");
    }

    [Fact]
    public async Task The_standard_taxonomy_is_adopted_around_what_there_is()
    {
        var client = (await Host.NewTenant()).Administrator;
        var own = await Add(client, "delivery");
        var adopted = (await client.Post("/v1/causes:adopt", new { preset = "standard" })).Is(200);
        Assert.Equal(16, adopted.Body!["data"]!.AsArray().Count);
        var late = (await client.Get("/v1/causes?code=late-delivery")).Is(200).Rows[0]!;
        Assert.Equal((own.Id, "دیرکرد در تحویل", "Late delivery"), (late["parentId"]!.GetValue<string>(), late["names"]!["fa"]!.GetValue<string>(), late["names"]!["en"]!.GetValue<string>()));
        Assert.Equal("علت delivery", (await client.Get("/v1/causes/" + own.Id)).Text("names.fa"));
        Assert.Empty((await client.Post("/v1/causes:adopt", new { preset = "standard" })).Is(200).Body!["data"]!.AsArray());
        Assert.Equal(17, (await Codes(client)).Length);
        (await client.Post("/v1/causes:adopt", new { preset = "other" })).Is(422);
        var fresh = (await Host.NewTenant()).Administrator;
        Assert.Equal(17, (await fresh.Post("/v1/causes:adopt", new { preset = "standard" })).Is(200).Body!["data"]!.AsArray().Count);
    }

    internal static async Task<Answer> Add(ApiClient client, string code, string? parentId = null, bool? controllable = null) =>
        (await client.Post("/v1/causes", new { code, names = new { fa = "علت " + code, en = code }, parentId, controllable })).Is(201);

    private static async Task<string[]> Codes(ApiClient client, string query = "") =>
        [.. (await client.Get("/v1/causes" + query)).Is(200).Rows.Select(r => r!["code"]!.GetValue<string>())];
}
