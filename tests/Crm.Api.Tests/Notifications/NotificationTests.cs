using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Work;

namespace Crm.Api.Tests.Notifications;

[Trait("Requirement", "S3-OWNER-1")]
public sealed class NotificationTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Read_by_the_one_who_is_told_and_by_nobody_else()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var made = await saras.Open(null);
        (await saras.HandOver(made.Id, ali)).Is(200);
        var told = Assert.Single((await alis.Get("/v1/notifications")).Is(200).Rows)!;
        Assert.Equal((made.Id, "work.hand_over_proposed"), (told["subject"]!.GetValue<string>(), told["kind"]!.GetValue<string>()));
        var id = told["id"]!.GetValue<string>();
        Assert.Empty((await saras.Get("/v1/notifications")).Is(200).Rows);
        Assert.Empty((await tenant.Administrator.Get("/v1/notifications")).Is(200).Rows);
        (await saras.Post($"/v1/notifications/{id}/reading")).IsProblem(404, "notification.not_found");
        (await tenant.Administrator.Post($"/v1/notifications/{id}/reading")).IsProblem(404, "notification.not_found");
        var read = (await alis.Post($"/v1/notifications/{id}/reading")).Is(200);
        Assert.NotNull(read.Find("readAt"));
        Assert.Equal(read.Raw, (await alis.Post($"/v1/notifications/{id}/reading")).Is(200).Raw);
        Assert.Empty(await alis.Notified());
        Assert.Single((await alis.Get("/v1/notifications?unread=false&kind=work.hand_over_proposed")).Is(200).Rows);
        Assert.Contains(made.Id, Assert.Single(await tenant.Events("staff.notified")), StringComparison.Ordinal);
    }

    /// <summary>Only on one day of the week is it open, and that is neither today nor tomorrow.</summary>
    [Fact]
    public async Task Shown_from_the_next_open_hours_on()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var day = own.Clock.GetUtcNow().AddDays(3).DayOfWeek.ToString();
        var calendar = (await tenant.Administrator.Post("/v1/calendars", new
        {
            name = "One day",
            timeZone = "UTC",
            hours = new[] { new { day = char.ToLowerInvariant(day[0]) + day[1..], from = "09:00", to = "17:00" } },
        })).Is(201);
        (await tenant.Administrator.Patch("/v1/settings", new { defaultCalendarId = calendar.Id }, "*")).Is(200);
        var made = await saras.Open(null);
        var proposed = (await saras.HandOver(made.Id, ali)).Is(200);
        var opens = own.Clock.GetUtcNow().Date.AddDays(3).AddHours(9);
        Assert.Equal(opens.AddHours(4), DateTimeOffset.Parse(proposed.Text("handOver.answerBy"), null).UtcDateTime);
        Assert.Empty(await alis.Notified());
        own.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(opens, DateTimeOffset.Parse((await alis.Get("/v1/notifications")).Is(200).Rows[0]!["deliverAt"]!.GetValue<string>(), null).UtcDateTime);
    }
}
