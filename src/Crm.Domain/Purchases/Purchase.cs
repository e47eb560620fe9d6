namespace Crm.Domain.Purchases;

/// <summary>
/// What a customer bought, as a shop or an ERP told it. It is a fact and does not change; what comes back of it is added. Amounts are in the minor
/// unit of its currency.
/// </summary>
public sealed class Purchase : AggregateRoot<Purchase>, IResource
{
    public const int MaxReturns = 100;
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly List<PurchaseReturn> returns = [];

    private Purchase() { }

    public static string Prefix => "purchase";

    public CustomerId CustomerId { get; private set; }
    public DateTimeOffset PurchasedAt { get; private set; }
    public string Currency { get; private set; } = "";
    public long Amount { get; private set; }
    public long DiscountAmount { get; private set; }
    public long? MarginAmount { get; private set; }

    /// <summary>How much of the amount has come back.</summary>
    public long ReturnedAmount { get; private set; }

    /// <summary>How much of the margin went with it.</summary>
    public long ReturnedMargin { get; private set; }
    public IReadOnlyList<PurchaseLine> Lines { get; private set; } = [];
    public string? ChannelCode { get; private set; }
    public StaffId? RecordedById { get; private set; }
    public IReadOnlyList<PurchaseReturn> Returns => returns;

    public static Result<Purchase> Record(PurchaseContent content, StaffId? by, DateTimeOffset now)
    {
        if (content.Faults(now).ToList() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        var purchase = new Purchase
        {
            Id = PurchaseId.New(now),
            CustomerId = content.CustomerId,
            PurchasedAt = content.PurchasedAt.ToUniversalTime(),
            Currency = content.Total.Currency,
            Amount = content.Total.Amount,
            DiscountAmount = content.Discount?.Amount ?? 0,
            MarginAmount = content.Margin?.Amount,
            Lines = [.. (content.Lines ?? []).Select(Normalised)],
            ChannelCode = Shown(content.Channel),
            ExternalId = content.ExternalId is { } key ? FoldedText.Nfc(key.Trim()) : null,
            RecordedById = by,
        };
        purchase.Changed(now);
        purchase.Raise(new PurchaseRecorded(purchase.Id, purchase.CustomerId, purchase.PurchasedAt, purchase.Amount, purchase.Currency));
        return purchase;
    }

    /// <summary>Whether it is what was told before, so that telling it again changes nothing.</summary>
    public bool IsAs(PurchaseContent content) =>
        CustomerId == content.CustomerId && PurchasedAt == content.PurchasedAt && Amount == content.Total.Amount && Currency == content.Total.Currency
        && DiscountAmount == (content.Discount?.Amount ?? 0) && MarginAmount == content.Margin?.Amount && ChannelCode == Shown(content.Channel)
        && Lines.SequenceEqual((content.Lines ?? []).Select(Normalised));

    /// <summary>
    /// Adds what comes back. Of a line as much money as its part of the quantity, so that all of a line is all of its amount; never more than is left of the whole.
    /// </summary>
    public Result<PurchaseReturn> Return(ReturnRequest request, StaffId? by, DateTimeOffset now)
    {
        var key = request.ExternalId is { } given ? FoldedText.Nfc(given.Trim()) : null;
        if (Refusal(request, key, now) is { } refusal)
        {
            return refusal;
        }
        var left = Amount - ReturnedAmount;
        if (AmountOf(request, left).Failed(out var error, out var amount))
        {
            return error;
        }
        if (amount > left)
        {
            return PurchaseErrors.ReturnAbovePurchase.Because($"{left} {Currency} are left.");
        }
        var margin = MarginAmount is { } all ? MarginOf(all, ReturnedAmount + amount) - ReturnedMargin : (long?)null;
        var made = new PurchaseReturn
        {
            PurchaseId = Id, Number = returns.Count + 1, ReturnedAt = (request.ReturnedAt ?? now).ToUniversalTime(), Amount = amount, MarginAmount = margin, Lines = [.. request.Lines],
            ExternalId = key, By = by, At = now,
        };
        returns.Add(made);
        (ReturnedAmount, ReturnedMargin) = (ReturnedAmount + amount, ReturnedMargin + (margin ?? 0));
        Changed(now);
        Raise(new PurchaseReturned(Id, CustomerId, made.Number, made.ReturnedAt, amount, ReturnedAmount, Currency));
        return made;
    }

    private Error? Refusal(ReturnRequest request, string? key, DateTimeOffset now)
    {
        if (key is not null && returns.Exists(r => r.ExternalId == key))
        {
            return PurchaseErrors.ReturnKnown;
        }
        if (returns.Count == MaxReturns)
        {
            return PurchaseErrors.TooManyReturns;
        }
        if (request.ReturnedAt > now + ClockTolerance)
        {
            return Error.Invalid([PurchaseErrors.InFuture("/returnedAt")]);
        }
        if (request.ReturnedAt < PurchasedAt)
        {
            return Error.Invalid([new("/returnedAt", "return_before_purchase", "Nothing comes back before it was bought.")]);
        }
        if (request.Amount is { } money && money.Currency != Currency)
        {
            return Error.Invalid([new("/amount/currency", "currency_differs", "A purchase is in one currency. Give every amount in that of total.")]);
        }
        return ReturnedAmount == Amount && (Amount > 0 || returns.Count > 0) ? PurchaseErrors.ReturnedWhole : null;
    }

    private Result<long> AmountOf(ReturnRequest request, long left)
    {
        if (request.Lines.Count == 0)
        {
            return request.Amount?.Amount ?? left;
        }
        var amount = 0L;
        foreach (var group in request.Lines.GroupBy(l => l.Line))
        {
            if (group.Key < 1 || group.Key > Lines.Count)
            {
                return Error.Invalid([new("/lines", "purchase_line_unknown", "The purchase has no line of this number.")]);
            }
            var line = Lines[group.Key - 1];
            var before = returns.SelectMany(r => r.Lines).Where(l => l.Line == group.Key).Sum(l => (long)l.Quantity);
            var after = before + group.Sum(l => (long)l.Quantity);
            if (after > line.Quantity)
            {
                return PurchaseErrors.ReturnAbovePurchase.Because($"{line.Quantity - before} of line {group.Key} are left.");
            }
            amount += Part(line.Amount.Amount, after, line.Quantity) - Part(line.Amount.Amount, before, line.Quantity);
        }
        return amount;
    }

    private long MarginOf(long all, long returned) => Amount == 0 ? all : Part(all, returned, Amount);

    private static long Part(long of, long part, long whole) => (long)((Int128)of * part / whole);

    private static PurchaseLine Normalised(PurchaseLine line) =>
        line with { Sku = FoldedText.Nfc(line.Sku.Trim()), Name = FoldedText.Shown(line.Name), Category = Shown(line.Category) };

    private static string? Shown(string? code) => FoldedText.Shown(code);
}
