using Crm.Api.Tests.Callbacks;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Work;

namespace Crm.Api.Tests.KeyAccounts;

/// <summary>Time passes: each test has a host, and with it time, of its own.</summary>
[Trait("Requirement", "S4-KEY-1")]
public sealed class CadenceTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_lapse_alerts_the_account_manager_once_until_there_is_contact_again()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var organisation = await tenant.Administrator.NewOrganisation();
        var buyer = await tenant.Buyer(organisation);
        var (manager, managers) = await tenant.Employ("Ali");
        var account = await tenant.Designate(organisation, manager, cadence: new { every = "P30D", channel = "phone" });
        await own.Ring();
        Assert.Empty(await tenant.Events("key_account.contact_lapsed"));
        await own.Pass(TimeSpan.FromDays(20));
        await Talk(buyer);
        await own.Pass(TimeSpan.FromDays(12));
        await own.Ring();
        Assert.Empty(await tenant.Events("key_account.contact_lapsed"));
        var before = (await tenant.Administrator.Get($"/v1/key-accounts/{account.Id}/cadence")).Is(200);
        Assert.Equal((buyer, false), (before.Text("lastContactWith"), before.Find("overdue")!.GetValue<bool>()));
        await own.Pass(TimeSpan.FromDays(19));
        await own.Ring();
        await own.Pass(TimeSpan.FromDays(40));
        await own.Ring();
        Assert.Single(await tenant.Events("key_account.contact_lapsed"));
        Assert.Single(await managers.Notified(), "key_account.contact_lapsed");
        Assert.Equal(account.Id, Assert.Single((await tenant.Administrator.Get("/v1/work?state=open&kind=check")).Is(200).Rows)!["subject"]!.GetValue<string>());
        Assert.True((await tenant.Administrator.Get($"/v1/key-accounts/{account.Id}/cadence")).Is(200).Find("overdue")!.GetValue<bool>());
        // Nobody was reached: that is no contact.
        await Talk(buyer, "noAnswer");
        await own.Pass(TimeSpan.FromDays(1));
        await own.Ring();
        Assert.NotNull((await tenant.Administrator.Get("/v1/key-accounts/" + account.Id)).Is(200).Find("lapsedAt"));
        await Talk(buyer);
        await own.Ring();
        Assert.Null((await tenant.Administrator.Get("/v1/key-accounts/" + account.Id)).Is(200).Find("lapsedAt"));
        Assert.Empty((await tenant.Administrator.Get("/v1/work?state=open&kind=check")).Is(200).Rows);
        await own.Pass(TimeSpan.FromDays(31));
        await own.Ring();
        Assert.Equal(2, (await tenant.Events("key_account.contact_lapsed")).Count);
        (await tenant.Administrator.Post($"/v1/key-accounts/{account.Id}/end", new { reason = "Over" })).Is(200);
        await own.Ring();
        Assert.Empty((await tenant.Administrator.Get("/v1/work?state=open&kind=check")).Is(200).Rows);
        Assert.Equal(0, await tenant.Alarms());

        async Task Talk(string customer, string outcome = "informed") =>
            (await tenant.Administrator.Post("/v1/interactions", new { customerId = customer, channel = "phone", direction = "outbound", startedAt = own.Clock.GetUtcNow(), outcome })).Is(201);
    }
}
