using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Complaints;

/// <summary>Every gate of the practice over HTTP: too early, twice and too late.</summary>
public sealed class PracticeTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S1-HELP-1")]
    [Trait("Requirement", "S1-HELP-3")]
    [Trait("Requirement", "S1-HELP-5")]
    public async Task Every_step_names_the_one_that_is_missing_before_it()
    {
        var (tenant, client, id) = await Filed("phone");
        (string Step, string Missing)[] order =
        [
            ("acknowledgement", "acknowledgement_comes_first"), ("assessment", "assessment_comes_first"), ("hearing", "hearing_comes_first"), ("playback", "playback_comes_first"),
            ("empathy", "empathy_comes_first"), ("apology", "apology_comes_first"), ("desired-outcome", "desired_outcome_comes_first"),
        ];
        foreach (var (step, missing) in order)
        {
            (await client.Step(id, "offers")).IsProblem(409, "complaint." + missing);
            (await client.Step(id, "resolution", ComplaintSteps.Resolution("fixed"))).IsProblem(409, "complaint." + missing);
            if (step is not ("acknowledgement" or "assessment" or "desired-outcome"))
            {
                (await client.Step(id, "desired-outcome")).IsProblem(409, "complaint." + missing);
            }
            (await client.Step(id, step)).Is(200);
        }
        var offered = (await client.Step(id, "offers")).Is(200);
        Assert.Equal("leading", offered.Text("stage"));
        Assert.Equal(
            ["filed", "acknowledged", "assessed", "hearingCompleted", "playedBack", "empathyShown", "apologised", "desiredOutcomeRecorded", "offerMade"], await client.Steps(id));
        var persian = await client.Send(HttpMethod.Post, $"/v1/complaints/{id}/hearing", new { channel = "phone" }, ("Accept-Language", "fa"));
        Assert.Contains("شنیدن", persian.IsProblem(409, "complaint.hearing_already_completed").Text("title"), StringComparison.Ordinal);
        (await client.Step(id, "acknowledgement")).IsProblem(409, "complaint.already_acknowledged");
        Assert.NotNull(tenant);
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-3")]
    public async Task Empathy_comes_before_the_apology_which_counts_without_a_fault()
    {
        var (_, client, id) = await Filed();
        await client.Lead(id, "hearing");
        (await client.Step(id, "apology")).IsProblem(409, "complaint.empathy_comes_first");
        (await client.Step(id, "empathy")).Is(200);
        var apologised = (await client.Step(id, "apology", new { words = "Sorry", admitsFault = false, channel = "web" })).Is(200);
        Assert.False(apologised.Find("hearing.apology.admitsFault")!.GetValue<bool>());
        Assert.DoesNotContain("apology", apologised.Body!["help"]!["missing"]!.AsArray().Select(s => s!.GetValue<string>()));
        var steps = await client.Steps(id);
        Assert.True(Array.IndexOf(steps, "empathyShown") < Array.IndexOf(steps, "apologised"));
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-2")]
    public async Task A_telephone_needs_a_confirmed_playback_and_a_correction_needs_another_everywhere()
    {
        var (_, byPhone, phone) = await Filed("phone");
        await byPhone.Lead(phone, "apology", "playback");
        (await byPhone.Step(phone, "desired-outcome")).IsProblem(409, "complaint.playback_comes_first");
        var (_, byWeb, web) = await Filed();
        await byWeb.Lead(web, "apology", "playback");
        (await byWeb.Step(web, "desired-outcome")).Is(200);
        var corrected = new { statedNeed = "A refund", understoodNeed = "A new one", answer = "corrected", channel = "web" };
        foreach (var (client, id) in new[] { (byPhone, phone), (byWeb, web) })
        {
            (await client.Step(id, "playback", corrected)).Is(200);
            (await client.Step(id, "offers")).IsProblem(409, "complaint.playback_comes_first");
        }
        (await byWeb.Step(web, "playback")).Is(200);
        (await byWeb.Step(web, "offers")).Is(200);
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-1")]
    public async Task Parts_of_the_statement_are_added_and_never_changed()
    {
        var (_, client, id) = await Filed();
        var address = $"/v1/complaints/{id}/statement-parts";
        var first = (await client.Get(address)).Is(200).Text("parts.0.words");
        (await client.Step(id, "waiting", new { @for = "customer", reason = "Photograph" })).Is(200);
        var added = (await client.Step(id, "statement-parts", new { words = "  سه بار 😀\n", channel = "email" })).Is(200);
        Assert.Null(added.Find("waitingFor"));
        Assert.Equal(2, added.Find("statementPartCount")!.GetValue<int>());
        var parts = (await client.Get(address)).Is(200);
        Assert.Equal((first, "  سه بار 😀\n"), (parts.Text("parts.0.words"), parts.Text("parts.1.words")));
        (await client.Put(address, new { words = "No" })).Is(405);
        (await client.Patch(address, new { words = "No" }, "*")).Is(405);
        (await client.Delete(address, "*")).Is(405);
        (await client.Step(id, "withdrawal", new { })).Is(200);
        (await client.Step(id, "statement-parts", new { words = "Late", channel = "email" })).IsProblem(409, "complaint.closed");
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-6")]
    public async Task A_wish_is_refused_with_an_alternative_only()
    {
        var (_, client, id) = await Filed();
        await client.Lead(id, "apology", "playback");
        object Refusal(params object[] alternatives) => new { thanks = "Thank you", reason = "Too late for a refund", alternatives, channel = "phone" };
        (await client.Step(id, "refusal", Refusal())).IsProblem(422, "alternatives_required");
        (await client.Step(id, "refusal", Refusal(ComplaintSteps.Offer()))).IsProblem(409, "complaint.desired_outcome_comes_first");
        (await client.Step(id, "desired-outcome", new { channel = "phone", declinedToSay = true })).Is(200);
        (await client.Step(id, "refusal", Refusal(ComplaintSteps.Offer()))).IsProblem(409, "complaint.desired_outcome_comes_first");
        (await client.Step(id, "desired-outcome", new { channel = "phone" })).IsInvalid("/words", "required");
        (await client.Step(id, "desired-outcome")).Is(200);
        var refused = (await client.Step(id, "refusal", Refusal(ComplaintSteps.Offer(), ComplaintSteps.Offer("P1D")))).Is(200);
        Assert.Equal(2, refused.Body!["offers"]!.AsArray().Count);
        Assert.Equal(refused.OfferId(1), refused.Text("wishRefusal.alternatives.1"));
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-6")]
    [Trait("Requirement", "S1-HELP-7")]
    public async Task An_acceptance_is_one_promise_for_each_remedy_however_often_it_is_said()
    {
        var (tenant, client, id) = await Filed();
        var offer = (await client.Lead(id, "offers", "playback")).OfferId();
        var accepted = await ComplaintSteps.AtOnce(50, _ => client.Step(id, $"offers/{offer}/acceptance", new { channel = "phone" }));
        Assert.All(accepted, a => a.Is(200));
        Assert.All(accepted, a => Assert.Equal("accepted", a.Text("offers.0.state")));
        var promises = (await client.Get("/v1/commitments?complaintId=" + id)).Is(200).Rows;
        Assert.Equal(["500 points", "A new kettle"], promises.Select(p => p!["text"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await client.Get("/v1/clocks?metric=commitment")).Is(200).Rows.Count);
        var now = (await client.Get("/v1/complaints/" + id)).Is(200);
        Assert.Equal(("providing", true), (now.Text("stage"), now.Find("hasOpenCommitments")!.GetValue<bool>()));
        (await client.Step(id, $"offers/{offer}/refusal", new { channel = "phone" })).IsProblem(409, "complaint.offer_accepted");
        (await client.Step(id, "resolution", ComplaintSteps.Resolution("compensated"))).IsProblem(409, "complaint.commitments_open");
        foreach (var promise in promises)
        {
            (await client.Fulfil(promise!["id"]!.GetValue<string>())).Is(200);
        }
        Assert.Equal("resolved", (await client.Step(id, "resolution", ComplaintSteps.Resolution("compensated"))).Is(200).Text("stage"));
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-6")]
    public async Task An_offer_that_is_over_is_not_accepted()
    {
        using var later = CrmHost.With();
        var tenant = await later.NewTenant();
        var client = tenant.Administrator;
        var id = (await Owned(tenant)).Id;
        var offered = await client.Lead(id, "offers", "playback");
        (await client.Step(id, $"offers/{offered.OfferId()}/refusal", new { channel = "phone", reason = "Not enough" })).Is(200);
        (await client.Step(id, $"offers/{offered.OfferId()}/acceptance", new { channel = "phone" })).IsProblem(409, "complaint.offer_declined");
        var second = (await client.Step(id, "offers", ComplaintSteps.Offer("PT1H"))).Is(200).OfferId(1);
        var third = (await client.Step(id, "offers")).Is(200).OfferId(2);
        (await client.Step(id, $"offers/{third}/withdrawal", new { reason = "Sold out" })).Is(200);
        (await client.Step(id, $"offers/{third}/acceptance", new { channel = "phone" })).IsProblem(409, "complaint.offer_withdrawn");
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).IsProblem(409, "complaint.offers_open");
        later.Clock.Advance(TimeSpan.FromHours(1));
        (await client.Step(id, $"offers/{second}/acceptance", new { channel = "phone" })).IsProblem(409, "complaint.offer_expired");
        var read = (await client.Get("/v1/complaints/" + id)).Is(200);
        Assert.Equal(("declined", "expired", "withdrawn"), (read.Text("offers.0.state"), read.Text("offers.1.state"), read.Text("offers.2.state")));
        Assert.DoesNotContain("acceptOffer", read.Next());
        (await client.Step(id, $"offers/offer_01j00000000000000000000000/acceptance", new { channel = "phone" })).IsProblem(404, "offer.not_found");
        (await client.Step(id, "resolution", ComplaintSteps.Resolution("compensated"))).IsProblem(409, "complaint.acceptance_comes_first");
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-7")]
    public async Task A_promise_made_beside_the_offers_keeps_a_complaint_open_too()
    {
        var tenant = await Host.NewTenant();
        var (client, customer, staff) = (tenant.Administrator, await tenant.NewCustomer(), await TestTenantAccess.Employ(tenant, "Sara"));
        var id = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", customer)))).Is(201).Id;
        Task<Answer> Promise(string customerId) =>
            client.Post("/v1/commitments", new { customerId, text = "Call back", within = "PT1H", responsibleId = staff, complaintId = id });
        (await Promise(await tenant.NewCustomer("علی"))).IsProblem(422, "complaint_unknown");
        var promise = (await Promise(customer)).Is(201);
        await client.Lead(id, "apology", "playback");
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).IsProblem(409, "complaint.commitments_open");
        (await client.Fulfil(promise.Id)).Is(200);
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        (await Promise(customer)).IsProblem(409, "complaint.already_resolved");
    }

    [Fact]
    public async Task What_is_permitted_next_is_driven_by_the_answer_alone()
    {
        var (_, client, id) = await Filed();
        var answer = await client.Get("/v1/complaints/" + id);
        string[] wanted = ["acknowledge", "assess", "completeHearing", "empathise", "apologise", "askDesiredOutcome", "resolve", "followUp"];
        string[] paths = ["acknowledgement", "assessment", "hearing", "empathy", "apology", "desired-outcome", "resolution", "follow-ups"];
        for (var i = 0; i < wanted.Length; i++)
        {
            var link = answer.Body!["nextActions"]!.AsArray().First(a => a!["action"]!.GetValue<string>() == wanted[i])!;
            Assert.Equal($"/v1/complaints/{id}/{paths[i]}", link["href"]!.GetValue<string>());
            var body = wanted[i] == "resolve" ? ComplaintSteps.Resolution() : wanted[i] == "followUp" ? new { channel = "phone", answer = "solved" }
                : ComplaintSteps.Way.First(s => s.Path == paths[i]).Body;
            answer = (await client.Post(link["href"]!.GetValue<string>(), body)).Is(200);
        }
        Assert.Equal("closedConfirmed", answer.Text("stage"));
        Assert.Equal((6, 6), (answer.Find("help.completed")!.GetValue<int>(), answer.Find("help.required")!.GetValue<int>()));
        Assert.Equal(["reopen", "appeal"], answer.Next());
    }

    private async Task<(TestTenant Tenant, ApiClient Client, string Id)> Filed(string channel = "web")
    {
        var tenant = await Host.NewTenant();
        return (tenant, tenant.Administrator, (await Owned(tenant, channel)).Id);
    }

    private static async Task<Answer> Owned(TestTenant tenant, string channel = "web") =>
        await tenant.Administrator.File(tenant, channel, ("ownerId", await TestTenantAccess.Employ(tenant, "Sara")));
}
