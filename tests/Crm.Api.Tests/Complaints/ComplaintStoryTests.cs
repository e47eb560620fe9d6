namespace Crm.Api.Tests.Complaints;

/// <summary>
/// One complaint from the customer's first word to the end that they confirm, over HTTP alone and by everybody whom it concerns: taken in without a login, heard, met with empathy,
/// refused what was wished for with something else in its place, approved above the agent's authority, provided for, opened again, appealed against, decided by somebody else, solved.
/// </summary>
public sealed class ComplaintStoryTests(CrmHost host) : ApiTest(host)
{
    [Theory]
    [InlineData("fa-IR"), InlineData("en")]
    [Trait("Requirement", "S1-HELP-6")]
    [Trait("Requirement", "S1-HELP-9")]
    [Trait("Requirement", "S3-EMPOWER-1")]
    [Trait("Requirement", "S3-FAIR-2")]
    [Trait("Requirement", "S2-TRANSP-2")]
    public async Task From_the_public_intake_to_the_confirmed_end(string language)
    {
        var says = Script.In(language);
        var house = await House.Of(await Host.NewTenant(language), language);
        var tenant = house.Tenant;

        // The customer complains without a login, and can follow it from the first minute.
        var receipt = (await Host.Anonymous.Post($"/v1/public/{tenant.Slug}/complaints", new
        {
            statement = says.Statement,
            complainantName = says.Name,
            contacts = new[] { new { kind = "phone", value = says.Phone } },
            language,
            category = "product.defect",
        })).Is(201);
        var token = receipt.Text("trackingToken");
        var seen = (await tenant.Track(token)).Is(200);
        Assert.Equal((receipt.Text("reference"), "received", says.Received), (seen.Text("reference"), seen.Text("stage"), seen.Text("stageText")));
        Assert.NotNull(seen.Find("nextUpdateDueAt"));

        // It is one of the agents' now: they know who it is, and what comes next is told by the complaint itself.
        var row = Assert.Single((await house.Lead.Get("/v1/complaints?reference=" + receipt.Text("reference"))).Is(200).Rows)!;
        var (id, owner) = (row["id"]!.GetValue<string>(), row["ownerId"]!.GetValue<string>());
        var agent = house.Agents[owner];
        var customer = (await agent.Post("/v1/customers", new { kind = "person", givenName = says.Name, contactPoints = new[] { new { kind = "phone", value = says.Phone } } })).Is(201).Id;
        (await agent.Step(id, "customer", new { customerId = customer })).Is(200);
        (await agent.Step(id, "assessment", new { severity = "medium" })).Is(200);
        (await agent.Step(id, "offers")).IsProblem(409, "complaint.hearing_comes_first");
        (await agent.Write(id, says.FirstWords, "answer")).Is(201);
        await Hear(agent, id, says);
        (await agent.Step(id, "desired-outcome", new { channel = "phone", words = says.Wish, remedy = "refund", amount = Money(9_000_000) })).Is(200);

        // What is wished for is not possible, and something else is: more than the agent may grant.
        (await agent.Step(id, "refusal", new { thanks = says.Thanks, reason = says.Reason, alternatives = Array.Empty<object>(), channel = "phone" })).Is(422);
        var refused = (await agent.Step(id, "refusal", new { thanks = says.Thanks, reason = says.Reason, alternatives = new[] { Refund(says, 4_000_000) }, channel = "phone" })).Is(200);
        var offer = refused.OfferId();
        Assert.Equal("pendingApproval", refused.Text("offers.0.state"));
        Assert.Empty((await tenant.Track(token)).Is(200).Body!["offers"]!.AsArray());
        (await tenant.ByLink(token, $"offers/{offer}/acceptance")).IsProblem(404, "offer.not_found");
        (await agent.Step(id, $"offers/{offer}/approval", new { approved = true, reason = says.Reason })).Is(403);
        (await house.Lead.Step(id, $"offers/{offer}/approval", new { approved = true, reason = says.Reason })).Is(200);

        // The customer accepts by the link. What was promised is kept before anything is resolved.
        Assert.Equal("accepted", (await tenant.ByLink(token, $"offers/{offer}/acceptance")).Is(200).Text("offers.0.state"));
        (await agent.Step(id, "resolution", Resolution("compensated", says))).IsProblem(409, "complaint.commitments_open");
        await Keep(agent, id);
        var had = (await house.Lead.Get($"/v1/customers/{customer}/value-balance")).Is(200);
        Assert.Equal(("IRR", 4_000_000), (had.Text("lines.0.currency"), had.Find("lines.0.toCustomer.total")!.GetValue<long>()));
        (await agent.Step(id, "resolution", Resolution("compensated", says))).Is(200);

        // Not solved, says the customer: it is opened again and they are heard anew.
        Assert.Equal("heard", (await tenant.ByLink(token, "outcome", new { solved = false, rating = 2, words = says.NotSolved })).Is(200).Text("stage"));
        await Hear(agent, id, says);
        (await agent.Step(id, "resolution", Resolution("explained", says))).Is(200);

        // The customer does not accept that: somebody else decides, beside the first decision.
        var appealed = (await agent.Step(id, "appeal", new { words = says.Appeal })).Is(200);
        var second = appealed.Text("ownerId");
        Assert.NotEqual(owner, second);
        Assert.Equal((owner, true), (appealed.Text("firstHandlerId"), appealed.Find("inAppeal")!.GetValue<bool>()));
        var another = house.Agents[second];
        await Hear(another, id, says);
        (await another.Step(id, "desired-outcome", new { channel = "phone", words = says.Wish })).Is(200);
        var letter = (await another.Step(id, "offers", ComplaintSteps.Offer("P14D", new { kind = "apologyLetter", text = says.Letter }))).Is(200);
        var written = letter.OfferId(letter.Body!["offers"]!.AsArray().Count - 1);
        (await tenant.ByLink(token, $"offers/{written}/acceptance")).Is(200);
        await Keep(another, id);
        (await another.Step(id, "resolution", Resolution("fixed", says))).Is(200);
        var solved = (await tenant.ByLink(token, "outcome", new { solved = true, rating = 5, words = says.Solved })).Is(200);
        Assert.Equal(("confirmed", says.Confirmed), (solved.Text("stage"), solved.Text("stageText")));

        // What is left: the whole practice, every decision, and nothing internal on the customer's side.
        var closed = (await house.Lead.Get("/v1/complaints/" + id)).Is(200);
        Assert.Equal(("closedConfirmed", "exceeded", 1, 3), (closed.Text("stage"), closed.Text("expectation"), closed.Find("reopenCount")!.GetValue<int>(), closed.Find("instance")!.GetValue<int>()));
        Assert.Equal((3, true), (closed.Body!["decisions"]!.AsArray().Count, closed.Find("decisions.2.onAppeal")!.GetValue<bool>()));
        Assert.Empty(closed.Body!["help"]!["missing"]!.AsArray());
        Assert.Equal(
            ["filed", "acknowledged", "complainantIdentified", "assessed", "hearingCompleted", "playedBack", "empathyShown", "apologised", "desiredOutcomeRecorded", "approvalRequested", "wishRefused", "offerApproved", "offerAccepted"],
            (await house.Lead.Steps(id)).Where(s => s != "messageSent").Take(13));
        Assert.DoesNotContain(says.Findings, solved.Raw, StringComparison.Ordinal);
        var clocks = (await house.Lead.Get("/v1/clocks?subject=" + id)).Is(200).Rows.ToDictionary(c => c!["metric"]!.GetValue<string>() + c["instance"], c => c!["state"]!.GetValue<string>(), StringComparer.Ordinal);
        Assert.Equal(("fulfilled", "fulfilled", "fulfilled"), (clocks["acknowledgement1"], clocks["firstResponse1"], clocks["firstHumanContact1"]));
        Assert.DoesNotContain("running", clocks.Values);
    }

    private static async Task Hear(ApiClient agent, string id, Script says)
    {
        (await agent.Step(id, "hearing", new { channel = "phone" })).Is(200);
        (await agent.Step(id, "playback", new { statedNeed = says.Wish, understoodNeed = says.Wish, answer = "confirmed", channel = "phone" })).Is(200);
        (await agent.Step(id, "empathy", new { words = says.Empathy, channel = "phone" })).Is(200);
        (await agent.Step(id, "apology", new { words = says.Apology, admitsFault = true, channel = "phone" })).Is(200);
    }

    private static async Task Keep(ApiClient agent, string id)
    {
        foreach (var promise in (await agent.Get($"/v1/commitments?complaintId={id}&state=open")).Is(200).Rows)
        {
            (await agent.Post($"/v1/commitments/{promise!["id"]}/fulfilment", new { evidence = "TR-1042" })).Is(200);
        }
    }

    private static object Money(long amount) => new { amount, currency = "IRR" };

    private static object Refund(Script says, long amount) => new { text = says.Instead, remedies = new[] { new { kind = "refund", text = says.Instead, amount = Money(amount) } }, channel = "phone", validFor = "P14D" };

    private static object Resolution(string kind, Script says) => new { kind, causeCode = "product-defect", causedBy = "organisation", findings = says.Findings, expectation = "met" };

    /// <summary>Those who work there, each with a key of their own, and what they may grant.</summary>
    private sealed record House(TestTenant Tenant, ApiClient Lead, IReadOnlyDictionary<string, ApiClient> Agents)
    {
        public static async Task<House> Of(TestTenant tenant, string language)
        {
            var boss = tenant.Administrator;
            (await boss.Post("/v1/causes:adopt", new { preset = "standard" })).Is(200);
            (await boss.Put("/v1/authorities", new
            {
                rows = new object[]
                {
                    new { role = "agent", remedyKind = "refund", capPerCase = new { money = Money(1_000_000) } }, new { role = "everyone", remedyKind = "apologyLetter" },
                },
            }, "\"0\"")).Is(200);
            var head = (await boss.Post("/v1/staff", new { name = "Head", languages = new[] { language } })).Is(201).Id;
            var agents = new Dictionary<string, ApiClient>(StringComparer.Ordinal);
            foreach (var name in new[] { "Sara", "Tom" })
            {
                var member = (await boss.Post("/v1/staff", new { name, languages = new[] { language }, managerId = head })).Is(201).Id;
                agents[member] = await Key(tenant, member, "agent");
            }
            // The head leads and approves, and takes no complaints.
            var now = tenant.Host.Clock.GetUtcNow();
            (await boss.Post($"/v1/staff/{head}/absences", new { from = now, to = now.AddDays(300) })).Is(201);
            return new(tenant, await Key(tenant, head, "supervisor"), agents);
        }

        private static async Task<ApiClient> Key(TestTenant tenant, string staffId, string role) =>
            tenant.Host.ClientWith((await tenant.Administrator.Post("/v1/api-keys", new { name = role, role, staffId })).Is(201).Text("secret"));
    }

    /// <summary>What everybody says.</summary>
    private sealed record Script(
        string Name, string Phone, string Statement, string Received, string FirstWords, string Empathy, string Apology, string Wish, string Thanks, string Reason, string Instead,
        string NotSolved, string Appeal, string Letter, string Solved, string Confirmed, string Findings)
    {
        public static Script In(string language) => language == "en"
            ? new("Emma Wilson", "+44 20 7946 0018", "The kettle leaks, and it burnt my hand.", "We have your complaint, and somebody is looking at it.",
                "I am Sara, I answer for this, and I call you at five.", "That must have hurt, and it should never have happened.", "I am sorry. That was our mistake.",
                "I want all of my money back.", "Thank you for telling us so plainly.", "The half of it was paid with a voucher.", "The half of it in money, today.",
                "The money has not arrived.", "Nobody looked at the photographs.", "A letter of apology from the head of the workshop", "Now it is good.", "You told us that it is solved. Thank you.", "Seal of batch 17 is too short.")
            : new("مریم احمدی", "۰۹۱۲ ۱۱۱ ۲۲ ۳۳", "کتری نشتی دارد و دستم را سوزاند 🙁", "شکایت شما به ما رسیده است و کسی آن را بررسی می‌کند.", "من سارا هستم، پاسخگوی این شکایتم و ساعت پنج با شما تماس می‌گیرم.",
                "می‌فهمم که دردناک بوده و نباید پیش می‌آمد.", "متأسفم. اشتباه از ما بود.", "همهٔ پولم را می‌خواهم.", "سپاس که روشن گفتید.", "نیمی از بها با کارت هدیه پرداخت شده است.",
                "نیمی از پول، همین امروز", "پول نرسیده است.", "کسی عکس‌ها را ندید.", "نامهٔ پوزش از رئیس کارگاه", "اکنون خوب است.", "به ما گفتید که حل شده است. سپاسگزاریم.", "واشر سری ۱۷ کوتاه است.");
    }
}
