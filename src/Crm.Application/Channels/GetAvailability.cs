using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Channels;
using Crm.Domain.Interactions;

namespace Crm.Application.Channels;

/// <summary>Asks what is open. <paramref name="MayBeRemembered"/>: whether what was offered a moment ago will do.</summary>
public sealed record GetAvailability(bool MayBeRemembered = false) : IQuery<AvailabilityDetails>;

/// <summary>Which ways to the tenant are open, and when others will be (S5-HUMAN-1).</summary>
/// <param name="Open">Whether a human can be reached at once: by phone, by chat or in person.</param>
/// <param name="NextOpenAt">When a human can be reached next; null where one can be now, and where nothing of the kind is offered or ever opens.</param>
/// <param name="At">When this was so.</param>
/// <param name="TimeZone">IANA name of the tenant's zone, whose wall clock the hours are on.</param>
/// <param name="Today">The date on that wall clock.</param>
/// <param name="Channels">The channels on offer, at most 200: those that cost the customer nothing first, then by position.</param>
public sealed record AvailabilityDetails(
    bool Open, DateTimeOffset? NextOpenAt, DateTimeOffset At, string TimeZone, DateOnly Today, IReadOnlyList<ChannelAvailability> Channels)
{
    public const int MaxChannels = CustomerChannel.Most;

    // 17:00 and a minute in Tehran.
    private static readonly DateTimeOffset ExampleTime = new(2026, 10, 14, 13, 31, 0, TimeSpan.Zero);

    public static readonly AvailabilityDetails Example = Of(
        [
            new(ChannelDetails.Example.Id, ChannelContent.Example.Kind, ChannelContent.Example.Name, ChannelContent.Example.Address,
                ChannelContent.Example.CostToCustomer, ChannelContent.Example.CostText, ChannelContent.Example.WhoSees, ChannelContent.Example.Position,
                OpenTime.Of(CalendarContent.Example)),
        ],
        CalendarContent.Example.TimeZone, ExampleTime);

    public static AvailabilityDetails Of(IReadOnlyList<ChannelOnOffer> offered, string timeZone, DateTimeOffset now)
    {
        List<ChannelAvailability> channels = [.. offered.Select(c => ChannelAvailability.Of(c, timeZone, now))];
        var humans = channels.FindAll(c => ChannelContent.ReachesHuman(c.Kind));
        var open = humans.Exists(c => c.Open);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
        return new(open, open ? null : humans.Min(c => c.NextOpenAt), now, timeZone, today, channels);
    }
}

/// <summary>A channel, and whether it is open.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Kind">The way.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">What to use: the number, e-mail address, URL or place.</param>
/// <param name="CostToCustomer">What it costs the customer to use it.</param>
/// <param name="CostText">More about the cost.</param>
/// <param name="WhoSees">Who will see what customers write or say here.</param>
/// <param name="Position">Its place among the others.</param>
/// <param name="Open">Whether it is open now.</param>
/// <param name="NextOpenAt">When it opens next, holidays considered; null while it is open, and where it does not open any more before the year 2200.</param>
/// <param name="NextCloseAt">When it closes; null while it is closed, and where it does not close within the next 366 days.</param>
/// <param name="HoursToday">The hours of today, holidays considered; none where it is closed all day.</param>
public sealed record ChannelAvailability(
    ChannelId Id, Channel Kind, string Name, string Address, CostToCustomer CostToCustomer, string? CostText, string? WhoSees, int Position,
    bool Open, DateTimeOffset? NextOpenAt, DateTimeOffset? NextCloseAt, IReadOnlyList<HoursOfToday> HoursToday)
{
    public static ChannelAvailability Of(ChannelOnOffer c, string timeZone, DateTimeOffset now)
    {
        var (open, nextOpenAt, nextCloseAt) = Opening.At(now, c.Hours);
        return new(c.Id, c.Kind, c.Name, c.Address, c.CostToCustomer, c.CostText, c.WhoSees, c.Position, open, nextOpenAt, nextCloseAt,
            Opening.Today(now, c.Hours, timeZone));
    }
}

internal sealed class GetAvailabilityHandler(ICrmDb db, ChannelsOnOffer onOffer, Caller caller, TimeProvider clock)
    : IQueryHandler<GetAvailability, AvailabilityDetails>
{
    public async Task<Result<AvailabilityDetails>> Handle(GetAvailability query, CancellationToken ct)
    {
        var tenant = caller.Tenant;
        var offered = query.MayBeRemembered ? await onOffer.Recently(db, tenant.Number, ct) : await onOffer.Now(db, tenant.Number, ct);
        return AvailabilityDetails.Of(offered, tenant.Settings.TimeZone, clock.GetUtcNow());
    }
}
