using System.Diagnostics;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;
using Crm.Domain;

namespace Crm.Api.Tests.Complaints;

/// <summary>The customer's side of a complaint: the secret link, and what can be done with it.</summary>
[Trait("Requirement", "S2-TRANSP-2")]
public sealed class TrackComplaintTests(CrmHost host) : ApiTest(host)
{
    private const string Inside = "INTERNAL-7Q";

    [Fact]
    public async Task The_customer_sees_every_stage_and_no_internal_word()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ(Inside, Role.Administrator);
        var staff = (await saras.Get("/v1/staff/" + sara)).Is(200);
        (await saras.Patch("/v1/staff/" + sara, new { preferredName = "سارا" }, staff.ETag)).Is(200);
        var filed = await saras.File(tenant, "web", ("ownerId", sara), ("category", Inside), ("externalId", Inside + filedNumber()), ("complainantName", "Mina"), ("language", "fa-IR"));
        var (id, token) = (filed.Id, filed.Text("trackingToken"));
        Assert.Equal(tenant.Link(token), filed.Text("trackingLink"));
        Assert.Equal(("received", "سارا"), (await Stage(tenant, token), (await tenant.Track(token)).Text("accountablePerson")));
        object[] bodies =
        [
            new { channel = "email", words = Inside }, new { severity = "high", impact = Inside, immediateAction = Inside }, new { channel = "phone" },
            new { statedNeed = Inside, understoodNeed = Inside, answer = "confirmed", channel = "phone" }, new { words = Inside, channel = "phone" },
            new { words = Inside, admitsFault = false, channel = "phone" }, new { channel = "phone", words = Inside, remedy = "refund" },
        ];
        foreach (var ((path, _), body) in ComplaintSteps.Way.Zip(bodies))
        {
            (await saras.Step(id, path, body)).Is(200);
        }
        Assert.Equal("offering", await Stage(tenant, token));
        var withdrawn = (await saras.Step(id, "offers", ComplaintSteps.Offer())).Is(200).OfferId();
        (await saras.Step(id, $"offers/{withdrawn}/withdrawal", new { reason = Inside })).Is(200);
        (await saras.Step(id, "escalation", new { level = 1, reason = Inside })).Is(200);
        (await saras.Step(id, "waiting", new { @for = "customer", reason = Inside })).Is(200);
        (await saras.Step(id, "abuse", new { conduct = Inside })).Is(200);
        var offer = (await saras.Step(id, "offers", ComplaintSteps.Offer())).Is(200).OfferId(1);
        (await saras.Write(id, "calm down", more: new { @override = new { reason = Inside } })).Is(201);
        var seen = (await tenant.Track(token)).Is(200);
        Assert.Equal((offer, true, false), (seen.Text("offers.1.id"), seen.Find("offers.1.mayAnswer")!.GetValue<bool>(), seen.Find("offers.0.mayAnswer")!.GetValue<bool>()));
        (await tenant.ByLink(token, $"offers/{offer}/acceptance")).Is(200);
        Assert.Equal("providing", await Stage(tenant, token));
        foreach (var promise in (await saras.Get("/v1/commitments?complaintId=" + id)).Is(200).Rows)
        {
            (await saras.Post($"/v1/commitments/{promise!["id"]!.GetValue<string>()}/fulfilment", new { evidence = Inside })).Is(200);
        }
        (await saras.Step(id, "resolution", new { kind = "compensated", causeCode = "late-delivery", causedBy = "organisation", findings = Inside, expectation = "met", gesture = Inside })).Is(200);
        (await saras.Write(id, "Closing words", "closing")).Is(201);
        (await saras.Step(id, "follow-ups", new { channel = "phone", answer = "noAnswer", note = Inside })).Is(200);
        seen = (await tenant.Track(token)).Is(200);
        Assert.Equal(("answered", "compensated", "Closing words"), (seen.Text("stage"), seen.Text("resolution.kind"), seen.Text("resolution.words")));
        Assert.Contains("پاسخ ما", seen.Text("stageText"), StringComparison.Ordinal);
        Assert.Contains(Inside, (await saras.Get($"/v1/complaints/{id}")).Raw, StringComparison.Ordinal);
        foreach (var hidden in new[] { Inside, "staff_", sara, id, "customer_", "commitment_", "delivery", "abuse", "escalat", tenant.Id })
        {
            Assert.DoesNotContain(hidden, seen.Raw.Replace("executiveCalled", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(
            ["received", "acknowledged", "heard", "apologised", "offered", "offerWithdrawn", "offered", "offerAccepted", "answered", "asked"],
            seen.Body!["timeline"]!.AsArray().Select(s => s!["step"]!.GetValue<string>()));

        static string filedNumber() => BodyShape.Unused();
    }

    [Fact]
    public async Task A_wrong_token_is_not_found_always_alike_and_so_is_another_tenants_and_a_renewed_one()
    {
        var (tenant, sara, _, id, token) = await Host.Told();
        var other = await Host.Told();
        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        (await tenant.Track(token)).Is(200);
        string[] wrong = [token[..^1], token[..^1] + (token[^1] == 'A' ? 'E' : 'A'), token + "A", token.ToUpperInvariant(), "x", "%20", new('a', 2000), id, other.Token, "توکن", "%E2%80%AE"];
        var answers = new List<string>();
        foreach (var guess in wrong)
        {
            var refused = (await tenant.Track(guess)).IsProblem(404, "complaint.not_found");
            answers.Add(refused.Text("title") + refused.Find("detail"));
            (await tenant.ByLink(guess, "messages", new { words = "x" })).IsProblem(404, "complaint.not_found");
            (await tenant.ByLink(guess, "executive-escalation", new { })).IsProblem(404, "complaint.not_found");
            (await tenant.ByLink(guess, "outcome", new { solved = true, rating = 3 })).IsProblem(404, "complaint.not_found");
            (await tenant.ByLink(guess, "offers/offer_01j00000000000000000000000/acceptance")).IsProblem(404, "complaint.not_found");
        }
        Assert.Single(answers.Distinct());
        (await Host.Anonymous.Get($"/v1/public/no-such-tenant/complaints/{token}")).IsProblem(404, "tenant.not_found");
        var renewed = (await sara.Post($"/v1/complaints/{id}/tracking-link")).Is(200);
        (await tenant.Track(token)).IsProblem(404, "complaint.not_found");
        (await tenant.Track(renewed.Text("trackingToken"))).Is(200);
        (await other.Tenant.Track(renewed.Text("trackingToken"))).IsProblem(404, "complaint.not_found");
    }

    [Fact]
    public async Task The_token_stands_nowhere_but_in_the_answer_that_tells_it()
    {
        var traces = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => traces.Enqueue(a.DisplayName + string.Concat(a.TagObjects.Select(t => $" {t.Key}={t.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        var (tenant, sara, _, id, token) = await Host.Told();
        Assert.Contains(token, (await tenant.ByLink(token, "messages", new { words = "Hello" })).Is(200).Headers.Values.Append(tenant.Link(token)).Aggregate(string.Concat), StringComparison.Ordinal);
        (await tenant.Track(token)).Is(200);
        foreach (var address in new[] { $"/v1/complaints/{id}", $"/v1/complaints/{id}/history", $"/v1/complaints/{id}/messages" })
        {
            Assert.DoesNotContain(token, (await sara.Get(address)).Is(200).Raw, StringComparison.Ordinal);
        }
        var audit = (await tenant.Administrator.Get("/v1/audit?limit=200")).Is(200);
        Assert.DoesNotContain(token, audit.Raw, StringComparison.Ordinal);
        var written = audit.Rows.Single(r => r!["action"]!.GetValue<string>() == "writeByLink")!;
        Assert.Equal("public link", written["credentialName"]!.GetValue<string>());
        Assert.NotEmpty(traces);
        Assert.DoesNotContain(traces, t => t.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "S4-EXEC-1")]
    public async Task The_executive_is_called_over_everybodys_head_once_an_instance_and_nothing_takes_it_back()
    {
        var (tenant, sara, boss, id, token) = await Host.Told();
        var called = await ComplaintSteps.AtOnce(10, _ => tenant.ByLink(token, "executive-escalation", new { words = "سه هفته!" }));
        Assert.Single(called, c => c.Status == 200);
        Assert.All(called.Where(c => c.Status != 200), c => c.IsProblem(409, "complaint.executive_already_called"));
        Assert.Single(await tenant.Events("complaint.executive_called"));
        var at = (await sara.Get("/v1/complaints/" + id)).Is(200).Text("executiveCalledAt");
        foreach (var client in new[] { sara, boss, tenant.Administrator, Host.Anonymous })
        {
            foreach (var address in new[] { tenant.Link(token, "/executive-escalation"), $"/v1/complaints/{id}/executive-escalation" })
            {
                foreach (var method in new[] { HttpMethod.Delete, HttpMethod.Put, HttpMethod.Patch })
                {
                    Assert.Contains((await client.Send(method, address, method == HttpMethod.Delete ? null : new { }, ("If-Match", "*"))).Status, new[] { 404, 405 });
                }
            }
        }
        (await sara.Step(id, "withdrawal", new { })).Is(200);
        Assert.Equal(at, (await boss.Get("/v1/complaints/" + id)).Text("executiveCalledAt"));
        Assert.Contains("executiveCalled", await sara.Steps(id));
        // Also where nobody answers for it, nothing was acknowledged, and it is closed.
        var late = await sara.File(tenant);
        (await sara.Step(late.Id, "withdrawal", new { })).Is(200);
        (await tenant.ByLink(late.Text("trackingToken"), "executive-escalation", new { })).Is(200);
    }

    [Fact]
    [Trait("Requirement", "S4-NEEDS-1")]
    public async Task The_customer_says_whether_it_is_solved_and_how_it_compares()
    {
        var (tenant, sara, _, id, token) = await Host.Told();
        (await tenant.ByLink(token, "outcome", new { solved = true, rating = 5 })).IsProblem(409, "complaint.resolution_comes_first");
        await sara.Lead(id, "apology", "playback");
        (await sara.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        Assert.True((await tenant.Track(token)).Find("mayTellOutcome")!.GetValue<bool>());
        (await tenant.ByLink(token, "outcome", new { solved = true, rating = 6 })).IsInvalid("/rating", "out_of_range");
        (await tenant.ByLink(token, "outcome", new { solved = true, rating = 0 })).IsInvalid("/rating", "out_of_range");
        (await tenant.ByLink(token, "executive-escalation", new { })).Is(200);
        var reopened = (await tenant.ByLink(token, "outcome", new { solved = false, rating = 1, words = "باز هم خراب است" })).Is(200);
        Assert.Equal(("heard", true), (reopened.Text("stage"), reopened.Find("mayCallExecutive")!.GetValue<bool>()));
        Assert.Null(reopened.Find("resolution"));
        foreach (var step in new[] { "hearing", "empathy", "apology" })
        {
            (await sara.Step(id, step)).Is(200);
        }
        (await sara.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        var done = (await tenant.ByLink(token, "outcome", new { solved = true, rating = 5 })).Is(200);
        Assert.Equal("confirmed", done.Text("stage"));
        var closed = (await sara.Get("/v1/complaints/" + id)).Is(200);
        Assert.Equal(("closedConfirmed", "exceeded", 5), (closed.Text("stage"), closed.Text("expectation"), closed.Find("outcomeRating")!.GetValue<int>()));
        (await tenant.ByLink(token, "outcome", new { solved = true, rating = 5 })).IsProblem(409, "complaint.closed");
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-9")]
    public async Task What_is_not_solved_after_all_opens_it_again_within_fourteen_days_of_its_end()
    {
        using var own = new CrmHost();
        var (tenant, sara, _, id, token) = await own.Told();
        await sara.Lead(id, "apology", "playback");
        (await sara.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        (await tenant.ByLink(token, "outcome", new { solved = true, rating = 4 })).Is(200);
        Assert.True((await tenant.Track(token)).Find("mayReopen")!.GetValue<bool>());
        own.Clock.Advance(TimeSpan.FromDays(13));
        var answers = await ComplaintSteps.AtOnce(10, _ => tenant.ByLink(token, "outcome", new { solved = false, rating = 1, words = "باز خراب شد" }));
        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.All(answers.Where(a => a.Status != 200), a => a.IsProblem(409, "complaint.resolution_comes_first"));
        var again = (await sara.Get("/v1/complaints/" + id)).Is(200);
        Assert.Equal((1, 2, 1), (again.Find("reopenCount")!.GetValue<int>(), again.Find("instance")!.GetValue<int>(), again.Find("outcomeRating")!.GetValue<int>()));
        foreach (var step in new[] { "hearing", "empathy", "apology" })
        {
            (await sara.Step(id, step)).Is(200);
        }
        (await sara.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        (await tenant.ByLink(token, "outcome", new { solved = true, rating = 3 })).Is(200);
        own.Clock.Advance(TimeSpan.FromDays(15));
        Assert.False((await tenant.Track(token)).Find("mayReopen")!.GetValue<bool>());
        (await tenant.ByLink(token, "outcome", new { solved = false, rating = 1 })).IsProblem(409, "complaint.closed");
    }

    [Fact]
    public async Task The_customer_answers_offers_and_writes_and_waiting_ends()
    {
        var (tenant, sara, _, id, token) = await Host.Told();
        var offer = (await sara.Lead(id, "offers")).OfferId();
        (await sara.Step(id, "waiting", new { @for = "customer", reason = "Offer" })).Is(200);
        (await tenant.ByLink(token, $"offers/{offer}/refusal", new { reason = "کم است" })).Is(200);
        (await tenant.ByLink(token, $"offers/{offer}/acceptance")).IsProblem(409, "complaint.offer_declined");
        (await tenant.ByLink(token, "offers/offer_01j00000000000000000000000/acceptance")).IsProblem(404, "offer.not_found");
        var next = (await sara.Step(id, "offers", ComplaintSteps.Offer())).Is(200).OfferId(1);
        var accepted = await ComplaintSteps.AtOnce(10, _ => tenant.ByLink(token, $"offers/{next}/acceptance"));
        Assert.All(accepted, a => a.Is(200));
        Assert.Equal(2, (await sara.Get("/v1/commitments?complaintId=" + id)).Is(200).Rows.Count);
        (await tenant.ByLink(token, "messages", new { words = "\u202Eسلام {{x}} not our problem" })).Is(200);
        var read = (await sara.Get("/v1/complaints/" + id)).Is(200);
        Assert.Null(read.Find("waitingFor"));
        Assert.Equal("کم است", read.Text("offers.0.reason"));
        var key = ("Idempotency-Key", "0123456789abcdef");
        var first = (await Host.Anonymous.Post(tenant.Link(token, "/messages"), new { words = "Once" }, key)).Is(200);
        Assert.Equal("true", (await Host.Anonymous.Post(tenant.Link(token, "/messages"), new { words = "Once" }, key)).Is(200).Headers["Idempotency-Replayed"]);
        (await Host.Anonymous.Post(tenant.Link(token, "/messages"), new { words = "Other" }, key)).IsProblem(422, "idempotency_key_reused");
        (await Host.Anonymous.Post(tenant.Link(token, "/messages"), new { words = "Once" }, ("Idempotency-Key", "short"))).IsProblem(400, "idempotency_key_invalid");
        Assert.Equal(2, (await tenant.Track(token)).Body!["messages"]!.AsArray().Count);
        Assert.Equal(2, first.Body!["messages"]!.AsArray().Count);
    }

    private static async Task<string> Stage(TestTenant tenant, string token) => (await tenant.Track(token)).Is(200).Text("stage");
}
