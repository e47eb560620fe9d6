using Crm.Api.Tests.Calendars;
using Crm.Api.Tests.Interactions;
using Crm.Domain;

namespace Crm.Api.Tests.Work;

[Trait("Requirement", "S5-EFF-1")]
public sealed class TaskTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_queue_is_in_the_order_of_what_is_due_and_undated_last()
    {
        var tenant = await Host.NewTenant();
        var (boss, _) = await tenant.Employ("Boss", Role.Supervisor);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var customer = await tenant.NewCustomer();
        var undated = await saras.Open(null, ("priority", "urgent"));
        var late = await saras.Open(null, ("due", Host.At(3)), ("customerId", customer));
        var soon = await saras.Open(null, ("within", "PT1H"));
        var done = await saras.Open(null, ("within", "PT2H"));
        (await saras.Complete(done.Id)).Is(200);
        Assert.Equal([soon.Id, late.Id, undated.Id], await saras.Queue("mine=true"));
        Assert.Equal([soon.Id, late.Id, undated.Id], await saras.Queue("accountableId=" + boss));
        Assert.Equal([undated.Id, late.Id, soon.Id], await saras.Queue($"ownerId={sara}&sort=-dueAt"));
        Assert.Equal([soon.Id], await saras.Queue("dueBefore=" + late.Text("dueAt")));
        Assert.Equal([late.Id], await saras.Queue("customerId=" + customer));
        Assert.Equal([undated.Id], await saras.Queue("priority=urgent"));
        Assert.Equal([done.Id], await saras.Queue("state=done"));
        Assert.Equal([soon.Id, done.Id, late.Id, undated.Id], await saras.Queue("state=open,done&kind=task"));
        Assert.Equal([undated.Id, late.Id, soon.Id, done.Id], await saras.Queue("updatedSince=2020-01-01T00:00:00Z&sort=updatedAt"));
        var first = (await saras.Get("/v1/work?mine=true&limit=2")).Is(200);
        Assert.Equal([undated.Id], await saras.Queue("mine=true&limit=2&cursor=" + first.Text("next")));
        (await tenant.Administrator.Get("/v1/work?mine=true")).IsProblem(422, "staff_needed");
        var figures = (await saras.Get("/v1/work/statistics")).Is(200);
        Assert.Equal((3, 9), (figures.Find("open")!.GetValue<int>(), figures.Find("byOwner.0.load")!.GetValue<int>()));
    }

    [Fact]
    public async Task Within_counts_in_open_hours()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        var calendar = await tenant.Administrator.EstablishPreset("iran");
        var made = await saras.Open(null, ("within", "P2D"), ("calendarId", calendar.Id));
        var expected = (await tenant.Administrator.FindDeadline(calendar.Id, made.Text("createdAt"), "P2D")).Is(200).Text("deadline");
        Assert.Equal(expected[..16], made.Text("dueAt")[..16]);
    }

    [Fact]
    public async Task Revised_completed_cancelled_and_reopened_by_those_whose_it_is()
    {
        var tenant = await Host.NewTenant();
        var (boss, bosses) = await tenant.Employ("Boss", Role.Agent);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var (_, others) = await tenant.Employ("Other");
        var made = await saras.Open(null, ("within", "PT1H"), ("note", "یادداشت"));
        (await others.Patch("/v1/work/" + made.Id, new { title = "X" }, made.ETag)).IsProblem(403, "work.not_yours");
        var revised = (await saras.Patch("/v1/work/" + made.Id, new { title = "عنوان تازه", dueAt = (string?)null, priority = "low" }, made.ETag)).Is(200);
        Assert.Equal(("عنوان تازه", "low", "یادداشت"), (revised.Text("title"), revised.Text("priority"), revised.Text("note")));
        Assert.Null(revised.Find("dueAt"));
        (await saras.Patch("/v1/work/" + made.Id, new { title = "X" }, made.ETag)).IsProblem(412, "stale_version");
        (await saras.Patch("/v1/work/" + made.Id, new { dueAt = Host.At(-1) }, revised.ETag)).IsInvalid("/dueAt", "work_due_past");
        (await others.Complete(made.Id)).IsProblem(403, "work.not_yours");
        Assert.Equal("done", (await bosses.Complete(made.Id)).Is(200).Text("state"));
        (await saras.Complete(made.Id)).IsProblem(409, "work.closed");
        (await saras.Cancel(made.Id)).IsProblem(409, "work.closed");
        (await saras.Patch("/v1/work/" + made.Id, new { title = "X" }, "*")).IsProblem(409, "work.closed");
        var again = (await saras.Post($"/v1/work/{made.Id}/reopening", new { reason = "Again" })).Is(200);
        Assert.Equal(("open", sara), (again.Text("state"), again.Text("ownerId")));
        (await saras.Post($"/v1/work/{made.Id}/reopening", new { reason = "Again" })).IsProblem(409, "work.not_closed");
        Assert.Equal("cancelled", (await saras.Cancel(made.Id)).Is(200).Text("state"));
        Assert.Equal(["opened", "revised", "done", "reopened", "cancelled"], await tenant.Happened(made.Id));
    }

    [Fact]
    public async Task Reopened_after_its_owner_left_it_goes_to_who_fits()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, _) = await tenant.Employ("Ali");
        var made = await saras.Open(null);
        (await saras.Complete(made.Id)).Is(200);
        (await tenant.Administrator.Patch("/v1/staff/" + sara, new { active = false }, "*")).Is(200);
        Assert.Equal(ali, (await tenant.Administrator.Post($"/v1/work/{made.Id}/reopening", new { reason = "Again" })).Is(200).Text("ownerId"));
        Assert.Equal(["opened", "done", "reopened", "reassigned"], await tenant.Happened(made.Id));
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var (sara, saras) = await tenant.Employ("Sara");
        Task<Answer> Post(params (string Name, object? Value)[] members) =>
            saras.Post("/v1/work", members.Prepend(("title", "Call")).DistinctBy(m => m.Item1).ToDictionary(m => m.Item1, m => m.Item2, StringComparer.Ordinal));
        (await saras.Post("/v1/work", new { title = " " })).IsInvalid("/title", "required");
        (await saras.Post("/v1/work", new { title = new string('x', 301) })).IsInvalid("/title", "too_long");
        (await Post(("due", Host.At(-1)))).IsInvalid("/due", "work_due_past");
        (await Post(("due", "2300-01-01T00:00:00Z"))).IsInvalid("/due", "instant_out_of_range");
        (await Post(("due", Host.At(1)), ("within", "PT1H"))).IsInvalid("/within", "due_twice");
        (await Post(("within", "soon"))).IsInvalid("/within", "target_invalid");
        (await Post(("calendarId", "calendar_01j00000000000000000000000"))).IsInvalid("/calendarId", "calendar_misplaced");
        (await Post(("within", "PT1H"), ("calendarId", "calendar_01j00000000000000000000000"))).IsProblem(422, "calendar_unknown");
        (await Post(("ownerId", sara), ("automatic", true))).IsInvalid("/ownerId", "owner_twice");
        (await Post(("ownerId", (await other.Employ("Foreign")).Id))).IsInvalid("/ownerId", "owner_unknown");
        (await Post(("customerId", await other.NewCustomer()))).IsProblem(422, "reference_unknown");
        (await Post(("requiredSkill", "No Code"))).IsInvalid("/requiredSkill", "skill_code_invalid");
        (await Post(("language", "Persian!"))).IsInvalid("/language", "language_invalid");
        var erased = await tenant.NewCustomer();
        (await tenant.Administrator.Post($"/v1/customers/{erased}/erasure", new { reason = "customerRequest" })).Is(200);
        (await Post(("customerId", erased))).IsProblem(409, "customer.erased");
        (await other.Administrator.Get("/v1/work/" + (await saras.Open(null)).Id)).IsProblem(404, "work.not_found");
    }

    [Fact]
    public async Task Loses_its_words_with_an_erased_customer_and_can_still_be_closed()
    {
        var tenant = await Host.NewTenant();
        var (ali, _) = await tenant.Employ("Ali");
        var (_, saras) = await tenant.Employ("Sara");
        var customer = await tenant.NewCustomer();
        var made = await saras.Open(null, ("customerId", customer), ("note", "یادداشت"));
        (await saras.HandOver(made.Id, ali)).Is(200);
        (await tenant.Administrator.Post($"/v1/customers/{customer}/erasure", new { reason = "customerRequest" })).Is(200);
        var read = (await saras.Get("/v1/work/" + made.Id)).Is(200);
        Assert.Equal("", read.Text("title"));
        Assert.Null(read.Find("note"));
        Assert.Null(read.Find("handOver.note"));
        Assert.All((await saras.Get($"/v1/work/{made.Id}/history")).Body!["events"]!.AsArray(), e => Assert.Null(e!["note"]));
        (await saras.Complete(made.Id)).Is(200);
    }
}
