namespace Crm.Domain.Purchases;

/// <summary>How many of a line come back.</summary>
/// <param name="Line">The place of the line in the purchase, from 1.</param>
/// <param name="Quantity">How many; from 1.</param>
public sealed record ReturnedLine(int Line, int Quantity);

/// <summary>What is to come back: an amount, lines, or without either all that is left.</summary>
public sealed record ReturnRequest(Money? Amount, IReadOnlyList<ReturnedLine> Lines, DateTimeOffset? ReturnedAt, string? ExternalId);

/// <summary>What came back of a purchase at one time. Never changed.</summary>
public sealed class PurchaseReturn
{
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>Its place among the returns of the purchase, from 1.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset ReturnedAt { get; init; }

    /// <summary>How much money goes back, in the currency of the purchase.</summary>
    public required long Amount { get; init; }

    /// <summary>How much of the margin goes with it.</summary>
    public required long? MarginAmount { get; init; }
    public required IReadOnlyList<ReturnedLine> Lines { get; init; }
    public string? ExternalId { get; init; }
    public StaffId? By { get; init; }
    public required DateTimeOffset At { get; init; }
}
