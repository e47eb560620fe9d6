using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Work;
using Crm.Domain;

namespace Crm.Api.Tests.Complaints;

/// <summary>One judgement of who is partial, whatever way a complaint would come to them.</summary>
[Trait("Requirement", "S3-FAIR-1")]
public sealed class ImpartialOwnerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Who_has_a_conflict_with_the_customer_is_passed_over_and_refused_by_every_way()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (ali, alis), (_, boss)) = (await tenant.Employ("Sara"), await tenant.Employ("Ali"), await tenant.Employ("Boss", Role.Supervisor));
        var customer = await tenant.NewCustomer();
        await Conflict(saras, customer);
        // Who files it would be its owner, were she not partial.
        var filed = await saras.File(tenant, "web", ("customerId", customer));
        Assert.NotEqual(sara, filed.Text("ownerId"));
        (await boss.Step(filed.Id, "owner", new { ownerId = ali })).Is(200);
        (await boss.Step(filed.Id, "owner", new { ownerId = sara })).IsProblem(409, "complaint.conflict_of_interest");
        (await boss.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", customer), ("ownerId", sara)))).IsProblem(409, "complaint.conflict_of_interest");
        var work = await WorkOf(boss, filed.Id);
        var refused = await alis.HandOver(work, sara);
        refused.IsProblem(409, "conflict_of_interest");
        Assert.Equal("conflict_with_customer", refused.Text("detail"));
        (await boss.Assign(work, sara)).IsProblem(409, "conflict_of_interest");
        var batch = (await boss.Post("/v1/work/assignments:batch", new { items = new[] { new { workId = work, ownerId = sara } } })).Is(200);
        Assert.Equal(409, batch.Find("items.0.status")!.GetValue<int>());
        var chosen = (await boss.Assign(work, null)).Is(200);
        Assert.NotEqual(sara, chosen.Text("work.ownerId"));
        Assert.Equal(chosen.Text("work.ownerId"), (await boss.Get("/v1/complaints/" + filed.Id)).Is(200).Text("ownerId"));
        // Another customer's complaint is hers, and so is work of no complaint.
        Assert.Equal(sara, (await saras.File(tenant)).Text("ownerId"));
        (await boss.Assign((await alis.Open(ali)).Id, sara)).Is(200);
    }

    [Fact]
    public async Task A_hand_over_is_not_accepted_once_the_receiver_has_a_conflict()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (ali, alis)) = (await tenant.Employ("Sara"), await tenant.Employ("Ali"));
        var customer = await tenant.NewCustomer();
        var filed = await alis.File(tenant, "web", ("customerId", customer), ("ownerId", ali));
        var work = await WorkOf(alis, filed.Id);
        (await alis.HandOver(work, sara)).Is(200);
        await Conflict(saras, customer);
        (await saras.Accept(work)).IsProblem(409, "conflict_of_interest");
        Assert.Equal(ali, await tenant.Owner(work));
    }

    [Fact]
    public async Task Whom_it_is_about_and_who_reports_to_them_own_no_work_of_it_either()
    {
        var tenant = await Host.NewTenant();
        var ((boss, bosss), (ali, alis)) = (await tenant.Employ("Boss", Role.Supervisor), await tenant.Employ("Ali"));
        var (below, _) = await tenant.EmployUnder(boss, "Below");
        var filed = await alis.File(tenant, "web", ("targetStaffId", boss), ("ownerId", ali));
        var work = await WorkOf(alis, filed.Id);
        foreach (var (partial, reason) in new[] { (boss, "subject_of_complaint"), (below, "reports_to_subject") })
        {
            var refused = await alis.HandOver(work, partial);
            refused.IsProblem(409, "conflict_of_interest");
            Assert.Equal(reason, refused.Text("detail"));
            (await bosss.Assign(work, partial)).IsProblem(409, "conflict_of_interest");
        }
        // A conflict between colleagues bars the one from a complaint about the other.
        var (third, thirds) = await tenant.Employ("Third");
        (await thirds.Post("/v1/conflicts", new { otherStaffId = boss, kind = "relative" })).Is(201);
        (await alis.HandOver(work, third)).IsProblem(409, "conflict_of_interest");
        // Nobody impartial is left, so it goes to nobody.
        (await bosss.Assign(work, null)).Is(200);
        Assert.Equal(ali, await tenant.Owner(work));
    }

    [Fact]
    public async Task Work_of_who_leaves_goes_past_a_partial_manager()
    {
        var tenant = await Host.NewTenant();
        var (boss, _) = await tenant.Employ("Boss", Role.Supervisor);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var (other, _) = await tenant.Employ("Other");
        var customer = await tenant.NewCustomer();
        (await tenant.Administrator.Post("/v1/conflicts", new { staffId = boss, customerId = customer, kind = "relative" })).Is(201);
        var (about, usual) = (await saras.File(tenant, "web", ("customerId", customer), ("ownerId", sara)), await saras.File(tenant, "web", ("ownerId", sara)));
        (await tenant.Administrator.Patch("/v1/staff/" + sara, new { active = false }, "*")).Is(200);
        Assert.Equal(other, (await tenant.Administrator.Get("/v1/complaints/" + about.Id)).Is(200).Text("ownerId"));
        Assert.Equal(boss, (await tenant.Administrator.Get("/v1/complaints/" + usual.Id)).Is(200).Text("ownerId"));
    }

    [Fact]
    public async Task Who_declares_a_conflict_or_turns_out_to_have_one_handles_the_complaint_no_longer()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (ali, _)) = (await tenant.Employ("Sara"), await tenant.Employ("Ali"));
        var (customer, later) = (await tenant.NewCustomer(), await tenant.NewCustomer("رضا"));
        var filed = await saras.File(tenant, "web", ("customerId", customer), ("ownerId", sara));
        await Conflict(saras, customer);
        Assert.Equal(ali, (await saras.Get("/v1/complaints/" + filed.Id)).Is(200).Text("ownerId"));
        Assert.Equal(ali, await tenant.Owner(await WorkOf(saras, filed.Id)));
        await Conflict(saras, later);
        var unknown = (await saras.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("ownerId", sara)))).Is(201);
        Assert.Equal(ali, (await saras.Step(unknown.Id, "customer", new { customerId = later })).Is(200).Text("ownerId"));
    }

    [Fact]
    public async Task A_conflict_counts_on_its_days_and_an_appeal_and_a_review_go_by_it()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (ali, _), (_, boss)) = (await tenant.Employ("Sara"), await tenant.Employ("Ali"), await tenant.Employ("Boss", Role.Supervisor));
        var customer = await tenant.NewCustomer();
        foreach (var days in new[] { new { fromOn = "2020-01-01", untilOn = "2020-12-31" }, new { fromOn = "2999-01-01", untilOn = "2999-12-31" } })
        {
            (await saras.Post("/v1/conflicts", new { customerId = customer, kind = "other", days.fromOn, days.untilOn })).Is(201);
        }
        var filed = await saras.File(tenant, "web", ("customerId", customer), ("ownerId", sara));
        Assert.Equal(sara, filed.Text("ownerId"));
        (await boss.Post("/v1/conflicts", new { customerId = customer, kind = "other" })).Is(201);
        await saras.Lead(filed.Id, "apology", "playback");
        (await boss.Step(filed.Id, "review", new { subject = "noRemedy", approved = true, reason = "Fine" })).IsProblem(409, "complaint.conflict_of_interest");
        (await saras.Step(filed.Id, "resolution", ComplaintSteps.Resolution())).Is(200);
        Assert.Equal(ali, (await saras.Step(filed.Id, "appeal", new { words = "No!" })).Is(200).Text("ownerId"));
        (await boss.Assign(await WorkOf(boss, filed.Id), sara)).IsProblem(409, "complaint.appeal_needs_another");
    }

    private static async Task Conflict(ApiClient client, string customer) => (await client.Post("/v1/conflicts", new { customerId = customer, kind = "relative" })).Is(201);

    private static async Task<string> WorkOf(ApiClient client, string complaint) =>
        (await client.Get("/v1/work?kind=complaint&subject=" + complaint)).Is(200).Rows.Single(r => r!["state"]!.GetValue<string>() == "open")!["id"]!.GetValue<string>();
}
