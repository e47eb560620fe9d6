using System.Globalization;
using Crm.Api.Tests.Interactions;
using Crm.Domain;

namespace Crm.Api.Tests.Conflicts;

[Trait("Requirement", "S3-FAIR-1")]
public sealed class ConflictTests(CrmHost host) : ApiTest(host)
{
    private const string At = "/v1/conflicts";

    [Fact]
    public async Task Declared_for_oneself_and_seen_by_nobody_else_without_the_permission()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var (sara, saras) = await tenant.Employ("سارا");
        var (_, others) = await tenant.Employ("Other");
        var (_, supervisor) = await tenant.Employ("Supervisor", Role.Supervisor);
        var made = (await saras.Post(At, new { customerId = customer, kind = "relative", note = "برادر من است" })).Is(201);
        Assert.Equal(At + "/" + made.Id, made.Headers["Location"]);
        Assert.Equal((sara, sara, customer, "relative", "برادر من است"), (made.Text("staffId"), made.Text("declaredBy"), made.Text("customerId"), made.Text("kind"), made.Text("note")));
        Assert.NotNull(made.Find("fromOn"));
        Assert.Equal(made.Raw, (await saras.Get($"{At}/{made.Id}")).Is(200).Raw);
        Assert.Equal(made.Raw, (await supervisor.Get($"{At}/{made.Id}")).Is(200).Raw);
        (await others.Get($"{At}/{made.Id}")).IsProblem(404, "conflict.not_found");
        (await others.Post($"{At}/{made.Id}/end", new { })).IsProblem(404, "conflict.not_found");
        Assert.Empty((await others.Get(At)).Is(200).Rows);
        Assert.Single((await saras.Get(At)).Is(200).Rows);
        Assert.Single((await supervisor.Get(At)).Is(200).Rows);
        var told = Assert.Single(await tenant.Events("conflict.declared"));
        Assert.DoesNotContain("برادر", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_others_take_the_permission()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var (sara, _) = await tenant.Employ("Sara");
        var (other, others) = await tenant.Employ("Other");
        var (boss, supervisor) = await tenant.Employ("Supervisor", Role.Supervisor);
        var (_, reader) = await tenant.Employ("Reader", Role.Reader);
        (await others.Post(At, new { staffId = sara, customerId = customer, kind = "other" })).IsProblem(403, "conflict.not_yours");
        (await reader.Post(At, new { customerId = customer, kind = "other" })).IsProblem(403, "permission_missing");
        (await reader.Get(At)).IsProblem(403, "permission_missing");
        var made = (await supervisor.Post(At, new { staffId = sara, otherStaffId = other, kind = "formerEmployer" })).Is(201);
        Assert.Equal((sara, boss, other), (made.Text("staffId"), made.Text("declaredBy"), made.Text("otherStaffId")));
        Assert.Equal("ended", (await supervisor.Post($"{At}/{made.Id}/end", new { })).Is(200).Find("endedAt") is null ? "" : "ended");
        (await tenant.Administrator.Post(At, new { customerId = customer, kind = "other" })).IsInvalid("/staffId", "conflict_staff_needed");
    }

    [Fact]
    public async Task Ends_once_with_its_last_day_and_stays()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var (sara, client) = await tenant.Employ("Sara");
        var made = (await client.Post(At, new { customerId = customer, kind = "ownComplaint", fromOn = Day(-10) })).Is(201);
        (await client.Post($"{At}/{made.Id}/end", new { untilOn = Day(-11) })).IsInvalid("/untilOn", "until_before_from");
        var ended = (await client.Post($"{At}/{made.Id}/end", new { untilOn = Day(-5) })).Is(200);
        Assert.Equal((Day(-5), "\"2\""), (ended.Text("untilOn"), ended.ETag));
        (await client.Post($"{At}/{made.Id}/end", new { })).IsProblem(409, "conflict.ended");
        var now = (await client.Post(At, new { customerId = customer, kind = "other", fromOn = Day(-10) })).Is(201);
        var later = (await client.Post(At, new { customerId = customer, kind = "other", fromOn = Day(10), untilOn = Day(20) })).Is(201);
        async Task<string[]> Ids(string query) => [.. (await tenant.Administrator.Get(At + "?" + query)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];
        Assert.Equal([now.Id], await Ids("active=true"));
        Assert.Equal([later.Id, made.Id], await Ids("active=false"));
        Assert.Equal(3, (await Ids("staffId=" + sara)).Length);
        Assert.Equal(3, (await Ids("customerId=" + customer)).Length);
        Assert.Empty(await Ids("customerId=" + await tenant.NewCustomer()));
    }

    [Fact]
    public async Task Found_by_either_of_two_colleagues()
    {
        var tenant = await Host.NewTenant();
        var (sara, client) = await tenant.Employ("Sara");
        var (other, _) = await tenant.Employ("Other");
        var made = (await client.Post(At, new { otherStaffId = other, kind = "relative" })).Is(201);
        Assert.Equal(made.Id, (await tenant.Administrator.Get($"{At}?staffId={other}")).Is(200).Rows[0]!["id"]!.GetValue<string>());
        Assert.Equal(made.Id, (await tenant.Administrator.Get($"{At}?staffId={sara}")).Is(200).Rows[0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refuses_parties_that_are_none_or_of_another_tenant()
    {
        var (tenant, stranger) = (await Host.NewTenant(), await Host.NewTenant());
        var (customer, theirs) = (await tenant.NewCustomer(), await stranger.NewCustomer());
        var (theirStaff, theirClient) = await stranger.Employ("Theirs");
        var (sara, client) = await tenant.Employ("Sara");
        (await client.Post(At, new { kind = "other" })).IsInvalid("/customerId", "conflict_party_unclear");
        (await client.Post(At, new { customerId = customer, otherStaffId = sara, kind = "other" })).IsInvalid("/customerId", "conflict_party_unclear");
        (await client.Post(At, new { otherStaffId = sara, kind = "other" })).IsInvalid("/otherStaffId", "conflict_with_self");
        (await client.Post(At, new { otherStaffId = theirStaff, kind = "other" })).IsInvalid("/otherStaffId", "reference_unknown");
        (await client.Post(At, new { customerId = theirs, kind = "other" })).IsInvalid("/customerId", "reference_unknown");
        (await client.Post(At, new { customerId = customer, kind = "other", fromOn = "2026-03-02", untilOn = "2026-03-01" })).IsInvalid("/untilOn", "until_before_from");
        (await client.Post(At, new { customerId = customer, kind = "other", note = new string('x', 501) })).IsInvalid("/note", "too_long");
        (await tenant.Administrator.Post(At, new { staffId = theirStaff, customerId = customer, kind = "other" })).IsInvalid("/staffId", "responsible_unknown");
        var made = (await theirClient.Post(At, new { customerId = theirs, kind = "other" })).Is(201);
        (await tenant.Administrator.Get($"{At}/{made.Id}")).IsProblem(404, "conflict.not_found");
        (await tenant.Administrator.Post($"{At}/{made.Id}/end", new { })).IsProblem(404, "conflict.not_found");
        var refused = await client.Post(At, new { staffId = theirStaff, customerId = customer, kind = "other" }, ("Accept-Language", "fa"));
        Assert.StartsWith("اعلام تعارض", refused.IsProblem(403, "conflict.not_yours").Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_with_a_merged_customer_and_loses_its_words_with_an_erased_one()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (survivor, loser) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        var (_, saras) = await tenant.Employ("Sara");
        var made = (await saras.Post(At, new { customerId = loser, kind = "relative", note = "برادر من است" })).Is(201);
        (await client.Post($"/v1/customers/{survivor}:merge", new { loserId = loser }, ("If-Match", "*"))).Is(200);
        Assert.Equal(survivor, (await saras.Get($"{At}/{made.Id}")).Is(200).Text("customerId"));
        (await saras.Post(At, new { customerId = loser, kind = "relative" })).IsProblem(409, "customer.merged");
        (await client.Post($"/v1/customers/{survivor}/erasure", new { reason = "customerRequest" })).Is(200);
        Assert.Null((await saras.Get($"{At}/{made.Id}")).Is(200).Find("note"));
        (await saras.Post(At, new { customerId = survivor, kind = "relative" })).IsProblem(409, "customer.erased");
        (await saras.Post($"{At}/{made.Id}/end", new { })).Is(200);
    }

    private string Day(int days) => Host.Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
