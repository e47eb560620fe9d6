using Crm.Api.Tests.Calendars;

namespace Crm.Api.Tests.Channels;

[Trait("Requirement", "S4-FREE-1")]
public sealed class OfferChannelTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Keeps_what_customers_are_told_as_it_was_sent()
    {
        var client = (await Host.NewTenant()).Administrator;
        var calendar = await client.EstablishCalendar();
        var made = (await client.Post("/v1/channels", new
        {
            kind = "post",
            name = "پست جواب‌قبول",
            address = "تهران، صندوق پستی ۱۲۳",
            costToCustomer = "prepaidPost",
            costText = "هزینهٔ پست با ماست",
            whoSees = "تنها مدیر رسیدگی",
            calendarId = calendar.Id,
            position = 3,
        })).Is(201);
        Assert.Equal("/v1/channels/" + made.Id, made.Headers["Location"]);
        var read = (await client.Get("/v1/channels/" + made.Id)).Is(200);
        Assert.Equal(made.Raw, read.Raw);
        Assert.Equal(("پست جواب‌قبول", "تهران، صندوق پستی ۱۲۳", "هزینهٔ پست با ماست", "تنها مدیر رسیدگی"),
            (read.Text("name"), read.Text("address"), read.Text("costText"), read.Text("whoSees")));
        Assert.Equal(("post", "prepaidPost", calendar.Id, 3, true), (read.Text("kind"), read.Text("costToCustomer"), read.Text("calendarId"),
            read.Find("position")!.GetValue<int>(), read.Find("active")!.GetValue<bool>()));
        Assert.Equal(made.Id, (await client.Get("/v1/channels?kind=post,email&active=true&withdrawn=false")).Is(200).Rows.Single()!["id"]!.GetValue<string>());
        Assert.Empty((await client.Get("/v1/channels?kind=phone")).Is(200).Rows);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var (client, other) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        var (theirs, retired) = (await other.EstablishCalendar(), await client.EstablishCalendar());
        (await client.Delete("/v1/calendars/" + retired.Id, "*")).Is(204);
        (await client.TryOffer("X", retired.Id)).IsProblem(422, "calendar_unknown").IsInvalid("/calendarId", "calendar_unknown");
        (await client.TryOffer("X", theirs.Id)).IsInvalid("/calendarId", "calendar_unknown");
        (await client.TryOffer("X", "calendar_01j00000000000000000000000")).IsInvalid("/calendarId", "calendar_unknown");
        (await client.TryOffer(" ")).IsInvalid("/name", "required");
        (await client.TryOffer(new string('ن', 101))).IsInvalid("/name", "too_long");
        (await client.TryOffer("X", position: 10_001)).IsInvalid("/position", "out_of_range");
        (await client.TryOffer("X", cost: "cheap")).Is(422);
        (await client.TryOffer("X", kind: "pigeon")).Is(422);
        (await client.Post("/v1/channels", new { kind = "phone", name = "X", costToCustomer = "free" })).IsInvalid("/address", "required");
        (await client.Post("/v1/channels", new { kind = "phone", name = "X", address = new string('1', 301), costToCustomer = "free" })).IsInvalid("/address", "too_long");
        (await client.Post("/v1/channels", new { kind = "phone", name = "X", address = "1", costToCustomer = "free", costs = 1 })).IsInvalid("/costs", "member_unknown");
        Assert.Empty((await client.Get("/v1/channels")).Rows);
    }

    [Fact]
    public async Task Offers_no_more_than_can_be_shown_at_once()
    {
        var client = (await Host.NewTenant()).Administrator;
        var first = await client.Offer("First");
        for (var i = 1; i < 200; i++)
        {
            await client.Offer("More");
        }
        var refused = (await client.Post("/v1/channels", new { kind = "web", name = "X", address = "x", costToCustomer = "free" }, ("Accept-Language", "fa")))
            .IsProblem(409, "channel.too_many");
        Assert.StartsWith("هر مستأجر", refused.Text("title"), StringComparison.Ordinal);
        Assert.Equal(200, (await client.Availability()).Is(200).Names().Length);
        (await client.Delete("/v1/channels/" + first.Id, "*")).Is(204);
        await client.Offer("Last");
    }

    [Fact]
    public async Task Revises_what_is_given_and_withdraws_for_good()
    {
        var (client, other) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        var calendar = await client.EstablishCalendar();
        var made = await client.Offer("Hotline", calendar.Id);
        var at = "/v1/channels/" + made.Id;
        (await other.Get(at)).IsProblem(404, "channel.not_found");
        (await other.Patch(at, new { name = "Mine" }, "*")).IsProblem(404, "channel.not_found");
        (await client.Patch(at, new { name = "X" }, null)).IsProblem(428, "if_match_required");
        var revised = (await client.Patch(at, new { name = "تلفن", whoSees = (string?)null }, made.ETag)).Is(200);
        Assert.Equal(("تلفن", "\"2\"", calendar.Id), (revised.Text("name"), revised.ETag, revised.Text("calendarId")));
        Assert.Null(revised.Find("whoSees"));
        (await client.Patch(at, new { name = "X" }, made.ETag)).IsProblem(412, "stale_version");
        (await client.Patch(at, new { calendarId = "calendar_01j00000000000000000000000" }, "*")).IsInvalid("/calendarId", "calendar_unknown");
        (await client.Patch(at, new { address = (string?)null }, "*")).IsInvalid("/address", "required");
        // A calendar that was retired meanwhile keeps giving the hours.
        (await client.Delete("/v1/calendars/" + calendar.Id, "*")).Is(204);
        var moved = (await client.Patch(at, new { position = 7 }, revised.ETag)).Is(200);
        Assert.Single((await client.Availability()).Is(200).Names());
        (await client.Delete(at, revised.ETag)).IsProblem(412, "stale_version");
        (await client.Delete(at, moved.ETag)).Is(204);
        (await client.Delete(at, moved.ETag)).Is(204);
        (await client.Patch(at, new { name = "X" }, "*")).IsProblem(409, "channel.withdrawn");
        Assert.NotNull((await client.Get(at)).Is(200).Find("withdrawnAt"));
        Assert.Empty((await client.Availability()).Is(200).Names());
        Assert.Single((await client.Get("/v1/channels?withdrawn=true")).Rows);
    }
}
