using Crm.Application;
using Crm.Application.Macros;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Macros;
using Crm.Domain.Phrases;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Macros;

/// <summary>Ready-made texts with merge fields, and what they become for a customer.</summary>
internal static class MacroEndpoints
{
    public static void MapMacros(this IEndpointRouteBuilder app)
    {
        var macros = app.MapGroup("/v1/macros").WithTags("Macros");
        macros.MapPost("", WriteMacro).Operation<MacroDetails>(
            Permission.MacrosWrite, 201, MacroErrors.PlaceholderUnknown, MacroErrors.PlaceholderMalformed, PhraseErrors.Blocked);
        macros.MapGet("", ListMacros).Operation<Page<MacroDetails>>(Permission.MacrosRead, 200, ListErrors.CursorInvalid);
        macros.MapGet("fields", ListMacroFields).Operation<Page<MacroFieldRow>>(Permission.MacrosRead, 200);
        macros.MapGet("{id}", GetMacro).Operation<MacroDetails>(Permission.MacrosRead, 200);
        macros.MapPatch("{id}", ReviseMacro).Operation<MacroDetails>(
            Permission.MacrosWrite, 200, MacroErrors.PlaceholderUnknown, MacroErrors.PlaceholderMalformed, PhraseErrors.Blocked, MacroErrors.Retired);
        macros.MapDelete("{id}", RetireMacro).Operation(Permission.MacrosWrite);
        macros.MapGet("{id}/versions", ListMacroVersions).Operation<Page<MacroVersionDetails>>(Permission.MacrosRead, 200, ListErrors.CursorInvalid);
        macros.MapGet("{id}/versions/{number}", GetMacroVersion).Operation<MacroVersionDetails>(Permission.MacrosRead, 200, MacroErrors.VersionUnknown);
        macros.MapPost("{id}:render", RenderMacro).Operation<RenderedMacro>(
            Permission.MacrosRead, 200, MacroErrors.ValueMissing, MacroErrors.Retired, MacroRefusals.CustomersNotRead, InteractionErrors.CustomerUnknown,
            CustomerErrors.Merged, CustomerErrors.Erased);
    }

    /// <summary>Writes a macro</summary>
    /// <remarks>
    /// A ready-made text for staff (S5-EFF-1). Every merge field must be one that there is, and braces stand nowhere else, so that no raw placeholder
    /// ever leaves (S4-NAME-1). What the phrase guard blocks is refused with a better phrase (S2-PHRASE-1).
    /// </remarks>
    private static Task<IResult> WriteMacro(MacroContent macro, Dispatcher send, CancellationToken ct) =>
        send.Send(new WriteMacro(macro), ct).Created(m => $"/v1/macros/{m.Id}");

    /// <summary>Lists the macros</summary>
    /// <remarks>Newest first, those included that went out of use, unless retired=false.</remarks>
    private static Task<IResult> ListMacros([AsParameters] ListMacros query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Lists the merge fields</summary>
    /// <remarks>Everything that can stand in double braces, with an example and what stands there politely when there is no value. One page holds them all.</remarks>
    private static Task<IResult> ListMacroFields(Dispatcher send, CancellationToken ct) => send.Send(new ListMacroFields(), ct).Ok();

    /// <summary>Reads a macro</summary>
    /// <remarks>As it stands now, also after it went out of use.</remarks>
    /// <param name="id">The macro.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetMacro(MacroId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetMacro(id), ct).Ok();

    /// <summary>Revises a macro</summary>
    /// <remarks>Changes the given members, leaves the others, and makes a new version; what was made of an older one stays what it was. The rules are those of a new macro.</remarks>
    /// <param name="id">The macro.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseMacro(
        MacroId id, Patch<MacroContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseMacro(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a macro</summary>
    /// <remarks>It is used no more and does not change any more, but stays readable with all its versions.</remarks>
    /// <param name="id">The macro.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireMacro(MacroId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireMacro(id, ifMatch), ct).NoContent();

    /// <summary>Lists the versions of a macro</summary>
    /// <remarks>Newest first. Each stands as it was, for ever.</remarks>
    private static Task<IResult> ListMacroVersions([AsParameters] ListMacroVersions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a version of a macro</summary>
    /// <remarks>The macro as it stood under this number, so that what was sent can be read beside it.</remarks>
    /// <param name="id">The macro.</param>
    /// <param name="number">The number of the version, which was the macro's ETag.</param>
    private static Task<IResult> GetMacroVersion(MacroId id, int number, Dispatcher send, CancellationToken ct) => send.Send(new GetMacroVersion(id, number), ct).Ok();

    /// <summary>Fills a macro</summary>
    /// <remarks>
    /// The text as it would go out to a customer; nothing is stored. A field is filled with what values give, else with what the records of the customer, the
    /// caller's member of staff and the tenant have, else with the macro's own words behind the bar, else with what is polite in its
    /// language; where there is none of them the macro is refused, so that no gap and no raw placeholder ever leaves (S4-NAME-1). What fills a field is
    /// inserted as it is and never read again. Dates are written out in the language of the macro, in Persian by the Jalali calendar; the date
    /// itself stands in fields.
    /// </remarks>
    /// <param name="id">The macro.</param>
    private static Task<IResult> RenderMacro(MacroId id, RenderMacroBody use, Dispatcher send, CancellationToken ct) =>
        send.Send(new RenderMacro(id, use.CustomerId, use.Values), ct).Ok();
}
