using Crm.Domain;
using Crm.Domain.Channels;
using Crm.Domain.Interactions;

namespace Crm.Application.Channels;

/// <summary>Which channels to list.</summary>
public sealed record ListChannels : ListQuery, IQuery<Page<ChannelDetails>>
{
    /// <summary>Only channels of these kinds, separated by commas.</summary>
    public Choices<Channel>? Kind { get; init; }

    /// <summary>Only those that are offered now, or only those that are not.</summary>
    public bool? Active { get; init; }

    /// <summary>Only those that were withdrawn (true) or were not (false); both where absent.</summary>
    public bool? Withdrawn { get; init; }
}

internal sealed class ListChannelsHandler(ICrmDb db) : IQueryHandler<ListChannels, Page<ChannelDetails>>
{
    private static readonly Order<CustomerChannel, ChannelDetails>[] Orders = [Order<CustomerChannel, ChannelDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<ChannelDetails>>> Handle(ListChannels query, CancellationToken ct)
    {
        IQueryable<CustomerChannel> rows = db.Channels;
        if (query.Kind is { } kinds)
        {
            rows = rows.Where(c => kinds.Values.Contains(c.Kind));
        }
        if (query.Active is { } active)
        {
            rows = rows.Where(c => c.Active == active);
        }
        if (query.Withdrawn is { } withdrawn)
        {
            rows = rows.Where(c => c.WithdrawnAt != null == withdrawn);
        }
        return rows.ToPage(query, Orders, ChannelDetails.Projection, ct);
    }
}
