using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.KnowledgeGaps;

namespace Crm.Application.KnowledgeGaps;

/// <summary>Which knowledge gaps to list.</summary>
public sealed record ListKnowledgeGaps : ListQuery, IQuery<Page<KnowledgeGapRow>>
{
    /// <summary>Only what this customer asked.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only what this member of staff finds out.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<KnowledgeGapState>? State { get; init; }

    /// <summary>Only what was promised until before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A knowledge gap in a list; its answer is read by its id.</summary>
/// <param name="Id">The gap's id.</param>
/// <param name="CustomerId">Who asked.</param>
/// <param name="InteractionId">The contact in which it was asked.</param>
/// <param name="Question">What was asked; empty after the customer was erased.</param>
/// <param name="CommitmentId">The promise to answer it.</param>
/// <param name="DueAt">Until when an answer was promised at first.</param>
/// <param name="AskedById">Who did not know.</param>
/// <param name="OwnerId">Who finds it out.</param>
/// <param name="State">Whether it was answered.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was raised.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record KnowledgeGapRow(
    KnowledgeGapId Id, CustomerId CustomerId, InteractionId? InteractionId, string Question, CommitmentId CommitmentId, DateTimeOffset DueAt, StaffId? AskedById, StaffId OwnerId,
    KnowledgeGapState State, DateTimeOffset? AnsweredAt, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly KnowledgeGapRow Example = new(
        KnowledgeGapDetails.Example.Id, KnowledgeGapDetails.Example.CustomerId, null, KnowledgeGapDetails.Example.Question, KnowledgeGapDetails.Example.CommitmentId,
        KnowledgeGapDetails.Example.DueAt, KnowledgeGapDetails.ExampleStaff, KnowledgeGapDetails.ExampleStaff, KnowledgeGapState.Answered, KnowledgeGapDetails.Example.AnsweredAt, null,
        KnowledgeGapDetails.Example.CreatedAt, KnowledgeGapDetails.Example.UpdatedAt, 2);

    public static readonly Expression<Func<KnowledgeGap, KnowledgeGapRow>> Projection = g => new KnowledgeGapRow(
        g.Id, g.CustomerId, g.InteractionId, g.Question, g.CommitmentId, g.DueAt, g.AskedById, g.OwnerId, g.State, g.AnsweredAt, g.ExternalId, g.CreatedAt, g.UpdatedAt, g.Version);
}

internal sealed class ListKnowledgeGapsHandler(ICrmDb db) : IQueryHandler<ListKnowledgeGaps, Page<KnowledgeGapRow>>
{
    private static readonly Order<KnowledgeGap, KnowledgeGapRow>[] Orders =
    [
        Order<KnowledgeGap, KnowledgeGapRow>.ByCreation(r => r.Id),
        Order<KnowledgeGap, KnowledgeGapRow>.By("dueAt", g => g.DueAt, r => r.DueAt, r => r.Id),
        Order<KnowledgeGap, KnowledgeGapRow>.By("updatedAt", g => g.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<KnowledgeGapRow>>> Handle(ListKnowledgeGaps query, CancellationToken ct)
    {
        IQueryable<KnowledgeGap> rows = db.KnowledgeGaps;
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(g => g.CustomerId == customer);
        }
        if (query.OwnerId is { } owner)
        {
            rows = rows.Where(g => g.OwnerId == owner);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(g => states.Values.Contains(g.State));
        }
        if (query.DueBefore is { } before)
        {
            rows = rows.Where(g => g.DueAt < before.Value);
        }
        return query.UpdatedSince is { } since
            ? rows.Where(g => g.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, KnowledgeGapRow.Projection, ct)
            : rows.ToPage(query, Orders, KnowledgeGapRow.Projection, ct);
    }
}
