using Crm.Api.Tests.Callbacks;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.KeyAccounts;
using Crm.Api.Tests.Work;
using Crm.Domain;

namespace Crm.Api.Tests.Customers;

[Trait("Requirement", "S3-FUTURE-1")]
public sealed class NeedTaskTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_need_becomes_a_task_of_who_cares_for_the_customer_and_is_met_when_it_is_done()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var client = tenant.Administrator;
        var (manager, managers) = await tenant.Employ("Manager");
        var organisation = await client.NewOrganisation();
        await tenant.Designate(organisation, manager);
        var buyer = await tenant.Buyer(organisation);
        var need = (await client.Need(buyer, new { text = "ون دوم برای شعبهٔ تازه", expectedMonth = "2097-04" })).Is(201);
        Assert.Equal([need.Id], await client.Forecast("expectedFrom=2097-04-01&expectedTo=2097-06-30&takenUp=false"));

        var task = (await client.TaskOf(need)).Is(201);
        Assert.Equal("/v1/work/" + task.Id, task.Headers["Location"]);
        Assert.Equal(
            ("task", need.Id, "ون دوم برای شعبهٔ تازه", buyer, manager, "2097-03-31T20:30:00.000Z"),
            (task.Text("kind"), task.Text("subject"), task.Text("title"), task.Text("customerId"), task.Text("ownerId"), task.Text("dueAt")));
        Assert.Equal([task.Id], await managers.Queue("mine=true"));
        Assert.Equal([task.Id], await client.Queue("subject=" + need.Id));
        var taken = await client.NeedOf(need);
        Assert.Equal((task.Id, "open"), (taken.Text("workId"), taken.Text("status")));
        Assert.Equal(task.Id, (await client.Get($"/v1/customers/{buyer}/briefing")).Is(200).Text("needs.0.workId"));
        Assert.Equal([need.Id], await client.Forecast("takenUp=true"));
        Assert.Empty(await client.Forecast("takenUp=false"));
        Assert.Equal(task.Id, (await client.TaskOf(need)).IsProblem(409, "need.taken_up").Text("conflictingId"));

        (await managers.Complete(task.Id)).Is(200);
        var met = await client.NeedOf(need);
        Assert.Equal(("met", task.Id), (met.Text("status"), met.Text("workId")));
        (await client.TaskOf(need)).IsProblem(409, "need.settled");
        Assert.Equal(["relation.recorded", "need.recorded", "need.taken_up", "need.settled"], await tenant.Timeline(buyer));
        Assert.Single(await tenant.Events("need.taken_up"));

        (await managers.Post($"/v1/work/{task.Id}/reopening", new { reason = "It was too small" })).Is(200);
        var again = await client.NeedOf(need);
        Assert.Equal(("open", task.Id), (again.Text("status"), again.Text("workId")));
        (await managers.Cancel(task.Id)).Is(200);
        Assert.Null((await client.NeedOf(need)).Find("workId"));
        var other = (await client.TaskOf(need, new { title = "Ask", ownerId = manager, due = Host.At(3), priority = "urgent" })).Is(201);
        Assert.Equal(("Ask", "urgent"), (other.Text("title"), other.Text("priority")));
        (await managers.Post($"/v1/work/{task.Id}/reopening", new { reason = "By mistake" })).Is(200);
        Assert.Equal(other.Id, (await client.NeedOf(need)).Text("workId"));
    }

    [Fact]
    public async Task A_need_that_is_settled_moved_or_removed_takes_its_task_along()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var customer = await tenant.NewCustomer();
        var need = (await saras.Need(customer, new { text = new string('و', 400), expectedOn = "2097-05-10" })).Is(201);
        var task = (await saras.TaskOf(need)).Is(201);
        Assert.Equal((sara, 300, 400), (task.Text("ownerId"), task.Text("title").Length, task.Text("note").Length));
        (await saras.Patch(need.Path(), new { text = "Lorry", expectedOn = "2097-06-10" }, "*")).Is(200);
        Assert.Equal("2097-06-09T20:30:00.000Z", (await saras.Get("/v1/work/" + task.Id)).Is(200).Text("dueAt"));
        (await saras.Patch("/v1/work/" + task.Id, new { title = "Lorry", dueAt = "2097-01-01T08:00:00Z" }, "*")).Is(200);
        (await saras.Patch(need.Path(), new { expectedOn = (string?)null, expectedMonth = "2097-08" }, "*")).Is(200);
        Assert.Equal("2097-01-01T08:00:00.000Z", (await saras.Get("/v1/work/" + task.Id)).Is(200).Text("dueAt"));

        (await saras.Patch(need.Path(), new { status = "dropped" }, "*")).Is(200);
        Assert.Equal("cancelled", (await saras.Get("/v1/work/" + task.Id)).Is(200).Text("state"));
        (await saras.TaskOf(need)).IsProblem(409, "need.settled");
        (await saras.Patch(need.Path(), new { status = "open" }, "*")).Is(200);
        var second = (await saras.TaskOf(need)).Is(201);
        (await saras.Patch(need.Path(), new { status = "met" }, "*")).Is(200);
        Assert.Equal("done", (await saras.Get("/v1/work/" + second.Id)).Is(200).Text("state"));

        var other = (await saras.Need(customer, new { text = "Someday" })).Is(201);
        var undated = (await saras.TaskOf(other)).Is(201);
        Assert.Null(undated.Find("dueAt"));
        (await saras.Delete(other.Path(), "*")).Is(204);
        Assert.Equal("cancelled", (await saras.Get("/v1/work/" + undated.Id)).Is(200).Text("state"));
        (await saras.TaskOf(other)).IsProblem(404, "need.not_found");
    }

    [Fact]
    public async Task Who_cares_for_the_customer_is_told_once_when_a_need_comes_up_that_nobody_sees_to()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var ((sara, saras), (_, others)) = (await tenant.Employ("Sara"), await tenant.Employ("Other"));
        var customer = (await others.RegisterPerson("Ali", more: new { ownerId = sara })).Id;
        string Day(int days) => own.Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var far = (await others.Need(customer, new { text = "Van", expectedOn = Day(50) })).Is(201);
        var moved = (await others.Need(customer, new { text = "Moved", expectedOn = Day(50) })).Is(201);
        var gone = (await others.Need(customer, new { text = "Gone", expectedOn = Day(50) })).Is(201);
        var seenTo = (await others.Need(customer, new { text = "Seen to", expectedOn = Day(50) })).Is(201);
        var ownerless = (await others.Need((await others.RegisterPerson("Reza")).Id, new { text = "Soon", expectedOn = Day(5) })).Is(201);
        (await others.Need(customer, new { text = "Someday" })).Is(201);
        (await others.Need(customer, new { text = "Over", expectedOn = Day(-5) })).Is(201);
        (await others.Patch(moved.Path(), new { expectedOn = Day(90) }, "*")).Is(200);
        (await others.Delete(gone.Path(), "*")).Is(204);
        (await others.TaskOf(seenTo)).Is(201);
        Assert.Equal(4, await tenant.Alarms());
        await own.Ring();
        Assert.Equal([ownerless.Id], await Told(others));
        Assert.Empty(await Told(saras));
        await own.Pass(TimeSpan.FromDays(22));
        await own.Ring();
        await own.Ring();
        Assert.Equal([far.Id], await Told(saras));
        await own.Pass(TimeSpan.FromDays(40));
        await own.Ring();
        Assert.Equal([far.Id, moved.Id], await Told(saras));
        Assert.Equal(3, (await tenant.Events("need.comes_up")).Count);
        Assert.Equal(0, await tenant.Alarms());

        static async Task<string[]> Told(ApiClient client) => [.. (await client.Get("/v1/notifications")).Is(200).Rows
            .Where(n => n!["kind"]!.GetValue<string>() == "need.comes_up").Select(n => n!["subject"]!.GetValue<string>()).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("0001-01-01", 1)]
    [InlineData("2020-02-29", 1)]
    [InlineData("9999-12-31", null)]
    [InlineData("2300-01-01", null)]
    public async Task What_is_over_is_due_tomorrow_and_what_lies_beyond_all_calendars_is_undated(string expectedOn, int? days)
    {
        var tenant = await Host.NewTenant();
        var need = (await tenant.Administrator.Need(await tenant.NewCustomer(), new { text = "Van", expectedOn })).Is(201);
        var task = (await tenant.Administrator.TaskOf(need)).Is(201);
        Assert.Equal(days, task.Find("dueAt") is null ? null : (int)Math.Round((DateTimeOffset.Parse(task.Text("dueAt"), null) - Host.Clock.GetUtcNow()).TotalDays));
        Assert.Null(task.Find("ownerId"));
        var (sara, _) = await tenant.Employ("Sara");
        (await tenant.Administrator.Assign(task.Id, sara)).Is(200);
    }

    [Fact]
    public async Task One_of_many_who_take_it_up_at_once_gets_it_and_the_others_are_told_which_task_it_is()
    {
        var tenant = await Host.NewTenant();
        await tenant.Employ("Sara");
        var need = (await tenant.Administrator.Need(await tenant.NewCustomer(), new { text = "Van" })).Is(201);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tenant.Administrator.TaskOf(need)));
        var task = Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a != task), a => Assert.Equal(task.Id, a.IsProblem(409, "need.taken_up").Text("conflictingId")));
        Assert.Equal([task.Id], await tenant.Administrator.Queue("subject=" + need.Id));
    }

    [Fact]
    public async Task Refuses_what_makes_no_task()
    {
        var tenant = await Host.NewTenant();
        var (_, readers) = await tenant.Employ("Reader", Role.Reader);
        var need = (await tenant.Administrator.Need(await tenant.NewCustomer(), new { text = "Van" })).Is(201);
        (await readers.TaskOf(need)).Is(403);
        (await (await Host.NewTenant()).Administrator.TaskOf(need)).IsProblem(404, "need.not_found");
        (await tenant.Administrator.TaskOf(need, new { ownerId = "staff_01j00000000000000000000000" })).IsProblem(422, "owner_unknown");
        (await tenant.Administrator.TaskOf(need, new { due = Host.At(-1) })).IsProblem(422, "work_due_past");
        (await tenant.Administrator.TaskOf(need, new { due = "9999-12-31T23:59:59Z" })).Is(422);
        (await tenant.Administrator.TaskOf(need, new { title = " " })).Is(422);
        (await tenant.Administrator.TaskOf(need, new { title = new string('x', 301) })).Is(422);
        (await tenant.Administrator.TaskOf(need, new { note = new string('x', 1001) })).Is(422);
        (await tenant.Administrator.TaskOf(need, new { priority = 7 })).Is(422);
        var one = (await tenant.Administrator.Post(need.Path() + "/task", new { }, ("Idempotency-Key", "one"))).Is(201);
        var replayed = (await tenant.Administrator.Post(need.Path() + "/task", new { }, ("Idempotency-Key", "one"))).Is(201);
        Assert.Equal((one.Id, "true"), (replayed.Id, replayed.Headers["Idempotency-Replayed"]));
    }

    [Fact]
    public async Task A_task_goes_with_its_need_where_customers_are_merged_and_parted()
    {
        var tenant = await Host.NewTenant();
        await tenant.Employ("Sara");
        var client = tenant.Administrator;
        var (survivor, loser) = (await tenant.NewCustomer("A"), await tenant.NewCustomer("B"));
        var (before, after) = ((await client.Need(loser, new { text = "Before" })).Is(201), (await client.Need(loser, new { text = "After" })).Is(201));
        var own = (await client.Need(survivor, new { text = "Own" })).Is(201);
        var early = (await client.TaskOf(before)).Is(201);
        (await tenant.Merge(survivor, loser)).Is(200);
        (await client.TaskOf(after)).IsProblem(404, "need.not_found");
        var late = (await client.Post($"/v1/customers/{survivor}/needs/{after.Id}/task", new { })).Is(201);
        var ownTask = (await client.TaskOf(own)).Is(201);
        Assert.Equal([early.Id, late.Id, ownTask.Id], await client.Queue("sort=createdAt&customerId=" + survivor));
        (await tenant.Unmerge(survivor, loser)).Is(200);
        Assert.Equal([early.Id, late.Id], await client.Queue("sort=createdAt&customerId=" + loser));
        Assert.Equal([ownTask.Id], await client.Queue("customerId=" + survivor));
        Assert.Equal("\"2\"", (await client.Get("/v1/work/" + late.Id)).Is(200).ETag);
        (await client.Complete(late.Id)).Is(200);
        Assert.Equal("met", (await client.NeedOf(after)).Text("status"));
    }

    [Fact]
    public async Task Nothing_is_told_of_a_customer_who_was_erased_but_the_task_can_be_closed()
    {
        var tenant = await Host.NewTenant();
        await tenant.Employ("Sara");
        var client = tenant.Administrator;
        var customer = await tenant.NewCustomer();
        var (one, two) = ((await client.Need(customer, new { text = "secret" })).Is(201), (await client.Need(customer, new { text = "secret" })).Is(201));
        var (done, cancelled) = ((await client.TaskOf(one)).Is(201), (await client.TaskOf(two)).Is(201));
        var three = (await client.Need(customer, new { text = "secret" })).Is(201);
        (await tenant.Erase(customer)).Is(200);
        Assert.DoesNotContain("secret", (await client.Get("/v1/work/" + done.Id)).Is(200).Raw, StringComparison.Ordinal);
        (await client.TaskOf(three)).IsProblem(409, "customer.erased");
        var told = await tenant.Timeline(customer);
        (await client.Complete(done.Id)).Is(200);
        (await client.Cancel(cancelled.Id)).Is(200);
        Assert.Equal(told, await tenant.Timeline(customer));
    }
}

/// <summary>What tests of needs do over and over.</summary>
internal static class NeedSteps
{
    public static Task<Answer> Need(this ApiClient client, string customer, object need) => client.Post($"/v1/customers/{customer}/needs", need);

    public static string Path(this Answer need) => $"/v1/customers/{need.Text("customerId")}/needs/{need.Id}";

    public static Task<Answer> TaskOf(this ApiClient client, Answer need, object? task = null) => client.Post(need.Path() + "/task", task ?? new { });

    public static async Task<Answer> NeedOf(this ApiClient client, Answer need) => (await client.Get(need.Path())).Is(200);

    public static async Task<string[]> Forecast(this ApiClient client, string query) => [.. (await client.Get("/v1/needs?" + query)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];
}
