namespace Crm.Domain.Customers;

/// <summary>One move along the lifecycle, kept for ever.</summary>
public sealed record LifecycleChange(CustomerId CustomerId, Lifecycle? From, Lifecycle To, string? Reason, StaffId? By, DateTimeOffset At)
    : IHasId<LifecycleChange>, IResource
{
    public static string Prefix => "lifecycle_change";

    public const int ReasonMaxLength = 500;

    public LifecycleChangeId Id { get; private init; } = LifecycleChangeId.New(At);
}
