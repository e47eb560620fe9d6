using Crm.Application;
using Crm.Application.KnowledgeGaps;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Commitments;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.KnowledgeGaps;

namespace Crm.Api.KnowledgeGaps;

/// <summary>What customers asked and nobody knew, and the promises to answer it.</summary>
internal static class KnowledgeGapEndpoints
{
    public static void MapKnowledgeGaps(this IEndpointRouteBuilder app)
    {
        var gaps = app.MapGroup("/v1/knowledge-gaps").WithTags("KnowledgeGaps");
        gaps.MapPost("", RaiseKnowledgeGap).Operation<KnowledgeGapDetails>(
            Permission.KnowledgeGapsWrite, 201, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, CommitmentErrors.ResponsibleNeeded,
            CommitmentErrors.ResponsibleUnknown, CommitmentErrors.InteractionUnknown, CalendarErrors.Unknown, CalendarErrors.NeverOpens);
        gaps.MapGet("", ListKnowledgeGaps).Operation<Page<KnowledgeGapRow>>(Permission.KnowledgeGapsRead, 200, ListErrors.CursorInvalid);
        gaps.MapGet("{id}", GetKnowledgeGap).Operation<KnowledgeGapDetails>(Permission.KnowledgeGapsRead, 200);
        gaps.MapPost("{id}/answer", AnswerKnowledgeGap).Operation<KnowledgeGapDetails>(
            Permission.KnowledgeGapsWrite, 200, KnowledgeGapErrors.AlreadyAnswered, KnowledgeGapErrors.Withdrawn, CustomerErrors.Erased);
        gaps.MapPost("{id}/withdrawal", WithdrawKnowledgeGap).Operation<KnowledgeGapDetails>(
            Permission.KnowledgeGapsWrite, 200, KnowledgeGapErrors.AlreadyAnswered, KnowledgeGapErrors.Withdrawn, CommitmentErrors.WithdrawalNotYours, CustomerErrors.Erased);
    }

    /// <summary>Raises a knowledge gap</summary>
    /// <remarks>
    /// "I have no information yet" in place of "I don't know": what a customer asked and nobody knew is written down, an answer is promised by a time, which
    /// makes a commitment of its owner, and finding it out becomes work (S2-KNOW-1).
    /// </remarks>
    private static Task<IResult> RaiseKnowledgeGap(RaiseKnowledgeGap gap, Dispatcher send, CancellationToken ct) => send.Send(gap, ct).Created(g => $"/v1/knowledge-gaps/{g.Id}");

    /// <summary>Lists knowledge gaps</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt, dueAt or updatedAt. With updatedSince, the change feed.</remarks>
    private static Task<IResult> ListKnowledgeGaps([AsParameters] ListKnowledgeGaps query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a knowledge gap</summary>
    /// <remarks>The question, its promise and its answer.</remarks>
    /// <param name="id">The knowledge gap.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetKnowledgeGap(KnowledgeGapId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetKnowledgeGap(id), ct).Ok();

    /// <summary>Answers a knowledge gap</summary>
    /// <remarks>
    /// Keeps the promise, or keeps it late, with the answer as its evidence; whoever raised the gap is told, and knowledge_gap.answered says so to the outside.
    /// A promise that was kept or withdrawn by itself stays as it is.
    /// </remarks>
    /// <param name="id">The knowledge gap.</param>
    private static Task<IResult> AnswerKnowledgeGap(KnowledgeGapId id, KnowledgeAnswerBody answer, Dispatcher send, CancellationToken ct) =>
        send.Send(new AnswerKnowledgeGap(id, answer.Answer), ct).Ok();

    /// <summary>Withdraws a knowledge gap</summary>
    /// <remarks>
    /// An answer is not needed any more. The promise is withdrawn with it, where it is open and not yet due, under its own rule: by whoever is accountable for it, or with the
    /// permission commitments:withdraw.
    /// </remarks>
    /// <param name="id">The knowledge gap.</param>
    private static Task<IResult> WithdrawKnowledgeGap(KnowledgeGapId id, KnowledgeGapWithdrawalBody withdrawal, Dispatcher send, CancellationToken ct) =>
        send.Send(new WithdrawKnowledgeGap(id, withdrawal.Reason), ct).Ok();
}
