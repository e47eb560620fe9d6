using Crm.Domain;
using Crm.Domain.Channels;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Channels;

public sealed record GetChannel(ChannelId Id) : IQuery<ChannelDetails>;

internal sealed class GetChannelHandler(ICrmDb db) : IQueryHandler<GetChannel, ChannelDetails>
{
    public async Task<Result<ChannelDetails>> Handle(GetChannel query, CancellationToken ct) =>
        await db.Channels.Where(c => c.Id == query.Id).Select(ChannelDetails.Projection).FirstOrDefaultAsync(ct) is { } channel
            ? channel
            : Error.NotFound<CustomerChannel>();
}
