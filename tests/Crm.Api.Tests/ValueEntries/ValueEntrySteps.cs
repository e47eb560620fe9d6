namespace Crm.Api.Tests.ValueEntries;

/// <summary>What tests of the mutual ledger do over and over.</summary>
internal static class ValueEntrySteps
{
    public static Task<Answer> EnterValue(
        this ApiClient client, string customerId, string kind, long amount, string currency = "IRR", string? on = null, string? key = null, string? source = null) =>
        client.Post("/v1/value-entries", new
        {
            customerId,
            kind,
            value = new { amount, currency },
            occurredOn = on ?? "2026-03-21",
            sourceKey = key ?? Guid.NewGuid().ToString("n"),
            source,
        });

    public static long Total(this Answer balance, int line, string side) => balance.Body!["lines"]![line]![side]!["total"]!.GetValue<long>();
}
