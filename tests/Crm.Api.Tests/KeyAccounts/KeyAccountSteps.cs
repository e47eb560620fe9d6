using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.KeyAccounts;

/// <summary>What tests of key accounts do over and over.</summary>
internal static class KeyAccountSteps
{
    public const string Tomorrow = "2099-01-01";

    public static object Member(string staffId, string role = "accountManager") => new { staffId, role };

    public static object Terms(object[] team, string tier = "gold", object? cadence = null, string reviewOn = Tomorrow) =>
        new { tier, reason = "A tenth of our revenue", reviewOn, team, cadence };

    public static Task<Answer> TryDesignate(this ApiClient client, string customerId, object terms) => client.Post("/v1/key-accounts", new { customerId, terms });

    /// <summary>A key account with an account manager, who is made where none is named.</summary>
    public static async Task<Answer> Designate(this TestTenant tenant, string? customerId = null, string? manager = null, string tier = "gold", object? cadence = null, params object[] others) =>
        (await tenant.Administrator.TryDesignate(customerId ?? await tenant.NewCustomer(),
            Terms([Member(manager ?? (await tenant.Employ("Manager")).Id), .. others], tier, cadence))).Is(201);

    public static async Task<string> NewOrganisation(this ApiClient client, string name = "Pars Steel") =>
        (await client.Post("/v1/customers", new { kind = "organisation", organisationName = name, lifecycle = "customer", tags = new[] { "steel" } })).Is(201).Id;

    /// <summary>Somebody who works for an organisation.</summary>
    public static async Task<string> Buyer(this TestTenant tenant, string organisation, string role = "Head of purchasing")
    {
        var person = await tenant.NewCustomer("خریدار");
        (await tenant.Administrator.Post($"/v1/customers/{person}/relations", new { kind = "worksFor", otherCustomerId = organisation, role })).Is(201);
        return person;
    }
}
