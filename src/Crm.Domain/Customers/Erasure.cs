namespace Crm.Domain.Customers;

/// <summary>What made us erase a customer.</summary>
public enum ErasureReason { CustomerRequest, LegalObligation, RetentionEnd }

/// <summary>Why, by whom and when a customer was erased; all that is told of it later.</summary>
public sealed record Erasure(ErasureReason Reason, string? Note, StaffId? By, DateTimeOffset At)
{
    public const int NoteMaxLength = 500;
}
