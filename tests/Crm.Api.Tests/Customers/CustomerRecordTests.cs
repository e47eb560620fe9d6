namespace Crm.Api.Tests.Customers;

public sealed class CustomerRecordTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S4-UNIQ-1")]
    public async Task Facts_are_recorded_revised_and_removed()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var facts = $"/v1/customers/{(await client.RegisterPerson("Ali")).Id}/facts";
        var fact = (await client.Post(facts, new { kind = "anniversary", text = "سالگرد ازدواج", date = "--02-29", source = "phone" })).Is(201);
        Assert.Equal(facts + "/" + fact.Id, fact.Headers["Location"]);
        Assert.Equal(fact.Raw, (await client.Get(facts + "/" + fact.Id)).Is(200).Raw);
        (await client.Post(facts, new { kind = "preference", text = "Tea, not coffee" })).Is(201);
        Assert.Equal(2, (await client.Get(facts)).Is(200).Rows.Count);
        Assert.Single((await client.Get(facts + "?kind=anniversary,story")).Is(200).Rows);
        var revised = (await client.Patch(facts + "/" + fact.Id, new { text = "Wedding day", source = (string?)null }, fact.ETag)).Is(200);
        Assert.Equal(("Wedding day", "--02-29"), (revised.Text("text"), revised.Text("date")));
        (await client.Patch(facts + "/" + fact.Id, new { text = "x" }, fact.ETag)).IsProblem(412, "stale_version");
        (await client.Patch(facts + "/" + fact.Id, new { text = "x" }, null)).IsProblem(428, "if_match_required");
        (await client.Patch(facts + "/" + fact.Id, new { date = (string?)null }, "*")).IsInvalid("/date", "required");
        (await client.Post(facts, new { kind = "fact", text = " " })).IsInvalid("/text", "required");
        (await client.Post(facts, new { kind = "fact", text = "x", date = "29.2." })).IsInvalid("/date", "date_invalid");
        (await client.Post(facts, new { kind = "fact", text = "x", @private = true })).IsProblem(422, "fact.private_needs_staff");
        (await other.Administrator.Get(facts)).IsProblem(404, "customer.not_found");
        (await other.Administrator.Post(facts, new { kind = "fact", text = "x" })).IsProblem(404, "customer.not_found");
        (await other.Administrator.Get(facts + "/" + fact.Id)).IsProblem(404, "fact.not_found");
        (await other.Administrator.Delete(facts + "/" + fact.Id, "*")).IsProblem(404, "fact.not_found");
        (await client.Delete(facts + "/" + fact.Id, revised.ETag)).Is(204);
        (await client.Delete(facts + "/" + fact.Id, revised.ETag)).Is(204);
        (await client.Get(facts + "/" + fact.Id)).IsProblem(404, "fact.not_found");
        Assert.Single((await client.Get(facts)).Is(200).Rows);
    }

    [Fact]
    [Trait("Requirement", "S3-FUTURE-1")]
    public async Task Needs_appear_in_the_forecast_when_they_are_expected()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var needs = $"/v1/customers/{(await client.RegisterPerson("Ali")).Id}/needs";
        var month = (await client.Post(needs, new { text = "Van", expectedMonth = "2027-04" })).Is(201);
        Assert.Equal("2027-04", month.Text("expectedMonth"));
        Assert.Equal(month.Raw, (await client.Get(needs + "/" + month.Id)).Is(200).Raw);
        (await client.Post(needs, new { text = "Tyres", expectedOn = "2027-03-15" })).Is(201);
        (await client.Post(needs, new { text = "Someday" })).Is(201);
        Assert.Equal(["Tyres", "Van", "Someday"], await Texts("/v1/needs"));
        Assert.Equal(["Someday", "Van", "Tyres"], await Texts("/v1/needs?sort=-expectedOn"));
        Assert.Equal(["Van"], await Texts("/v1/needs?expectedFrom=2027-04-30&expectedTo=2027-06-30"));
        Assert.Equal(["Tyres", "Van"], await Texts("/v1/needs?expectedTo=2027-04-01"));
        Assert.Equal(["Van"], await Texts("/v1/needs?expectedFrom=2027-03-16"));
        var page = (await client.Get("/v1/needs?limit=1")).Is(200);
        Assert.Equal(["Van", "Someday"], await Texts("/v1/needs?cursor=" + page.Text("next")));
        (await client.Patch(needs + "/" + month.Id, new { status = "met" }, month.ETag)).Is(200);
        Assert.Equal(["Tyres", "Someday"], await Texts("/v1/needs?status=open"));
        Assert.Empty((await other.Administrator.Get("/v1/needs")).Is(200).Rows);
        (await client.Post(needs, new { text = "x", expectedMonth = "2027-13" })).IsInvalid("/expectedMonth", "month_invalid");
        (await client.Post(needs, new { text = "x", expectedMonth = "2027-01", expectedOn = "2027-01-01" })).IsInvalid("/expectedMonth", "expected_twice");
        (await client.Get("/v1/needs?expectedFrom=soon")).Is(422);
        (await other.Administrator.Patch(needs + "/" + month.Id, new { status = "met" }, "*")).IsProblem(404, "need.not_found");
        (await client.Delete(needs + "/" + month.Id, "*")).Is(204);
        Assert.Equal(["Tyres", "Someday"], await Texts("/v1/needs"));
        var reza = (await client.RegisterPerson("Reza", more: new { tags = new[] { "b2b" } })).Id;
        (await client.Post($"/v1/customers/{reza}/needs", new { text = "Lorry", expectedMonth = "2027-05" })).Is(201);
        var segment = (await client.Post("/v1/segments", new { name = "B2B", rule = new { all = new[] { new { any = new[] { new { fact = "tag", values = new[] { "b2b" } } } } } } })).Is(201).Id;
        Assert.Equal(["Lorry"], await Texts("/v1/needs?expectedFrom=2027-04-01&expectedTo=2027-06-30&segmentId=" + segment));
        (await other.Administrator.Get("/v1/needs?segmentId=" + segment)).IsProblem(404, "segment.not_found");

        async Task<List<string>> Texts(string address) => [.. (await client.Get(address)).Is(200).Rows.Select(r => r!["text"]!.GetValue<string>())];
    }

    [Fact]
    [Trait("Requirement", "S4-ALL-1")]
    public async Task Consents_are_kept_and_the_last_one_counts()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var consents = $"/v1/customers/{(await client.RegisterPerson("Ali")).Id}/consents";
        Assert.Empty((await client.Get(consents)).Is(200).Rows);
        var first = (await client.Post(consents, new { purpose = "marketing", channel = "email", decision = "granted", evidence = "فرم", at = "2026-01-01T00:00:00Z" })).Is(201);
        (await client.Post(consents, new { purpose = "marketing", decision = "withdrawn", at = "2026-02-01T00:00:00Z" })).Is(201);
        (await client.Post(consents, new { purpose = "survey", channel = "sms", decision = "granted" })).Is(201);
        Assert.Equal(first.Raw, (await client.Get(consents + "/" + first.Id)).Is(200).Raw);
        Assert.Equal(3, (await client.Get(consents)).Is(200).Rows.Count);
        var current = (await client.Get(consents + "/current")).Is(200).Body!["consents"]!.AsArray();
        Assert.Equal(
            ["marketing//withdrawn", "marketing/email/withdrawn", "survey/sms/granted"],
            current.Select(c => $"{c!["purpose"]}/{c["channel"]}/{c["decision"]}"));
        (await client.Post(consents, new { purpose = "no spaces", decision = "granted" })).IsInvalid("/purpose", "format_invalid");
        (await client.Post(consents, new { purpose = "x", decision = "granted", at = "2126-01-01T00:00:00Z" })).IsInvalid("/at", "instant_in_future");
        (await client.Delete(consents + "/" + first.Id, "*")).Is(405);
        (await other.Administrator.Get(consents + "/current")).IsProblem(404, "customer.not_found");
        (await other.Administrator.Get(consents + "/" + first.Id)).IsProblem(404, "consent.not_found");
    }

    [Fact]
    [Trait("Requirement", "S4-ALL-1")]
    public async Task A_wish_for_no_contact_stands_with_the_customer_until_it_is_taken_back()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var customer = await client.RegisterPerson("Ali");
        var wish = $"/v1/customers/{customer.Id}/do-not-contact";
        (await client.Put(wish, new { reason = "x" })).IsProblem(428, "if_match_required");
        var forbidden = (await client.Put(wish, new { reason = "نمی‌خواهد", channels = new[] { "phone", "phone" } }, customer.ETag)).Is(200);
        Assert.Equal(("نمی‌خواهد", "phone"), (forbidden.Text("doNotContact.reason"), forbidden.Text("doNotContact.channels.0")));
        Assert.Equal(forbidden.Raw, (await client.Get("/v1/customers/" + customer.Id)).Raw);
        Assert.Equal("نمی‌خواهد", (await client.Get($"/v1/customers/{customer.Id}/consents/current")).Text("doNotContact.reason"));
        (await client.Put(wish, new { reason = "" }, "*")).IsInvalid("/reason", "required");
        (await client.Put(wish, new { reason = "x", until = "2020-01-01T00:00:00Z" }, "*")).IsInvalid("/until", "instant_in_past");
        (await other.Administrator.Put(wish, new { reason = "x" }, "*")).IsProblem(404, "customer.not_found");
        (await client.Delete(wish, customer.ETag)).IsProblem(412, "stale_version");
        (await client.Delete(wish, forbidden.ETag)).Is(204);
        (await client.Delete(wish, forbidden.ETag)).Is(204);
        Assert.Null((await client.Get("/v1/customers/" + customer.Id)).Find("doNotContact"));
    }

    [Fact]
    [Trait("Requirement", "S3-DB-1")]
    public async Task Relations_are_seen_from_both_sides()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var (ali, bahar) = ((await client.RegisterPerson("Ali")).Id, (await client.RegisterPerson("Bahar")).Id);
        var stranger = (await other.Administrator.RegisterPerson("Stranger")).Id;
        var (ofAli, ofBahar) = ($"/v1/customers/{ali}/relations", $"/v1/customers/{bahar}/relations");
        var relation = (await client.Post(ofAli, new { kind = "worksFor", otherCustomerId = bahar, role = "Driver", sinceOn = "2020-01-01" })).Is(201);
        Assert.Equal(("outgoing", "Bahar"), (relation.Text("direction"), relation.Text("otherDisplayName")));
        Assert.Equal(relation.Raw, (await client.Get(ofAli + "/" + relation.Id)).Is(200).Raw);
        var seen = (await client.Get(ofBahar)).Is(200);
        Assert.Equal(("incoming", ali, "Ali"), (seen.Text("data.0.direction"), seen.Text("data.0.otherCustomerId"), seen.Text("data.0.otherDisplayName")));
        (await client.Post(ofAli, new { kind = "worksFor", otherCustomerId = bahar })).IsProblem(409, "relation.duplicate");
        Assert.Equal("mutual", (await client.Post(ofAli, new { kind = "knows", otherCustomerId = bahar })).Is(201).Text("direction"));
        (await client.Post(ofBahar, new { kind = "knows", otherCustomerId = ali })).IsProblem(409, "relation.duplicate");
        (await client.Post(ofAli, new { kind = "knows", otherCustomerId = ali })).IsProblem(422, "relation.to_self");
        (await client.Post(ofAli, new { kind = "knows", otherCustomerId = stranger })).IsInvalid("/otherCustomerId", "reference_unknown");
        (await client.Post(ofAli, new { kind = "parentOf", otherCustomerId = bahar, sinceOn = "2020-01-02", untilOn = "2020-01-01" })).IsInvalid("/untilOn", "until_before_since");
        (await other.Administrator.Get(ofAli)).IsProblem(404, "customer.not_found");
        (await other.Administrator.Delete(ofAli + "/" + relation.Id, "*")).IsProblem(404, "relation.not_found");
        Assert.Single((await client.Get(ofAli + "?kind=knows")).Is(200).Rows);
        (await client.Delete(ofBahar + "/" + relation.Id, relation.ETag)).Is(204);
        (await client.Delete(ofBahar + "/" + relation.Id, relation.ETag)).Is(204);
        Assert.Single((await client.Get(ofAli)).Is(200).Rows);
        (await client.Post(ofAli, new { kind = "worksFor", otherCustomerId = bahar })).Is(201);
    }

    [Fact]
    [Trait("Requirement", "S4-NAME-1")]
    public async Task A_customer_is_addressed_by_the_customs_of_the_tenant()
    {
        var client = (await Host.NewTenant("fa-IR")).Administrator;
        var customer = await client.RegisterPerson("علی", "احمدی", new { honorific = "آقای" });
        Assert.Equal("جناب آقای احمدی", customer.Text("salutation"));
        var english = (await client.Patch("/v1/customers/" + customer.Id, new { language = "en" }, customer.ETag)).Is(200);
        Assert.Equal("Dear Mr احمدی", english.Text("salutation"));
    }
}
