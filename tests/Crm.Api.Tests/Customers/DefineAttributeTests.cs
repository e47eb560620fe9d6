namespace Crm.Api.Tests.Customers;

[Trait("Requirement", "S3-DB-1")]
public sealed class DefineAttributeTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Customers_have_values_of_its_type_from_now_on()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/customers", Person(new { level = "gold" }))).IsInvalid("/attributes/level", "attribute_unknown");
        var level = (await client.Post("/v1/attribute-definitions", new { key = "level", label = "Level", labels = new { fa = "سطح" }, type = "choice", choices = new[] { "gold", "silver" } })).Is(201);
        (await client.Post("/v1/attribute-definitions", new { key = "age", label = "Age", type = "number", min = 0, max = 150 })).Is(201);
        (await client.Post("/v1/attribute-definitions", new { key = "boss", label = "Boss", type = "reference", target = "customer" })).Is(201);
        (await client.Post("/v1/customers", Person(new { level = "bronze" }))).IsInvalid("/attributes/level", "choice_unknown");
        (await client.Post("/v1/customers", Person(new { age = "old" }))).IsInvalid("/attributes/age", "attribute_type_invalid");
        (await client.Post("/v1/customers", Person(new { age = 200 }))).IsInvalid("/attributes/age", "out_of_range");
        (await client.Post("/v1/customers", Person(new { boss = "customer_01j00000000000000000000000" }))).IsInvalid("/attributes/boss", "reference_unknown");
        var boss = (await client.Post("/v1/customers", Person(new { age = 50 }))).Is(201);
        var made = (await client.Post("/v1/customers", Person(new { level = "gold", age = 30, boss = boss.Id }))).Is(201);
        Assert.Equal(("gold", 30), (made.Text("attributes.level"), made.Find("attributes.age")!.GetValue<int>()));
        (await client.Patch("/v1/attribute-definitions/" + level.Id, new { choices = new[] { "silver" } }, level.ETag)).Is(200);
        var renamed = (await client.Patch("/v1/customers/" + made.Id, new { givenName = "B", attributes = new { age = (int?)null } }, made.ETag)).Is(200);
        Assert.Equal("gold", renamed.Text("attributes.level"));
        Assert.Null(renamed.Find("attributes.age"));
        (await client.Patch("/v1/customers/" + made.Id, new { attributes = new { level = "bronze" } }, renamed.ETag)).IsInvalid("/attributes/level", "choice_unknown");
    }

    [Fact]
    public async Task A_required_one_is_asked_of_new_customers()
    {
        var client = (await Host.NewTenant()).Administrator;
        var old = await client.RegisterPerson("Old");
        (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "text", required = true })).Is(201);
        (await client.Post("/v1/customers", new { kind = "person", givenName = "A" })).IsInvalid("/attributes/city", "attribute_required");
        (await client.Patch("/v1/customers/" + old.Id, new { givenName = "B" }, old.ETag)).Is(200);
        var made = (await client.Post("/v1/customers", Person(new { city = "تهران" }))).Is(201);
        (await client.Patch("/v1/customers/" + made.Id, new { attributes = new { city = (string?)null } }, made.ETag)).IsInvalid("/attributes/city", "attribute_required");
    }

    [Fact]
    public async Task A_retired_one_takes_no_new_values_and_keeps_its_key()
    {
        var client = (await Host.NewTenant()).Administrator;
        var city = (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "text" })).Is(201);
        var made = (await client.Post("/v1/customers", Person(new { city = "Tehran" }))).Is(201);
        (await client.Delete("/v1/attribute-definitions/" + city.Id)).IsProblem(428, "if_match_required");
        (await client.Delete("/v1/attribute-definitions/" + city.Id, "\"9\"")).IsProblem(412, "stale_version");
        (await client.Delete("/v1/attribute-definitions/" + city.Id, city.ETag)).Is(204);
        (await client.Delete("/v1/attribute-definitions/" + city.Id, city.ETag)).Is(204);
        (await client.Post("/v1/customers", Person(new { city = "Tehran" }))).IsInvalid("/attributes/city", "attribute_unknown");
        (await client.Patch("/v1/customers/" + made.Id, new { givenName = "B" }, made.ETag)).Is(200);
        Assert.Equal(city.Id, (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "text" })).IsProblem(409, "attribute.key_taken").Text("conflictingId"));
        Assert.Single((await client.Get("/v1/attribute-definitions?retired=true")).Is(200).Rows);
        Assert.Empty((await client.Get("/v1/attribute-definitions?retired=false")).Is(200).Rows);
    }

    [Fact]
    public async Task Refuses_what_makes_no_attribute()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        (await client.Post("/v1/attribute-definitions", new { key = "City Name", label = "City", type = "text" })).IsInvalid("/key", "key_invalid");
        (await client.Post("/v1/attribute-definitions", new { key = "city", label = "", type = "text" })).IsInvalid("/label", "required");
        (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "choice" })).IsInvalid("/choices", "choices_misplaced");
        (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "reference" })).IsInvalid("/target", "target_misplaced");
        var city = (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "text" })).Is(201);
        (await client.Patch("/v1/attribute-definitions/" + city.Id, new { type = "number" }, city.ETag)).IsProblem(409, "attribute.type_is_fixed");
        (await other.Administrator.Get("/v1/attribute-definitions/" + city.Id)).IsProblem(404, "attribute.not_found");
        (await other.Administrator.Patch("/v1/attribute-definitions/" + city.Id, new { label = "X" }, "*")).IsProblem(404, "attribute.not_found");
        (await other.Administrator.Post("/v1/customers", Person(new { city = "X" }))).IsInvalid("/attributes/city", "attribute_unknown");
    }

    [Fact]
    public async Task Stands_in_the_schema_that_a_form_is_built_from()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/attribute-definitions", new { key = "level", label = "Level", labels = new { fa = "سطح" }, type = "choice", choices = new[] { "gold" }, required = true })).Is(201);
        var schema = (await client.Get("/v1/customers/schema")).Is(200);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.Body!["$schema"]!.GetValue<string>());
        Assert.Equal("سطح", schema.Text("properties.attributes.properties.level.x-labels.fa"));
        Assert.Equal("gold", schema.Text("properties.attributes.properties.level.enum.0"));
        Assert.Equal("level", schema.Text("properties.attributes.required.0"));
        Assert.False(schema.Body["properties"]!["givenName"]!.AsObject().ContainsKey("enum"));
    }

    private static object Person(object attributes) => new { kind = "person", givenName = "A", attributes };
}
