namespace Crm.Api.Tests.Tenants;

public sealed class ReviseSettingsTests(CrmHost host) : ApiTest(host)
{
    private const string Settings = "/v1/settings";

    [Fact]
    [Trait("Requirement", "S4-CULT-1")]
    public async Task An_iranian_tenant_works_from_saturday()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var settings = await tenant.Administrator.Get(Settings);
        Assert.Equal("""["saturday","sunday","monday","tuesday","wednesday","thursday"]""", settings.Is(200).Find("workingDays")!.ToJsonString());
        Assert.Equal("""["saturday","sunday","monday","tuesday","wednesday","thursday","friday"]""", settings.Find("orderedWeek")!.ToJsonString());
        Assert.Contains("خانم", settings.Raw, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S4-CULT-1")]
    public async Task Changes_the_given_members_and_is_obeyed_at_once()
    {
        var tenant = await Host.NewTenant();
        var before = await tenant.Administrator.Get(Settings);
        var after = await tenant.Administrator.Patch(Settings, new
        {
            country = "DE",
            timeZone = "Europe/Berlin",
            workingDays = new[] { "wednesday", "monday" },
            formsOfAddress = new[] { "جناب", "سرکار خانم" },
            defaultFormality = "informal",
        }, before.ETag);
        Assert.Equal("DE", after.Is(200).Text("country"));
        Assert.Equal(before.Text("locale"), after.Text("locale"));
        Assert.Equal("""["wednesday","monday","tuesday","thursday","friday","saturday","sunday"]""", after.Find("orderedWeek")!.ToJsonString());
        Assert.Equal(after.Raw, (await tenant.Administrator.Get(Settings)).Raw);
        var customer = await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "A", contactPoints = new[] { new { kind = "phone", value = "030 901820" } } });
        Assert.Equal("+4930901820", customer.Is(201).Text("contactPoints.0.normalized"));
    }

    [Fact]
    public async Task Refuses_what_is_not_acceptable_and_changes_nothing()
    {
        var tenant = await Host.NewTenant();
        var before = await tenant.Administrator.Get(Settings);
        async Task Invalid(object changes, string pointer, string code) => (await tenant.Administrator.Patch(Settings, changes, "*")).IsInvalid(pointer, code);
        await Invalid(new { name = "Other" }, "/name", "member_unknown");
        await Invalid(new { locale = "x!" }, "/locale", "language_invalid");
        await Invalid(new { locale = (string?)null }, "/locale", "required");
        await Invalid(new { timeZone = "Tehran" }, "/timeZone", "time_zone_unknown");
        await Invalid(new { currency = "تومان" }, "/currency", "format_invalid");
        await Invalid(new { country = "" }, "/country", "required");
        await Invalid(new { workingDays = new[] { "monday", "monday" } }, "/workingDays", "working_days_invalid");
        await Invalid(new { workingDays = new[] { "someday" } }, "/workingDays/0", "type_invalid");
        await Invalid(new { formsOfAddress = Enumerable.Repeat("x", 51) }, "/formsOfAddress", "too_many");
        await Invalid(new { formsOfAddress = new[] { new string('x', 51) } }, "/formsOfAddress/0", "too_long");
        await Invalid(new { formsOfAddress = new string?[] { null } }, "/formsOfAddress/0", "required");
        (await tenant.Administrator.Patch(Settings, new { country = "DE" }, "\"7\"")).IsProblem(412, "stale_version");
        (await tenant.Administrator.Patch(Settings, new { country = "DE" }, null)).IsProblem(428, "if_match_required");
        Assert.Equal(before.Raw, (await tenant.Administrator.Get(Settings)).Raw);
        (await Host.Platform.Get(Settings)).IsProblem(403, "tenant_required");
    }
}
