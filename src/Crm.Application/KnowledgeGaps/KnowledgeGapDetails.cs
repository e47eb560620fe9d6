using System.Linq.Expressions;
using Crm.Domain.KnowledgeGaps;

namespace Crm.Application.KnowledgeGaps;

/// <summary>What a customer asked and nobody knew.</summary>
/// <param name="Id">The gap's id.</param>
/// <param name="CustomerId">Who asked.</param>
/// <param name="InteractionId">The contact in which it was asked.</param>
/// <param name="Question">What was asked; empty after the customer was erased.</param>
/// <param name="CommitmentId">The promise to answer it.</param>
/// <param name="DueAt">Until when an answer was promised at first; what was agreed later stands with the promise.</param>
/// <param name="AskedById">The member of staff who did not know, and is told the answer; null for a credential that acts for nobody.</param>
/// <param name="OwnerId">Who finds it out. It follows the owner of its work.</param>
/// <param name="State">Whether it was answered.</param>
/// <param name="Answer">The answer.</param>
/// <param name="AnsweredAt">When it was given.</param>
/// <param name="AnsweredById">Who gave it.</param>
/// <param name="WithdrawnAt">When it was withdrawn.</param>
/// <param name="WithdrawalReason">Why it was withdrawn.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was raised.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record KnowledgeGapDetails(
    KnowledgeGapId Id, CustomerId CustomerId, InteractionId? InteractionId, string Question, CommitmentId CommitmentId, DateTimeOffset DueAt, StaffId? AskedById, StaffId OwnerId,
    KnowledgeGapState State, string? Answer, DateTimeOffset? AnsweredAt, StaffId? AnsweredById, DateTimeOffset? WithdrawnAt, string? WithdrawalReason, string? ExternalId,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly StaffId ExampleStaff = StaffId.Parse("staff_01j00000000000000000000000", null);
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero);

    public static readonly KnowledgeGapDetails Example = new(
        KnowledgeGapId.Parse("knowledge_gap_01j00000000000000000000000", null), RaiseKnowledgeGap.Example.CustomerId, null, RaiseKnowledgeGap.Example.Question,
        Domain.Id<Domain.Commitments.Commitment>.Parse("commitment_01j00000000000000000000000", null), Morning.AddDays(1), ExampleStaff, ExampleStaff, KnowledgeGapState.Answered,
        KnowledgeAnswerBody.Example.Answer, Morning.AddHours(3), ExampleStaff, null, null, null, Morning, Morning.AddHours(3), 2);

    public static readonly Expression<Func<KnowledgeGap, KnowledgeGapDetails>> Projection = g => new KnowledgeGapDetails(
        g.Id, g.CustomerId, g.InteractionId, g.Question, g.CommitmentId, g.DueAt, g.AskedById, g.OwnerId, g.State, g.Answer, g.AnsweredAt, g.AnsweredById, g.WithdrawnAt,
        g.WithdrawalReason, g.ExternalId, g.CreatedAt, g.UpdatedAt, g.Version);

    private static readonly Func<KnowledgeGap, KnowledgeGapDetails> Compiled = Projection.Compile();

    public static KnowledgeGapDetails Of(KnowledgeGap gap) => Compiled(gap);
}
