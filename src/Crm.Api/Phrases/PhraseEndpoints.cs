using Crm.Application;
using Crm.Application.Phrases;
using Crm.Domain;
using Crm.Domain.Phrases;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Phrases;

/// <summary>Words that customers should not read, and what to say instead.</summary>
internal static class PhraseEndpoints
{
    public static void MapPhrases(this IEndpointRouteBuilder app)
    {
        var phrases = app.MapGroup("/v1/phrases").WithTags("Phrases");
        phrases.MapPost("", AddPhrase).Operation<PhraseDetails>(Permission.PhrasesWrite, 201, PhraseErrors.TooMany);
        phrases.MapGet("", ListPhrases).Operation<Page<PhraseDetails>>(Permission.PhrasesRead, 200, ListErrors.CursorInvalid);
        phrases.MapGet("{id}", GetPhrase).Operation<PhraseDetails>(Permission.PhrasesRead, 200);
        phrases.MapPatch("{id}", RevisePhrase).Operation<PhraseDetails>(Permission.PhrasesWrite, 200);
        phrases.MapDelete("{id}", RemovePhrase).Operation(Permission.PhrasesWrite);
        app.MapPost("/v1/phrases:check", CheckPhrases).WithTags("Phrases").Operation<PhraseFindings>(Permission.PhrasesRead, 200);
    }

    /// <summary>Puts a phrase on the list</summary>
    /// <remarks>
    /// From then on it is looked for in what goes out to customers in its language (S2-PHRASE-1), in any spelling and as whole words. A phrase with
    /// the same words as an older one, shipped or not, takes its place. A tenant has at most 1000 of its own in one language.
    /// </remarks>
    private static Task<IResult> AddPhrase(PhraseContent phrase, Dispatcher send, CancellationToken ct) =>
        send.Send(new AddPhrase(phrase), ct).Created(p => $"/v1/phrases/{p.Id}");

    /// <summary>Lists the phrases</summary>
    /// <remarks>
    /// Those that the product ships, in Persian and English, as the tenant changed them, and the tenant's own. Newest first; shipped ones are the oldest,
    /// in an order that stays the same.
    /// </remarks>
    private static Task<IResult> ListPhrases([AsParameters] ListPhrases query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a phrase</summary>
    /// <remarks>A shipped one has the same id in every tenant, and version 0 as long as the tenant has not changed it.</remarks>
    /// <param name="id">The phrase.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetPhrase(PhraseId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetPhrase(id), ct).Ok();

    /// <summary>Revises a phrase</summary>
    /// <remarks>
    /// Changes the given members and leaves the others. A shipped phrase changes for this tenant alone and no more with the product; active=false
    /// switches it off.
    /// </remarks>
    /// <param name="id">The phrase.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> RevisePhrase(
        PhraseId id, Patch<PhraseContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RevisePhrase(id, changes, ifMatch), ct).Ok();

    /// <summary>Takes a phrase off the list</summary>
    /// <remarks>For good, a shipped one too, which does not come back with a later release. To switch one off for a time, set active=false.</remarks>
    /// <param name="id">The phrase.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RemovePhrase(PhraseId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RemovePhrase(id, ifMatch), ct).NoContent();

    /// <summary>Checks a text</summary>
    /// <remarks>
    /// Says where the text has phrases of the lists and what to say instead; nothing is stored (S2-PHRASE-1). A phrase is found as whole words
    /// in any spelling: whatever its case, diacritics, Arabic or Persian letters and digits, apostrophes, whatever stands between its words, and with a
    /// ZWNJ, a space or nothing inside Persian compounds; what is invisible hides nothing. It is none where one of its excuses stands in
    /// the same text. Changes of the list show within five seconds.
    /// </remarks>
    private static Task<IResult> CheckPhrases(CheckPhrases text, Dispatcher send, CancellationToken ct) => send.Send(text, ct).Ok();
}
