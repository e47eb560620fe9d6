using Crm.Application;
using Crm.Application.Channels;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Channels;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Channels;

/// <summary>The ways on which customers reach the tenant, what they cost, and when they are open.</summary>
internal static class ChannelEndpoints
{
    public static void MapChannels(this IEndpointRouteBuilder app)
    {
        var channels = app.MapGroup("/v1/channels").WithTags("Channels");
        channels.MapPost("", OfferChannel).Operation<ChannelDetails>(Permission.ChannelsWrite, 201, CalendarErrors.Unknown, ChannelErrors.TooMany);
        channels.MapGet("", ListChannels).Operation<Page<ChannelDetails>>(Permission.ChannelsRead, 200, ListErrors.CursorInvalid);
        channels.MapGet("{id}", GetChannel).Operation<ChannelDetails>(Permission.ChannelsRead, 200);
        channels.MapPatch("{id}", ReviseChannel).Operation<ChannelDetails>(Permission.ChannelsWrite, 200, CalendarErrors.Unknown, ChannelErrors.Withdrawn);
        channels.MapDelete("{id}", WithdrawChannel).Operation(Permission.ChannelsWrite);
        var open = app.MapGroup("/v1").WithTags("Channels");
        open.MapGet("availability", GetAvailability).Operation<AvailabilityDetails>(Permission.ChannelsRead, 200);
        open.MapGet("public/{tenantSlug}/availability", GetPublicAvailability).PublicOperation<AvailabilityDetails>();
    }

    /// <summary>Offers a channel</summary>
    /// <remarks>
    /// Customers are told of it at once, by the availability of the tenant: what to use, what it costs them and who will see what they say (S4-FREE-1).
    /// Its hours are those of its calendar, which must be in use. A tenant offers at most 200 channels.
    /// </remarks>
    private static Task<IResult> OfferChannel(ChannelContent channel, Dispatcher send, CancellationToken ct) =>
        send.Send(new OfferChannel(channel), ct).Created(c => $"/v1/channels/{c.Id}");

    /// <summary>Lists the channels</summary>
    /// <remarks>Newest first, those included that are not offered now or were withdrawn, unless active=true and withdrawn=false.</remarks>
    private static Task<IResult> ListChannels([AsParameters] ListChannels query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a channel</summary>
    /// <remarks>Also after it was withdrawn.</remarks>
    /// <param name="id">The channel.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetChannel(ChannelId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetChannel(id), ct).Ok();

    /// <summary>Revises a channel</summary>
    /// <remarks>
    /// Changes the given members and leaves the others. With active=false it is not offered for a time. Another calendar must be in use; one that was
    /// retired since keeps giving the hours.
    /// </remarks>
    /// <param name="id">The channel.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseChannel(
        ChannelId id, Patch<ChannelContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseChannel(id, changes, ifMatch), ct).Ok();

    /// <summary>Withdraws a channel</summary>
    /// <remarks>It is offered no more and does not change any more, but stays readable.</remarks>
    /// <param name="id">The channel.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> WithdrawChannel(ChannelId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new WithdrawChannel(id, ifMatch), ct).NoContent();

    /// <summary>Says what is open</summary>
    /// <remarks>
    /// Each channel that is active, with its hours of today, whether it is open and when that changes, holidays considered; and whether a human can
    /// be reached now, by phone, by chat or in person (S5-HUMAN-1). Channels that cost the customer nothing (free, callMeBack, prepaidPost) come
    /// first, then those of lower position (S4-FREE-1). Days are those of the tenant's zone.
    /// </remarks>
    private static Task<IResult> GetAvailability(Dispatcher send, CancellationToken ct) => send.Send(new GetAvailability(), ct).Ok();

    /// <summary>Tells customers what is open</summary>
    /// <remarks>
    /// The same for anybody, so that there is always a published way to a human (S5-HUMAN-1). Changes of hours and channels show within five
    /// seconds. All who ask this of one tenant share the limit of one credential. A tenant that is suspended or closed is unknown here.
    /// </remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    private static Task<IResult> GetPublicAvailability(string tenantSlug, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetAvailability(MayBeRemembered: true), ct).Ok();
}
