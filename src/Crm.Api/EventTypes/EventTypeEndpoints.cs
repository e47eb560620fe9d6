using Crm.Application;
using Crm.Application.EventTypes;
using Crm.Domain;

namespace Crm.Api.EventTypes;

/// <summary>The catalogue of the events that the product tells of.</summary>
internal static class EventTypeEndpoints
{
    public static void MapEventTypes(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/event-types").WithTags("EventTypes").MapGet("", ListEventTypes).Operation<Page<EventTypeRow>>(Permission.EventTypesRead, 200);

    /// <summary>Lists the sorts of events</summary>
    /// <remarks>The catalogue of everything that the product tells of: name, version, meaning and the schema of the data. One page holds them all.</remarks>
    private static Task<IResult> ListEventTypes(Dispatcher send, CancellationToken ct) => send.Send(new ListEventTypes(), ct).Ok();
}
