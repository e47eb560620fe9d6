using Crm.Application;
using Crm.Application.Customers;
using Crm.Application.Segments;
using Crm.Domain;
using Crm.Domain.Segments;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Segments;

/// <summary>Customers that are spoken of together, by rules that are asked anew every time.</summary>
internal static class SegmentEndpoints
{
    public static void MapSegments(this IEndpointRouteBuilder app)
    {
        var segments = app.MapGroup("/v1/segments").WithTags("Segments");
        segments.MapPost("", DefineSegment).Operation<SegmentDetails>(Permission.SegmentsWrite, 201, SegmentErrors.MatchesEveryone, SegmentErrors.TooLarge);
        segments.MapGet("", ListSegments).Operation<Page<SegmentDetails>>(Permission.SegmentsRead, 200, ListErrors.CursorInvalid);
        segments.MapGet("{id}", GetSegment).Operation<SegmentDetails>(Permission.SegmentsRead, 200);
        segments.MapPatch("{id}", ReviseSegment).Operation<SegmentDetails>(
            Permission.SegmentsWrite, 200, SegmentErrors.Retired, SegmentErrors.MatchesEveryone, SegmentErrors.TooLarge);
        segments.MapDelete("{id}", RetireSegment).Operation(Permission.SegmentsWrite);
        segments.MapGet("{id}/customers", ListSegmentCustomers).Operation<Page<CustomerRow>>(Permission.CustomersRead, 200, ListErrors.CursorInvalid, SegmentQueryErrors.ChannelAmbiguous);
        segments.MapGet("{id}/count", CountSegment).Operation<SegmentCount>(Permission.CustomersRead, 200);
        segments.MapGet("{id}/reach", ReachSegment).Operation<SegmentReach>(Permission.CustomersRead, 200, SegmentQueryErrors.PurposeInvalid, SegmentQueryErrors.ChannelAmbiguous);
        app.MapGroup("/v1").WithTags("Segments").MapPost("segments:examine", ExamineSegment).Operation<ExaminedSegment>(
            Permission.CustomersRead, 200, SegmentErrors.MatchesEveryone, SegmentErrors.TooLarge);
    }

    /// <summary>Defines a segment</summary>
    /// <remarks>
    /// A saved rule over customers (S4-ALL-1): every clause of all must hold, and of each clause one condition of any. A condition is one fact with what it is compared
    /// with, turned round by not; a rule is data and never code. Lifecycle, kind, tags, attributes (equal, in folded form), owner, the last contact, consents, the language
    /// of the profile, the country of a telephone number, and when the customer was registered. A rule that keeps nobody out is refused.
    /// </remarks>
    private static Task<IResult> DefineSegment(SegmentContent segment, Dispatcher send, CancellationToken ct) =>
        send.Send(new DefineSegment(segment), ct).Created(s => $"/v1/segments/{s.Id}");

    /// <summary>Lists segments</summary>
    /// <remarks>Newest first. Orders: createdAt.</remarks>
    private static Task<IResult> ListSegments([AsParameters] ListSegments query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a segment</summary>
    /// <remarks>Its rule; who belongs is a question of its own.</remarks>
    /// <param name="id">The segment.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetSegment(SegmentId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetSegment(id), ct).Ok();

    /// <summary>Revises a segment</summary>
    /// <remarks>Changes the given members and leaves the others; the rule is replaced as a whole, since its clauses are a list.</remarks>
    /// <param name="id">The segment.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseSegment(
        SegmentId id, Patch<SegmentContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseSegment(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a segment</summary>
    /// <remarks>It does not change any more; what it names can still be asked.</remarks>
    /// <param name="id">The segment.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireSegment(SegmentId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireSegment(id, ifMatch), ct).NoContent();

    /// <summary>Lists the customers of a segment</summary>
    /// <remarks>
    /// Whoever belongs at this moment, newest first. With channel and purpose only those who may be contacted on it and can be, which is how a message to a segment
    /// obeys consents and wishes to be left alone.
    /// </remarks>
    private static Task<IResult> ListSegmentCustomers([AsParameters] ListSegmentCustomers query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Counts the customers of a segment</summary>
    /// <remarks>At this moment.</remarks>
    /// <param name="id">The segment.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> CountSegment(SegmentId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new CountSegment(id), ct).Ok();

    /// <summary>Tells whom of a segment a channel reaches</summary>
    /// <remarks>How many may be contacted on the channel for the purpose, and how many may not and why: each customer who is left out is counted under one reason.</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> ReachSegment([AsParameters] ReachSegment query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tries a rule</summary>
    /// <remarks>Tells how many customers a rule names and who the newest of them are. Nothing is stored.</remarks>
    private static Task<IResult> ExamineSegment(ExamineSegment question, Dispatcher send, CancellationToken ct) => send.Send(question, ct).Ok();
}
