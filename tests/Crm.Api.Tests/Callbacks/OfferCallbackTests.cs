using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Callbacks;

/// <summary>Calls that were dropped, and customers who waited on the line without having agreed.</summary>
[Trait("Requirement", "S2-HOLD-1")]
public sealed class OfferCallbackTests(CrmHost host) : ApiTest(host)
{
    private static object[] Hold(int seconds, bool? consented = null) => [HoldAt(-9, seconds, consented)];

    private static object HoldAt(double minutes, int seconds, bool? consented) =>
        new { from = InteractionSteps.At(minutes), to = InteractionSteps.At(minutes + seconds / 60.0), consented };

    [Theory]
    [InlineData(61.0, null, 1)]
    [InlineData(61.0, false, 1)]
    [InlineData(61.0, true, 0)]
    [InlineData(59.5, null, 0)]
    public async Task A_hold_beyond_the_limit_without_consent_is_a_violation_and_obliges_to_call_back(double seconds, bool? consented, int expected)
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var customer = await tenant.NewCustomer();
        var start = DateTimeOffset.UtcNow.AddMinutes(-9);
        string At(double after) => start.AddSeconds(after).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var call = (await saras.Post("/v1/interactions", InteractionSteps.Call(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("number", "۰۹۱۲ ۳۴۵ ۶۷۸۹"), ("outcome", "informed"),
            ("holds", new object[] { new { from = At(0), to = At(seconds), consented } })))).Is(201);
        Assert.Equal("+989123456789", call.Text("number"));
        Assert.Equal(expected, (await tenant.Events("interaction.hold_violated")).Count);
        var callbacks = await tenant.CallbacksOf(customer);
        Assert.Equal(expected, callbacks.Count);
        if (expected == 1)
        {
            Assert.Equal(("longHold", "normal", "+989123456789", sara, call.Id), (callbacks[0]!["origin"]!.GetValue<string>(), callbacks[0]!["priority"]!.GetValue<string>(),
                callbacks[0]!["number"]!.GetValue<string>(), callbacks[0]!["ownerId"]!.GetValue<string>(), callbacks[0]!["interactionId"]!.GetValue<string>()));
            Assert.Contains("\"heldSeconds\":61", (await tenant.Events("interaction.hold_violated"))[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Exactly_the_limit_is_none_and_two_holds_without_a_break_are_one()
    {
        var tenant = await Host.NewTenant();
        var start = DateTimeOffset.UtcNow.AddMinutes(-9);
        string At(double after) => start.AddSeconds(after).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        async Task<int> Held(params (double From, double To)[] holds)
        {
            var customer = await tenant.NewCustomer();
            await tenant.Record(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("holds", holds.Select(h => new { from = At(h.From), to = At(h.To) }).ToArray()));
            return (await tenant.CallbacksOf(customer)).Count;
        }
        Assert.Equal(0, await Held((0, 60)));
        Assert.Equal(0, await Held((0, 40), (50, 90)));
        Assert.Equal(1, await Held((0, 40), (40, 80)));
        (await tenant.Administrator.Patch("/v1/settings", new { holdLimit = "PT2M" }, "*")).Is(200);
        Assert.Equal(0, await Held((0, 119)));
        Assert.Equal(1, await Held((0, 121)));
    }

    [Fact]
    public async Task A_dropped_call_is_called_back_urgently_by_the_same_person_on_the_same_number_within_the_tenants_time()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var customer = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "مریم", familyName = "احمدی", contactPoints = new[] { new { kind = "phone", value = "021 8800 1234" } } })).Is(201).Id;
        (await tenant.Administrator.Patch("/v1/settings", new { callbackWithin = "PT20M" }, "*")).Is(200);
        var call = (await saras.Post("/v1/interactions", InteractionSteps.Call(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("outcome", "dropped"), ("holds", Hold(90))))).Is(201);
        var callback = Assert.Single(await tenant.CallbacksOf(customer))!;
        Assert.Equal(("droppedCall", "urgent", CallbackSteps.Number, sara, call.Id), (callback["origin"]!.GetValue<string>(), callback["priority"]!.GetValue<string>(),
            callback["number"]!.GetValue<string>(), callback["ownerId"]!.GetValue<string>(), callback["interactionId"]!.GetValue<string>()));
        var window = DateTimeOffset.Parse(callback["windowTo"]!.GetValue<string>(), null) - DateTimeOffset.Parse(callback["windowFrom"]!.GetValue<string>(), null);
        Assert.Equal(TimeSpan.FromMinutes(20), window);
        Assert.Single(await tenant.Events("interaction.hold_violated"));
        Assert.Equal(["running"], await tenant.ClocksOf(callback["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_correction_does_again_what_the_wrong_one_did_only_for_another_customer()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (customer, other) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        var calm = await tenant.Record(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("outcome", "informed"));
        Dictionary<string, object?> Dropped(string who) => InteractionSteps.Call(who, 10, ("endedAt", InteractionSteps.At(-1)), ("outcome", "dropped"), ("reason", "It was cut off"));
        var first = (await client.Post($"/v1/interactions/{calm.Id}/corrections", Dropped(customer))).Is(201);
        Assert.Single(await tenant.CallbacksOf(customer));
        var second = (await client.Post($"/v1/interactions/{first.Id}/corrections", Dropped(customer))).Is(201);
        Assert.Single(await tenant.CallbacksOf(customer));
        (await client.Post($"/v1/interactions/{second.Id}/corrections", Dropped(other))).Is(201);
        Assert.Single(await tenant.CallbacksOf(customer));
        Assert.Single(await tenant.CallbacksOf(other));
    }

    [Fact]
    public async Task Old_calls_and_what_is_no_call_oblige_to_nothing_and_each_call_of_a_batch_does()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        await tenant.Record(customer, 25 * 60, ("endedAt", InteractionSteps.At(-24 * 60 - 5)), ("outcome", "dropped"));
        await tenant.Record(customer, 10, ("channel", "chat"), ("outcome", "dropped"));
        Assert.Empty(await tenant.CallbacksOf(customer));
        var batch = (await tenant.Administrator.Post("/v1/interactions:batch", new
        {
            items = Enumerable.Range(0, 3).Select(_ => InteractionSteps.Call(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("outcome", "dropped"))).ToArray(),
        })).Is(200);
        Assert.NotNull(batch.Body);
        Assert.Equal(3, (await tenant.CallbacksOf(customer)).Count);
    }

    [Fact]
    public async Task Nobody_is_told_of_a_private_call_from_which_a_callback_comes()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        await tenant.Record(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("outcome", "dropped"), ("visibility", "private"));
        Assert.Null(Assert.Single(await tenant.CallbacksOf(customer))!["interactionId"]);
    }

    [Fact]
    public async Task Without_a_known_number_or_staff_it_is_owed_all_the_same_and_whoever_comes_gets_it()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        await tenant.Record(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("outcome", "dropped"));
        var owed = Assert.Single(await tenant.CallbacksOf(customer))!;
        Assert.Equal((null, null), (owed["number"], owed["ownerId"]));
        var (sara, _) = await tenant.Employ("Sara");
        await tenant.Record(customer, 10, ("endedAt", InteractionSteps.At(-1)), ("outcome", "dropped"));
        Assert.Equal(sara, (await tenant.CallbacksOf(customer))[0]!["ownerId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("holdLimit", "PT4S", "hold_limit_out_of_range")]
    [InlineData("holdLimit", "PT61M", "hold_limit_out_of_range")]
    [InlineData("callbackWithin", "PT59S", "callback_within_out_of_range")]
    [InlineData("callbackWithin", "P15D", "callback_within_out_of_range")]
    public async Task Limits_have_limits(string member, string value, string code)
    {
        var client = (await Host.NewTenant()).Administrator;
        var settings = (await client.Get("/v1/settings")).Is(200);
        Assert.Equal(("PT1M", "PT1H"), (settings.Text("holdLimit"), settings.Text("callbackWithin")));
        (await client.Patch("/v1/settings", new Dictionary<string, string> { [member] = value }, "*")).IsInvalid("/" + member, code);
    }

    [Fact]
    public async Task Refuses_a_number_that_is_none()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Post("/v1/interactions", InteractionSteps.Call(await tenant.NewCustomer(), 10, ("number", "abc")))).IsInvalid("/number", "phone_invalid");
    }
}
