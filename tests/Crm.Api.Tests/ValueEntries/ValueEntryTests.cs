using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.KeyAccounts;

namespace Crm.Api.Tests.ValueEntries;

[Trait("Requirement", "S4-MUTUAL-1")]
public sealed class ValueEntryTests(CrmHost host) : ApiTest(host)
{
    private const string Year = "?from=2026-01-01&to=2027-01-01";

    [Fact]
    public async Task A_balance_is_the_sum_of_its_entries_and_currencies_are_never_added()
    {
        var tenant = await Host.NewTenant();
        var (client, customer) = (tenant.Administrator, await tenant.NewCustomer());
        (await client.EnterValue(customer, "discount", 30_000)).Is(201);
        (await client.EnterValue(customer, "remedy", 10_000)).Is(201);
        (await client.EnterValue(customer, "revenue", 900_000)).Is(201);
        (await client.EnterValue(customer, "margin", 125_000)).Is(201);
        (await client.EnterValue(customer, "costToServe", 25_000)).Is(201);
        (await client.EnterValue(customer, "margin", 700, "EUR")).Is(201);
        (await client.EnterValue(customer, "margin", 999, on: "2025-12-31")).Is(201);
        var balance = (await client.Get($"/v1/customers/{customer}/value-balance{Year}")).Is(200);
        Assert.Equal(["EUR", "IRR"], balance.Body!["lines"]!.AsArray().Select(l => l!["currency"]!.GetValue<string>()));
        Assert.Equal((0, 700), (balance.Total(0, "toCustomer"), balance.Total(0, "toCompany")));
        Assert.Equal((40_000, 100_000), (balance.Total(1, "toCustomer"), balance.Total(1, "toCompany")));
        Assert.Equal(2.5m, balance.Body!["lines"]![1]!["ratio"]!.GetValue<decimal>());
        Assert.Null(balance.Body!["lines"]![0]!["ratio"]);
        var only = (await client.Get($"/v1/customers/{customer}/value-balance{Year}&currency=EUR")).Is(200);
        Assert.Single(only.Body!["lines"]!.AsArray());
        Assert.Equal(700, only.Total(0, "toCompany"));
        Assert.Equal(2, (await client.Get($"/v1/value-entries?customerId={customer}&kind=margin&occurredFrom=2026-01-01")).Is(200).Rows.Count);
        Assert.Equal(3, (await client.Get($"/v1/value-entries?customerId={customer}&kind=margin&sort=occurredOn")).Is(200).Rows.Count);
    }

    [Fact]
    public async Task A_key_account_has_what_its_customer_and_its_people_have_and_nobody_else()
    {
        var tenant = await Host.NewTenant();
        var (client, organisation) = (tenant.Administrator, await tenant.Administrator.NewOrganisation());
        var (account, buyer) = (await tenant.Designate(organisation), await tenant.Buyer(organisation));
        (await client.Post($"/v1/customers/{buyer}/relations", new { kind = "represents", otherCustomerId = organisation })).Is(201);
        Assert.Empty((await client.Get($"/v1/key-accounts/{account.Id}/value-balance{Year}")).Is(200).Body!["lines"]!.AsArray());
        (await client.EnterValue(organisation, "margin", 1_000)).Is(201);
        (await client.EnterValue(buyer, "margin", 200)).Is(201);
        (await client.EnterValue(buyer, "discount", 300)).Is(201);
        (await client.EnterValue(await tenant.NewCustomer(), "margin", 7)).Is(201);
        var balance = (await client.Get($"/v1/key-accounts/{account.Id}/value-balance{Year}")).Is(200);
        Assert.Equal((300, 1_200), (balance.Total(0, "toCustomer"), balance.Total(0, "toCompany")));
        (await client.Get($"/v1/key-accounts/{account.Id}/value-balance?from=2026-02-01&to=2026-01-01")).IsInvalid("/from", "balance_period_invalid");
        var stranger = await Host.NewTenant();
        (await stranger.Administrator.Get($"/v1/key-accounts/{account.Id}/value-balance")).IsProblem(404, "key_account.not_found");
    }

    [Fact]
    public async Task The_same_source_key_counts_once_and_other_content_under_it_is_refused()
    {
        var tenant = await Host.NewTenant();
        var (client, customer) = (tenant.Administrator, await tenant.NewCustomer());
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => client.EnterValue(customer, "margin", 500, key: "order-1"))));
        Assert.Single(both.Select(a => a.Is(201).Id).Distinct());
        var other = (await client.EnterValue(customer, "margin", 501, key: "order-1")).IsProblem(409, "value.source_taken");
        Assert.Equal(both[0].Id, other.Text("conflictingId"));
        Assert.Single((await client.Get("/v1/value-entries")).Is(200).Rows);
        Assert.Equal(500, (await client.Get($"/v1/customers/{customer}/value-balance{Year}")).Is(200).Total(0, "toCompany"));
        var stranger = await Host.NewTenant();
        (await stranger.Administrator.EnterValue(await stranger.NewCustomer(), "margin", 7, key: "order-1")).Is(201);
        (await stranger.Administrator.Get($"/v1/customers/{customer}/value-balance")).IsProblem(404, "customer.not_found");
    }

    [Fact]
    public async Task A_reversal_takes_the_amount_away_once_and_both_stay_to_be_seen()
    {
        var tenant = await Host.NewTenant();
        var (client, customer) = (tenant.Administrator, await tenant.NewCustomer());
        var entry = (await client.EnterValue(customer, "margin", 500)).Is(201);
        var reversal = (await client.Post($"/v1/value-entries/{entry.Id}/reversal", new { reason = "Goods came back", occurredOn = "2026-04-01" })).Is(201);
        Assert.Equal((-500, entry.Id), (reversal.Body!["amount"]!.GetValue<long>(), reversal.Text("reversesId")));
        var again = (await client.Post($"/v1/value-entries/{entry.Id}/reversal", new { reason = "Again" })).IsProblem(409, "value.already_reversed");
        Assert.Equal(reversal.Id, again.Text("conflictingId"));
        (await client.Post($"/v1/value-entries/{reversal.Id}/reversal", new { reason = "No" })).IsProblem(409, "value.is_reversal");
        Assert.Equal(0, (await client.Get($"/v1/customers/{customer}/value-balance{Year}")).Is(200).Total(0, "toCompany"));
        Assert.Equal(500, (await client.Get($"/v1/customers/{customer}/value-balance?from=2026-01-01&to=2026-04-01")).Is(200).Total(0, "toCompany"));
        Assert.Equal(entry.Raw, (await client.Get("/v1/value-entries/" + entry.Id)).Is(200).Raw);
    }

    [Fact]
    public async Task Refuses_what_is_no_value()
    {
        var tenant = await Host.NewTenant();
        var (client, customer) = (tenant.Administrator, await tenant.NewCustomer());
        (await client.EnterValue(customer, "margin", 0)).IsInvalid("/value/amount", "out_of_range");
        (await client.EnterValue(customer, "margin", 10_000_000_000_001)).IsInvalid("/value/amount", "out_of_range");
        (await client.EnterValue(customer, "margin", 5, "rial")).Is(422);
        (await client.EnterValue(customer, "margin", 5, on: "2999-01-01")).IsInvalid("/occurredOn", "day_in_future");
        (await client.EnterValue(customer, "margin", 5, key: " ")).Is(422);
        (await client.EnterValue("customer_01j00000000000000000000000", "margin", 5)).IsInvalid("/customerId", "reference_unknown");
        (await client.Get($"/v1/customers/{customer}/value-balance?from=2026-02-01&to=2026-01-01")).IsInvalid("/from", "balance_period_invalid");
    }
}
