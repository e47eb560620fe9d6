using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Channels;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Channels;

public sealed record OfferChannel(ChannelContent Content) : ICommand<ChannelDetails>;

internal sealed class ChannelContentValidator : AbstractValidator<ChannelContent>
{
    public ChannelContentValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Name).NotEmpty().MaximumLength(ChannelContent.NameMaxLength);
        RuleFor(x => x.Address).NotEmpty().MaximumLength(ChannelContent.AddressMaxLength);
        RuleFor(x => x.CostToCustomer).IsInEnum();
        RuleFor(x => x.CostText).MaximumLength(ChannelContent.CostTextMaxLength);
        RuleFor(x => x.WhoSees).MaximumLength(ChannelContent.WhoSeesMaxLength);
        RuleFor(x => x.Position).InclusiveBetween(0, ChannelContent.MaxPosition);
    }
}

internal sealed class OfferChannelHandler(
    ICrmDb db, UnitOfWork work, ChannelsOnOffer onOffer, Caller caller, TimeProvider clock, IValidator<ChannelContent> validator)
    : ICommandHandler<OfferChannel, ChannelDetails>
{
    public async Task<Result<ChannelDetails>> Handle(OfferChannel command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        var offered = db.Channels.Where(c => c.WithdrawnAt == null);
        // Null where there is no such calendar, so that one query tells both.
        var count = command.Content.CalendarId is { } calendar
            ? await db.Calendars.Where(c => c.Id == calendar && c.RetiredAt == null).Select(_ => (int?)offered.Count()).FirstOrDefaultAsync(ct)
            : await offered.CountAsync(ct);
        if (count is null)
        {
            return CalendarErrors.Unknown.About("/calendarId");
        }
        if (count >= CustomerChannel.Most)
        {
            return ChannelErrors.TooMany;
        }
        var channel = CustomerChannel.Offer(command.Content, clock.GetUtcNow());
        db.Channels.Add(channel);
        work.Afterwards(() => onOffer.Forget(caller.Tenant.Number));
        return ChannelDetails.Of(channel);
    }
}
