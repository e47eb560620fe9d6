using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Channels;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Channels;

public sealed record ReviseChannel(ChannelId Id, Patch<ChannelContent> Changes, IfMatch IfMatch) : ICommand<ChannelDetails>;

internal sealed class ReviseChannelHandler(
    ICrmDb db, UnitOfWork work, ChannelsOnOffer onOffer, Caller caller, TimeProvider clock, IValidator<ChannelContent> validator)
    : ICommandHandler<ReviseChannel, ChannelDetails>
{
    public async Task<Result<ChannelDetails>> Handle(ReviseChannel command, CancellationToken ct)
    {
        if ((await db.Channels.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var channel)
            || command.Changes.ApplyTo(channel.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        // One whose calendar was retired meanwhile may change in everything else.
        if (content.CalendarId is { } calendar && calendar != channel.CalendarId
            && !await db.Calendars.AnyAsync(c => c.Id == calendar && c.RetiredAt == null, ct))
        {
            return CalendarErrors.Unknown.About("/calendarId");
        }
        if (channel.Revise(content, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        work.Afterwards(() => onOffer.Forget(caller.Tenant.Number));
        return ChannelDetails.Of(channel);
    }
}
