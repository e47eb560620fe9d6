using System.Text.Json.Nodes;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Concurrency;

/// <summary>Every list, in every order it has, is read page by page while rows are added: what was there is shown once, and nothing twice.</summary>
public sealed class PagingTests(CrmHost host) : ApiTest(host)
{
    private const int Rows = 6;
    private const int MostPages = 2000;

    [Fact]
    public async Task Paging_while_inserting_neither_repeats_nor_skips()
    {
        var operations = ApiOperation.Of(Host);
        var tenant = await Host.NewTenant();
        var own = new Specimens(tenant.Administrator, operations, "Page" + BodyShape.Unused(), tenant);
        var makers = operations.Where(o => !o.IsOfPlatform).Select(o => o.Makes).OfType<string>().Distinct().ToList();
        for (var i = 0; i < Rows; i++)
        {
            foreach (var prefix in makers)
            {
                await own.Make(prefix);
            }
        }
        var lists = operations.Where(o => o is { IsList: true, IsOfPlatform: false }).ToList();
        Assert.NotEmpty(lists);
        foreach (var list in lists)
        {
            foreach (var order in await Orders(own, list))
            {
                await Page(own, list, order, list.PrefixOfAnswer is { } prefix && makers.Contains(prefix) ? prefix : makers[0]);
            }
        }
    }

    [Fact]
    public async Task A_search_is_paged_without_repeating_or_skipping()
    {
        var client = (await Host.NewTenant()).Administrator;
        foreach (var name in Enumerable.Range(0, 30).Select(i => i % 3 == 0 ? "رضا" : i % 3 == 1 ? "رضایی " + i : new string('ر', 150) + i))
        {
            (await client.Post("/v1/customers", new { kind = "person", givenName = name })).Is(201);
        }
        foreach (var word in new[] { "رضا", "رض", "ر" })
        {
            var whole = (await client.Get($"/v1/customers?limit=200&q={Uri.EscapeDataString(word)}")).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>()).ToList();
            var paged = new List<string>();
            string? cursor = "";
            while (cursor is not null && paged.Count <= whole.Count)
            {
                var page = (await client.Get($"/v1/customers?limit=4&q={Uri.EscapeDataString(word)}{(cursor.Length > 0 ? "&cursor=" + cursor : "")}")).Is(200);
                paged.AddRange(page.Rows.Select(r => r!["id"]!.GetValue<string>()));
                cursor = page.Body!["next"]?.GetValue<string>();
            }
            Assert.Equal(whole, paged);
        }
    }

    private static async Task Page(Specimens own, ApiOperation list, string order, string prefix)
    {
        var address = await own.Address(list);
        var atStart = await Read(own, address, order, 200, null);
        var shown = new List<string>();
        string? cursor = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var answer = await own.Client.Get($"{address}?limit=2{order}{(cursor is null ? "" : "&cursor=" + cursor)}");
            Assert.True(answer.Status == 200, $"{list.Name}{order}: {answer.Status} {answer.Raw}");
            shown.AddRange(answer.Rows.Select(Identity));
            cursor = answer.Body!["next"]?.GetValue<string>();
            if (cursor is null)
            {
                break;
            }
            if (pages < 3)
            {
                await own.Make(prefix);
            }
        }
        Assert.True(cursor is null, $"{list.Name}{order} does not come to an end.");
        var twice = shown.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        Assert.True(twice.Count == 0, $"{list.Name}{order} showed twice: {string.Join(", ", twice)}");
        var skipped = atStart.Except(shown).ToList();
        Assert.True(skipped.Count == 0, $"{list.Name}{order} skipped: {string.Join(", ", skipped)}");
    }

    private static async Task<List<string>> Read(Specimens own, string address, string order, int limit, string? cursor)
    {
        var answer = await own.Client.Get($"{address}?limit={limit}{order}{(cursor is null ? "" : "&cursor=" + cursor)}");
        return [.. answer.Is(200).Rows.Select(Identity)];
    }

    /// <summary>The orders of a list, as its refusal of an unknown one names them.</summary>
    private static async Task<IReadOnlyList<string>> Orders(Specimens own, ApiOperation list)
    {
        if (list.Query.All(q => q.Name != "sort"))
        {
            return [""];
        }
        var refused = await own.Send(list, query: "sort=noSuchOrder");
        Assert.True(refused is { Status: 422, Code: "sort_unknown" }, $"{list.Name}?sort=noSuchOrder: {refused.Status} {refused.Raw}");
        var names = refused.Text("detail").Split(':')[1].TrimEnd('.').Split(',', StringSplitOptions.TrimEntries);
        return ["", .. names.Select(n => "&sort=" + n), .. list.Query.Any(q => q.Name == "updatedSince") ? new[] { "&updatedSince=2020-01-01T00:00:00Z" } : []];
    }

    private static string Identity(JsonNode? row) => row!["id"]?.GetValue<string>() ?? row.ToJsonString();
}
