namespace Crm.Api.Tests.Customers;

[Trait("Requirement", "S3-DB-1")]
public sealed class ListCustomersTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Finds_by_any_word_in_any_spelling()
    {
        var client = (await Host.NewTenant()).Administrator;
        await client.RegisterPerson("علی‌رضا", "کریمی", new
        {
            tags = new[] { "ویژه" },
            externalId = "CRM-0042",
            contactPoints = new[] { new { kind = "phone", value = "0912 123 4567" }, new { kind = "email", value = "Ali.Karimi@Example.com" } },
        });
        await client.RegisterPerson("Somebody", "Else");
        foreach (var q in new[] { "علیرضا", "علي رضا", "رضا", "كريمي", "کری", "کریمی علی", "0912 123 4567", "۰۹۱۲۱۲۳", "9121234567", "+98 912 123 4567", "00989121234567",
            "ali.karimi@exa", "ALI.KARIMI@EXAMPLE.COM", "CRM-0042", "crm", "0042", "ویژه", "کریمی 0912 123 4567" })
        {
            Assert.Equal(["علی‌رضا کریمی"], await client.Search(q));
        }
        Assert.Empty(await client.Search("کریمی else"));
    }

    [Fact]
    public async Task Ranks_whole_words_before_completions_and_pages_without_repeat_or_skip()
    {
        var client = (await Host.NewTenant()).Administrator;
        foreach (var name in new[] { "Alireza", "Ali", "Alina", "Ali Akbar", "Alireza Ali", "Bahar" })
        {
            await client.RegisterPerson(name);
        }
        var all = await client.Search("ali");
        Assert.Equal(["Ali", "Ali Akbar", "Alireza Ali", "Alina", "Alireza"], all);
        var paged = new List<string>();
        var cursor = "";
        do
        {
            var page = (await client.Get("/v1/customers?q=ali&limit=2&count=true" + cursor)).Is(200);
            Assert.Equal(5, page.Find("count")!.GetValue<int>());
            paged.AddRange(page.Rows.Select(r => r!["displayName"]!.GetValue<string>()));
            cursor = page.Find("next") is { } next ? "&cursor=" + next.GetValue<string>() : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Filters_by_stage_tag_owner_key_attribute_and_range()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/attribute-definitions", new { key = "city", label = "City", type = "text" })).Is(201);
        await client.RegisterPerson("Ali", null, new { lifecycle = "lead", tags = new[] { "كارگر" }, externalId = "a-1", attributes = new { city = "تهران" } });
        var second = await client.RegisterPerson("Bahar", null, new { lifecycle = "lost" });
        await client.RegisterPerson("Cyrus", null, new { lifecycle = "customer", attributes = new { city = "Rasht" } });
        Assert.Equal(["Cyrus", "Ali"], await client.Found("lifecycle=lead,customer"));
        Assert.Equal(["Ali"], await client.Found("tag=" + Uri.EscapeDataString("کارگر")));
        Assert.Equal(["Ali"], await client.Found("externalId=a-1"));
        Assert.Empty(await client.Found("externalId=A-1"));
        Assert.Equal(["Ali"], await client.Found("attribute=" + Uri.EscapeDataString("city=تهران")));
        Assert.Equal(["Cyrus"], await client.Found("attribute=city:rasht"));
        Assert.Equal(["Cyrus", "Bahar"], await client.Found("createdAfter=" + Uri.EscapeDataString(second.Text("createdAt"))));
        Assert.Equal(["Ali"], await client.Found("createdBefore=" + Uri.EscapeDataString(second.Text("createdAt"))));
        Assert.Equal(["Ali"], await client.Found("updatedBefore=" + Uri.EscapeDataString(second.Text("createdAt"))));
        Assert.Empty(await client.Found("ownerId=staff_01j00000000000000000000000"));
        Assert.Equal(["Ali"], await client.Found("q=ali&lifecycle=lead"));
        Assert.Empty(await client.Found("q=ali&lifecycle=lost"));
    }

    [Fact]
    public async Task Sorts_names_by_the_Persian_alphabet_and_answers_only_the_fields_asked_for()
    {
        var client = (await Host.NewTenant()).Administrator;
        foreach (var name in new[] { "گلی", "وحید", "پروین", "بهار", "ژاله", "هما", "کاوه" })
        {
            await client.RegisterPerson(name);
        }
        Assert.Equal(["بهار", "پروین", "ژاله", "کاوه", "گلی", "وحید", "هما"], await client.Found("sort=displayName"));
        Assert.Equal(["هما", "وحید", "گلی", "کاوه", "ژاله", "پروین", "بهار"], await client.Found("sort=-displayName"));
        var page = (await client.Get("/v1/customers?sort=displayName&limit=3&fields=id,displayName&count=true")).Is(200);
        Assert.Equal(["id", "displayName"], page.Rows[0]!.AsObject().Select(m => m.Key));
        Assert.Equal(7, page.Find("count")!.GetValue<int>());
        var next = (await client.Get("/v1/customers?sort=displayName&limit=3&cursor=" + page.Text("next"))).Is(200);
        Assert.Equal("کاوه", next.Text("data.0.displayName"));
    }

    [Fact]
    public async Task Feeds_changes_with_tombstones_in_their_order()
    {
        var client = (await Host.NewTenant()).Administrator;
        var first = await client.RegisterPerson("Ali", null, new { externalId = "k" });
        var second = await client.RegisterPerson("Bahar");
        (await client.Delete("/v1/customers/" + first.Id, first.ETag)).Is(204);
        var feed = (await client.Get("/v1/customers?updatedSince=" + first.Text("createdAt"))).Is(200);
        Assert.Equal([second.Id, first.Id], feed.Rows.Select(r => r!["id"]!.GetValue<string>()));
        Assert.Equal("deleted", feed.Text("data.1.state"));
        Assert.Equal(["Bahar"], await client.Found("limit=10"));
        Assert.Empty(await client.Search("ali"));
        await client.RegisterPerson("Ali", null, new { externalId = "k" });
    }

    [Theory]
    [InlineData("limit=0", "limit_out_of_range")]
    [InlineData("limit=201", "limit_out_of_range")]
    [InlineData("q=ali&limit=0", "limit_out_of_range")]
    [InlineData("sort=shoeSize", "sort_unknown")]
    [InlineData("cursor=abc", "cursor_invalid")]
    [InlineData("q=ali&cursor=abc", "cursor_invalid")]
    [InlineData("q=%20%2C", "q_empty")]
    [InlineData("q=a%20b%20c%20d%20e%20f%20g%20h%20i", "q_empty")]
    [InlineData("attribute=city", "attribute_filter_invalid")]
    [InlineData("q=ali&sort=displayName", "order_is_given")]
    [InlineData("updatedSince=2026-01-01T00:00:00Z&q=ali", "order_is_given")]
    [InlineData("fields=shoeSize", "field_unknown")]
    [InlineData("shoeSize=42", "parameter_unknown")]
    [InlineData("lifecycle=friend", "validation_failed")]
    [InlineData("createdAfter=yesterday", "validation_failed")]
    public async Task Refuses_parameters_that_mean_nothing(string query, string code)
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Get("/v1/customers?" + query)).IsProblem(422, code);
    }

    [Fact]
    public async Task Refuses_the_cursor_of_another_filter()
    {
        var client = (await Host.NewTenant()).Administrator;
        foreach (var name in new[] { "Ali A", "Ali B", "Ali C" })
        {
            await client.RegisterPerson(name);
        }
        var cursor = (await client.Get("/v1/customers?limit=1&sort=displayName")).Text("next");
        (await client.Get("/v1/customers?limit=1&sort=-displayName&cursor=" + cursor)).IsProblem(422, "cursor_invalid");
        (await client.Get("/v1/customers?limit=1&sort=displayName&lifecycle=lead&cursor=" + cursor)).IsProblem(422, "cursor_invalid");
        var search = (await client.Get("/v1/customers?limit=1&q=ali")).Text("next");
        (await client.Get("/v1/customers?limit=1&q=al&cursor=" + search)).IsProblem(422, "cursor_invalid");
    }
}
