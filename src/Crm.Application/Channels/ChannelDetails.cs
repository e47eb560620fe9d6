using System.Linq.Expressions;
using Crm.Domain.Channels;
using Crm.Domain.Interactions;

namespace Crm.Application.Channels;

/// <summary>A way on which customers reach the tenant, as it is told to them.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Kind">The way.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">What to use: the number, e-mail address, URL or place.</param>
/// <param name="CostToCustomer">What it costs the customer to use it.</param>
/// <param name="CalendarId">The calendar that has its hours; null where it is always open.</param>
/// <param name="CostText">More about the cost.</param>
/// <param name="WhoSees">Who will see what customers write or say here, in words for customers.</param>
/// <param name="Position">Its place among the others; the lowest comes first.</param>
/// <param name="Active">Whether it is offered now.</param>
/// <param name="WithdrawnAt">When it was withdrawn for good; null where it was not.</param>
/// <param name="CreatedAt">When it was first offered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record ChannelDetails(
    ChannelId Id, Channel Kind, string Name, string Address, CostToCustomer CostToCustomer, CalendarId? CalendarId, string? CostText, string? WhoSees,
    int Position, bool Active, DateTimeOffset? WithdrawnAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly Expression<Func<CustomerChannel, ChannelDetails>> Projection = c => new ChannelDetails(
        c.Id, c.Kind, c.Name, c.Address, c.CostToCustomer, c.CalendarId, c.CostText, c.WhoSees, c.Position, c.Active, c.WithdrawnAt,
        c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<CustomerChannel, ChannelDetails> Compiled = Projection.Compile();

    public static readonly ChannelDetails Example = Of(CustomerChannel.Offer(ChannelContent.Example, new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero))) with
    {
        Id = ChannelId.Parse("channel_01j00000000000000000000000", null),
    };

    public static ChannelDetails Of(CustomerChannel channel) => Compiled(channel);
}
