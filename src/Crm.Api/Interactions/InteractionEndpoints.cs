using Crm.Application;
using Crm.Application.Interactions;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.Interactions;

/// <summary>Contacts with customers on every channel, as they were: words, mood, holds, and what is to follow.</summary>
internal static class InteractionEndpoints
{
    public static void MapInteractions(this IEndpointRouteBuilder app)
    {
        var interactions = app.MapGroup("/v1/interactions").WithTags("Interactions");
        interactions.MapPost("", RecordInteraction).Operation<InteractionDetails>(
            Permission.InteractionsWrite, 201, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased);
        interactions.MapGet("", ListInteractions).Operation<Page<InteractionRow>>(Permission.InteractionsRead, 200, ListErrors.CursorInvalid);
        interactions.MapGet("statistics", GetInteractionStatistics).Operation<InteractionStatistics>(
            Permission.InteractionsRead, 200, InteractionErrors.PeriodInvalid);
        interactions.MapGet("{id}", GetInteraction).Operation<InteractionDetails>(Permission.InteractionsRead, 200);
        interactions.MapPost("{id}/corrections", CorrectInteraction).Operation<InteractionDetails>(
            Permission.InteractionsWrite, 201, InteractionErrors.AlreadyCorrected, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased);
        app.MapPost("/v1/interactions:batch", RecordInteractions).WithTags("Interactions")
            .Operation<BatchAnswer<InteractionDetails>>(Permission.InteractionsWrite, 200, Batches.SizeInvalid);
    }

    /// <summary>Records an interaction</summary>
    /// <remarks>
    /// A contact with a customer on any channel, as it was (S5-360-1, S3-ACCESS-1). Words are kept verbatim and apart from notes. startedAt says when it took place,
    /// enteredAt of the answer when it was entered; it may lie at most 5 minutes in the future. An ended contact that began angry or furious needs
    /// emotionAtEnd (S2-CALM-1); the scale rises from calm over uneasy, annoyed and angry to furious. Holds are for calls on the telephone, lie inside the contact and do not
    /// overlap. A private interaction is seen by its author and holders of interactions:read-private, and by nobody else (S4-INTERNAL-1).
    /// Watchers of the customer and mentioned staff are told by events. An interaction never changes: a mistake is corrected by POST …/corrections.
    /// </remarks>
    private static Task<IResult> RecordInteraction(RecordInteraction command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(i => $"/v1/interactions/{i.Id}");

    /// <summary>Records up to 200 interactions at once</summary>
    /// <remarks>
    /// For call centres and imports. Each item is recorded or refused on its own, with the status and the body or problem that it would have had alone; the whole answers 200.
    /// With an Idempotency-Key each item is kept under it, so a repeated batch records what is missing and nothing twice.
    /// </remarks>
    private static Task<IResult> RecordInteractions(Batch<RecordInteraction> batch, Batches batches, HttpContext http) =>
        batches.Run(http, batch, StatusCodes.Status201Created, static item => (ICommand<InteractionDetails>)item);

    /// <summary>Lists interactions</summary>
    /// <remarks>
    /// Latest contact first unless sort says otherwise: startedAt, createdAt or updatedAt. Private interactions of others are neither shown nor counted. With
    /// updatedSince, the change feed, in the order of entry.
    /// </remarks>
    private static Task<IResult> ListInteractions([AsParameters] ListInteractions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells how contacts went</summary>
    /// <remarks>
    /// Counts contacts of a period of at most 366 days, and how many of those that began angry or furious ended calm or uneasy: the de-escalation rate (S2-CALM-1).
    /// </remarks>
    private static Task<IResult> GetInteractionStatistics([AsParameters] GetInteractionStatistics query, Dispatcher send, CancellationToken ct) =>
        send.Send(query, ct).Ok();

    /// <summary>Reads an interaction</summary>
    /// <remarks>Everything that was told, with words and notes. correctedById names the interaction that stands for a wrong one.</remarks>
    /// <param name="id">The interaction.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetInteraction(InteractionId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetInteraction(id), ct).Ok();

    /// <summary>Corrects an interaction</summary>
    /// <remarks>
    /// Records what a wrong interaction should have been, whole, and why. The original stays as it is and names its correction; each is corrected at most once, and a
    /// correction may be corrected in turn. Visibility stays that of the original unless given.
    /// </remarks>
    /// <param name="id">The wrong interaction.</param>
    private static Task<IResult> CorrectInteraction(InteractionId id, CorrectInteraction command, Dispatcher send, CancellationToken ct) =>
        send.Send(command with { OriginalId = id }, ct).Created(i => $"/v1/interactions/{i.Id}");
}
