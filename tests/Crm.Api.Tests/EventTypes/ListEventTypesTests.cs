namespace Crm.Api.Tests.EventTypes;

public sealed class ListEventTypesTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Tells_name_version_meaning_and_schema_of_every_event()
    {
        var tenant = await Host.NewTenant();
        var rows = (await tenant.Administrator.Get("/v1/event-types")).Is(200).Rows;
        var known = typeof(Domain.IDomainEvent).Assembly.GetTypes().Count(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(Domain.IDomainEvent)));
        Assert.Equal(known, rows.Count);
        var watched = rows.Single(r => r!["name"]!.GetValue<string>() == "customer.watched_activity")!;
        Assert.Equal(1, watched["version"]!.GetValue<int>());
        var members = watched["schema"]!["properties"]!;
        Assert.Equal("^customer_[0-7][0-9a-hjkmnp-tv-z]{25}$", members["customerId"]!["pattern"]!.GetValue<string>());
        Assert.Equal("string", members["watcherIds"]!["items"]!["type"]!.GetValue<string>());
        (await Host.Platform.Get("/v1/event-types")).IsProblem(403, "tenant_required");
    }
}
