namespace Crm.Domain.Channels;

[EventType("channel.offered", 1, "Customers were offered a new channel.")]
public sealed record ChannelOffered(ChannelId ChannelId) : IDomainEvent;

[EventType("channel.revised", 1, "What customers are told of a channel changed.")]
public sealed record ChannelRevised(ChannelId ChannelId) : IDomainEvent;

[EventType("channel.withdrawn", 1, "A channel was withdrawn for good.")]
public sealed record ChannelWithdrawn(ChannelId ChannelId) : IDomainEvent;
