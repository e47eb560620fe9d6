using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Work;

[Trait("Requirement", "S3-OWNER-1")]
public sealed class AbsenceTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_delegate_sees_the_work_and_does_it_on_behalf_of_its_owner()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var (_, others) = await tenant.Employ("Other");
        var theirs = await saras.Open(null);
        var own = await alis.Open(null);
        var offered = await others.Open(null);
        (await others.HandOver(offered.Id, sara)).Is(200);
        Assert.Equal([own.Id], await alis.Queue("mine=true"));
        (await alis.Complete(theirs.Id)).IsProblem(403, "work.not_yours");
        var away = await tenant.Away(sara, ali);
        Assert.Equal([theirs.Id, own.Id], await alis.Queue("mine=true"));
        Assert.Equal([own.Id], await alis.Queue("mine=true&includeDelegated=false"));
        var rows = (await alis.Get("/v1/work?ownerId=" + ali)).Is(200).Rows;
        Assert.Equal((sara, sara), (rows[0]!["onBehalfOf"]!.GetValue<string>(), rows[0]!["ownerId"]!.GetValue<string>()));
        Assert.Null(rows[1]!["onBehalfOf"]);
        // The receiver went away after the proposal: the delegate answers, and the receiver becomes the owner.
        Assert.Equal(sara, (await alis.Accept(offered.Id)).Is(200).Text("ownerId"));
        (await alis.Complete(theirs.Id)).Is(200);
        var history = (await alis.Get($"/v1/work/{theirs.Id}/history")).Is(200);
        Assert.Equal((ali, sara), (history.Text("events.1.by"), history.Text("owners.0.ownerId")));
        (await tenant.Administrator.Post($"/v1/staff/{sara}/absences/{away.Id}/end")).Is(200);
        Assert.Equal([own.Id], await alis.Queue("mine=true"));
        (await alis.Complete(offered.Id)).IsProblem(403, "work.not_yours");
    }

    [Fact]
    public async Task Planned_listed_and_called_off()
    {
        var tenant = await Host.NewTenant();
        var sara = (await tenant.Employ("Sara")).Id;
        var address = $"/v1/staff/{sara}/absences";
        var later = (await tenant.Administrator.Post(address, new { from = Host.At(10), to = Host.At(12), reason = "holiday" })).Is(201);
        Assert.Equal($"{address}/{later.Id}", later.Headers["Location"]);
        var soon = (await tenant.Administrator.Post(address, new { from = Host.At(5), to = Host.At(10 - 0.01), reason = "training" })).Is(201);
        string[] Ids(Answer answer) => [.. answer.Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];
        Assert.Equal([later.Id, soon.Id], Ids(await tenant.Administrator.Get(address)));
        Assert.Equal([soon.Id, later.Id], Ids(await tenant.Administrator.Get(address + "?sort=from")));
        Assert.True((await tenant.Administrator.Post($"{address}/{later.Id}/end")).Is(200).Find("cancelled")!.GetValue<bool>());
        (await tenant.Administrator.Post($"{address}/{later.Id}/end")).IsProblem(409, "absence.over");
        Assert.Equal([soon.Id], Ids(await tenant.Administrator.Get(address + "?endingAfter=" + Host.At(0))));
        (await tenant.Administrator.Post(address, new { from = Host.At(10), to = Host.At(12), reason = "holiday" })).Is(201);
        Assert.Equal(soon.Raw, (await tenant.Administrator.Get($"{address}/{soon.Id}")).Is(200).Raw);
        (await tenant.Administrator.Get("/v1/staff/staff_01j00000000000000000000000/absences")).IsProblem(404, "staff.not_found");
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var (sara, ali, third) = ((await tenant.Employ("Sara")).Id, (await tenant.Employ("Ali")).Id, (await tenant.Employ("Third")).Id);
        Task<Answer> Post(string staff, double from, double to, string? delegateId = null) =>
            tenant.Administrator.Post($"/v1/staff/{staff}/absences", new { from = Host.At(from), to = Host.At(to), delegateId });
        (await Post(sara, 2, 1)).IsInvalid("/to", "absence_reversed");
        (await Post(sara, -3, -1)).IsInvalid("/to", "absence_past");
        (await Post(sara, 1, 400)).IsInvalid("/to", "absence_too_long");
        (await Post(sara, 1, 2, sara)).IsInvalid("/delegateId", "delegate_is_self");
        (await Post(sara, 1, 2, (await other.Employ("Foreign")).Id)).IsInvalid("/delegateId", "delegate_unknown");
        var first = (await Post(sara, 1, 3)).Is(201);
        Assert.Equal(first.Id, (await Post(sara, 2, 4)).IsProblem(409, "absence.overlaps").Text("conflictingId"));
        (await Post(sara, 3, 4)).Is(201);
        (await Post(ali, 2, 5, sara)).IsProblem(409, "absence.delegate_absent");
        (await Post(ali, 2, 5, third)).Is(201);
        (await Post("staff_01j00000000000000000000000", 1, 2)).IsProblem(404, "staff.not_found");
        (await other.Administrator.Get($"/v1/staff/{sara}/absences/{first.Id}")).IsProblem(404, "absence.not_found");
        (await tenant.Administrator.Get($"/v1/staff/{ali}/absences/{first.Id}")).IsProblem(404, "absence.not_found");
    }

    [Fact]
    public async Task The_same_time_fifty_times_at_once_is_one_absence()
    {
        var tenant = await Host.NewTenant();
        var sara = (await tenant.Employ("Sara")).Id;
        var body = new { from = Host.At(1), to = Host.At(2) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tenant.Administrator.Post($"/v1/staff/{sara}/absences", body)));
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsProblem(409, "absence.overlaps"));
    }
}
