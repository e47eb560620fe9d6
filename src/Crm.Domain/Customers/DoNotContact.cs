namespace Crm.Domain.Customers;

/// <summary>A customer's wish to be left alone. Every feature that turns to customers obeys it (S4-ALL-1).</summary>
/// <param name="Channels">The channels it is about; every channel where null.</param>
/// <param name="Reason">Why, in the customer's words where there are any; 1 to 500 characters.</param>
/// <param name="Until">When it ends; never where null.</param>
/// <param name="Since">When it was recorded.</param>
/// <param name="By">The member of staff who recorded it.</param>
public sealed record DoNotContact(IReadOnlyList<ContactChannel>? Channels, string Reason, DateTimeOffset? Until, DateTimeOffset Since, StaffId? By)
{
    public const int ReasonMaxLength = 500;
    public const int MaxChannels = 20;

    /// <summary>The channels that it is about, a bit each.</summary>
    internal int Mask => (Channels ?? Enum.GetValues<ContactChannel>()).Aggregate(0, (mask, channel) => mask | MaskOf(channel));

    public static int MaskOf(ContactChannel channel) => 1 << (int)channel;

    /// <summary>Whether it forbids this channel at this instant.</summary>
    public bool Forbids(ContactChannel channel, DateTimeOffset now) => IsInForceAt(now) && (Channels is null || Channels.Contains(channel));

    /// <summary>Whether the customer is not to be asked anything: neither by telephone nor by e-mail.</summary>
    public bool ForbidsAsking(DateTimeOffset now) => Forbids(ContactChannel.Phone, now) && Forbids(ContactChannel.Email, now);

    public bool IsInForceAt(DateTimeOffset now) => Until is null || now < Until;
}

[EventType("customer.contact_forbidden", 1, "A customer asked not to be contacted, on some channels or on all.")]
public sealed record ContactForbidden(CustomerId CustomerId, IReadOnlyList<ContactChannel>? Channels, DateTimeOffset? Until) : IDomainEvent;

[EventType("customer.contact_allowed", 1, "A customer may be contacted again.")]
public sealed record ContactAllowed(CustomerId CustomerId) : IDomainEvent;
