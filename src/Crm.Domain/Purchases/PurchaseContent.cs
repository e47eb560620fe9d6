namespace Crm.Domain.Purchases;

/// <summary>One article of a purchase.</summary>
/// <param name="Sku">The article's code; 1 to 60 characters.</param>
/// <param name="Quantity">How many; 1 to 1,000,000.</param>
/// <param name="Amount">What was paid for them all, discounts taken off; in the currency of the whole.</param>
/// <param name="Name">What the article is called; at most 200 characters.</param>
/// <param name="Category">The code of what kind of article it is, by which programmes may tell; at most 60 characters.</param>
/// <param name="Discount">What was taken off, in the same currency.</param>
public sealed record PurchaseLine(string Sku, int Quantity, Money Amount, string? Name = null, string? Category = null, Money? Discount = null)
{
    public const int SkuMaxLength = 60;
    public const int NameMaxLength = 200;
    public const int CategoryMaxLength = 60;
    public const int MaxQuantity = 1_000_000;
}

/// <summary>A purchase as a shop or an ERP tells it.</summary>
public record PurchaseContent
{
    public const int MaxLines = 200;
    public const int ChannelMaxLength = 40;

    /// <summary>Who bought.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>When; at most 5 minutes in the future.</summary>
    public required DateTimeOffset PurchasedAt { get; init; }

    /// <summary>What was paid, discounts taken off.</summary>
    public required Money Total { get; init; }

    /// <summary>What was taken off in all, in the same currency.</summary>
    public Money? Discount { get; init; }

    /// <summary>What it earned the company, in the same currency, where that is known; it may be below zero.</summary>
    public Money? Margin { get; init; }

    /// <summary>What was bought, at most 200 lines; where there are any, their amounts come to total.</summary>
    public IReadOnlyList<PurchaseLine>? Lines { get; init; }

    /// <summary>The code of where it was bought, such as web or store-3; at most 40 characters.</summary>
    public string? Channel { get; init; }

    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static readonly PurchaseContent Example = new()
    {
        CustomerId = CustomerId.Parse("customer_01j00000000000000000000000", null),
        PurchasedAt = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero),
        Total = new(9_000_000, "IRR"),
        Discount = new(1_000_000, "IRR"),
        Margin = new(2_500_000, "IRR"),
        Lines = [new("KETTLE-2", 1, new(7_000_000, "IRR"), "کتری برقی", "kitchen", new(1_000_000, "IRR")), new("CUP-1", 4, new(2_000_000, "IRR"), "فنجان", "kitchen")],
        Channel = "web",
    };

    /// <summary>What is wrong with its parts where each alone may be right.</summary>
    internal IEnumerable<FieldError> Faults(DateTimeOffset now)
    {
        if (PurchasedAt > now + Purchase.ClockTolerance)
        {
            yield return PurchaseErrors.InFuture("/purchasedAt");
        }
        var currency = Total.Currency;
        foreach (var (pointer, money) in Amounts())
        {
            if (money.Currency != currency)
            {
                yield return new(pointer + "/currency", "currency_differs", "A purchase is in one currency. Give every amount in that of total.");
            }
        }
        if (!Currencies.Exists(currency))
        {
            yield return new("/total/currency", "currency_unknown", "ISO 4217 has no such currency.");
        }
        if (Lines is { Count: > 0 } lines && lines.Aggregate(Int128.Zero, (sum, l) => sum + l.Amount.Amount) != Total.Amount)
        {
            yield return new("/lines", "lines_differ_from_total", "The amounts of the lines do not come to total.");
        }
    }

    private IEnumerable<(string Pointer, Money Money)> Amounts()
    {
        if (Discount is not null)
        {
            yield return ("/discount", Discount);
        }
        if (Margin is not null)
        {
            yield return ("/margin", Margin);
        }
        for (var i = 0; i < (Lines?.Count ?? 0); i++)
        {
            yield return ($"/lines/{i}/amount", Lines![i].Amount);
            if (Lines[i].Discount is { } discount)
            {
                yield return ($"/lines/{i}/discount", discount);
            }
        }
    }
}
