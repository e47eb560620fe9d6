using Crm.Api.Tests.Calendars;

namespace Crm.Api.Tests.Channels;

[Trait("Requirement", "S5-HUMAN-1")]
public sealed class GetAvailabilityTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_minute_after_closing_it_is_closed_until_the_next_hours_after_the_holidays()
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "Needs a clock, and so a host, of its own.");
        await using var own = CrmHost.With();
        // Wednesday 28 Esfand 1409, 16:59 in Tehran. The 29th and the first four days of Farvardin are holidays, the first a Friday besides.
        own.SetClock("2031-03-19T13:29:00Z");
        var tenant = await own.NewTenant();
        var calendar = await tenant.Administrator.EstablishPreset("iran");
        await tenant.Administrator.Offer("تلفن رایگان", calendar.Id);
        foreach (var ask in new[] { () => tenant.Administrator.Availability(), () => tenant.PublicAvailability() })
        {
            own.SetClock("2031-03-19T13:29:00Z");
            var open = (await ask()).Is(200);
            var phone = open.Channel("تلفن رایگان");
            Assert.True(open.IsOpen() && phone["open"]!.GetValue<bool>());
            Assert.Equal("2031-03-19T13:30:00.000Z", phone["nextCloseAt"]!.GetValue<string>());
            Assert.Null(phone["nextOpenAt"]);
            Assert.Equal(["08:30-13:00", "14:00-17:00"], phone["hoursToday"]!.AsArray().Select(h => $"{h!["from"]}-{h["to"]}"));
            Assert.Equal("2031-03-19T10:30:00.000Z", phone["hoursToday"]![1]!["opensAt"]!.GetValue<string>());
            own.SetClock("2031-03-19T13:31:00Z");
            var closed = (await ask()).Is(200);
            phone = closed.Channel("تلفن رایگان");
            Assert.False(closed.IsOpen() || phone["open"]!.GetValue<bool>());
            Assert.Equal("2031-03-25T05:00:00.000Z", closed.Text("nextOpenAt"));
            Assert.Equal("2031-03-25T05:00:00.000Z", phone["nextOpenAt"]!.GetValue<string>());
            Assert.Null(phone["nextCloseAt"]);
            Assert.Equal(("Asia/Tehran", "2031-03-19"), (closed.Text("timeZone"), closed.Text("today")));
            // Half an hour after midnight in Tehran it is a holiday there, and still the day before in UTC.
            own.SetClock("2031-03-19T21:00:00Z");
            var holiday = (await ask()).Is(200);
            Assert.Equal("2031-03-20", holiday.Text("today"));
            Assert.Empty(holiday.Channel("تلفن رایگان")["hoursToday"]!.AsArray());
        }
    }

    [Fact]
    [Trait("Requirement", "S4-FREE-1")]
    public async Task What_costs_customers_nothing_comes_first_and_then_the_position_counts()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        await client.Offer("Paid", cost: "paid", position: 0);
        await client.Offer("Local", cost: "localRate", position: 1);
        await client.Offer("Free, late", cost: "free", position: 9);
        await client.Offer("Call me back", cost: "callMeBack", position: 2);
        await client.Offer("پست", kind: "post", cost: "prepaidPost", position: 5);
        await client.Offer("Not now", active: false);
        string[] expected = ["Call me back", "پست", "Free, late", "Paid", "Local"];
        var shown = (await tenant.PublicAvailability()).Is(200);
        Assert.Equal(expected, shown.Names());
        Assert.Equal(expected, (await client.Availability()).Is(200).Names());
        var post = shown.Channel("پست");
        Assert.Equal(("prepaidPost", "تنها همکاران پشتیبانی", "post"), (post["costToCustomer"]!.GetValue<string>(), post["whoSees"]!.GetValue<string>(), post["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_a_calendar_it_is_always_open_and_only_humans_make_the_tenant_open()
    {
        var client = (await Host.NewTenant()).Administrator;
        var nothing = (await client.Availability()).Is(200);
        Assert.False(nothing.IsOpen());
        Assert.Null(nothing.Find("nextOpenAt"));
        await client.Offer("Mail", kind: "email");
        var mail = (await client.Availability()).Is(200);
        Assert.False(mail.IsOpen());
        Assert.True(mail.Channel("Mail")["open"]!.GetValue<bool>());
        Assert.Equal("00:00-24:00", mail.Channel("Mail")["hoursToday"]!.AsArray().Select(h => $"{h!["from"]}-{h["to"]}").Single());
        var always = await client.EstablishPreset("alwaysOpen");
        await client.Offer("Chat", always.Id, "chat");
        var chat = (await client.Availability()).Is(200);
        Assert.True(chat.IsOpen());
        Assert.Null(chat.Channel("Chat")["nextCloseAt"]);
    }

    [Fact]
    public async Task What_opens_only_far_away_or_never_again_says_so()
    {
        var client = (await Host.NewTenant()).Administrator;
        await client.Offer("Far", await Once("2190-05-01"));
        await client.Offer("Past", await Once("2001-05-01"));
        var shown = (await client.Availability()).Is(200);
        Assert.Equal("2190-05-01T09:00:00.000Z", shown.Channel("Far")["nextOpenAt"]!.GetValue<string>());
        Assert.Null(shown.Channel("Past")["nextOpenAt"]);
        Assert.Equal("2190-05-01T09:00:00.000Z", shown.Text("nextOpenAt"));

        async Task<string> Once(string date)
        {
            var exceptions = new[] { new { date, hours = new[] { new { from = "09:00", to = "10:00" } } } };
            return (await client.Post("/v1/calendars", new { name = "Once", timeZone = "UTC", hours = Array.Empty<object>(), exceptions })).Is(201).Id;
        }
    }

    [Fact]
    public async Task A_change_of_hours_and_of_channels_shows()
    {
        var client = (await Host.NewTenant()).Administrator;
        var calendar = await client.EstablishPreset("alwaysOpen");
        await client.Offer("Phone", calendar.Id);
        Assert.True((await client.Availability()).Is(200).IsOpen());
        var far = new[] { new { date = "2190-05-01", hours = new[] { new { from = "09:00", to = "10:00" } } } };
        (await client.Patch("/v1/calendars/" + calendar.Id, new { timeZone = "UTC", hours = Array.Empty<object>(), exceptions = far }, "*")).Is(200);
        var closed = (await client.Availability()).Is(200);
        Assert.False(closed.IsOpen());
        Assert.Equal("2190-05-01T09:00:00.000Z", closed.Text("nextOpenAt"));
    }
}
