using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Commitments;

namespace Crm.Application.Commitments;

/// <summary>Which promises to list.</summary>
public sealed record ListCommitments : ListQuery, IQuery<Page<CommitmentRow>>
{
    /// <summary>Only promises to this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only what makes this complaint good.</summary>
    public ComplaintId? ComplaintId { get; init; }

    /// <summary>Only what is part of this key account.</summary>
    public KeyAccountId? KeyAccountId { get; init; }

    /// <summary>Only what was promised in this contact.</summary>
    public InteractionId? InteractionId { get; init; }

    /// <summary>Only what this member of staff does.</summary>
    public StaffId? ResponsibleId { get; init; }

    /// <summary>Only what this member of staff answers for.</summary>
    public StaffId? AccountableId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<CommitmentState>? State { get; init; }

    /// <summary>Only what is due at or after this instant.</summary>
    public Instant? DueAfter { get; init; }

    /// <summary>Only what is due before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A promise in a list; what shows that it was kept is read by its id.</summary>
/// <param name="Id">The promise's id.</param>
/// <param name="CustomerId">To whom.</param>
/// <param name="ComplaintId">The complaint that it makes good.</param>
/// <param name="KeyAccountId">The key account that it is part of.</param>
/// <param name="InteractionId">The contact in which it was made.</param>
/// <param name="Text">What was promised; empty after the customer was erased.</param>
/// <param name="ResponsibleId">Who does it.</param>
/// <param name="AccountableId">Who answers for it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="FirstDueAt">When it was due before any renegotiation.</param>
/// <param name="BrokenAt">The instant at which it was broken, which stays also where it was kept late.</param>
/// <param name="KeptAt">When it was kept, in time or late.</param>
/// <param name="Renegotiations">How often the customer agreed to another time.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record CommitmentRow(
    CommitmentId Id, CustomerId CustomerId, ComplaintId? ComplaintId, KeyAccountId? KeyAccountId, InteractionId? InteractionId, string Text, StaffId ResponsibleId, StaffId AccountableId, CommitmentState State,
    DateTimeOffset DueAt, DateTimeOffset FirstDueAt, DateTimeOffset? BrokenAt, DateTimeOffset? KeptAt, int Renegotiations, string? ExternalId,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly CommitmentRow Example = new(
        CommitmentDetails.Example.Id, CommitmentDetails.Example.CustomerId, null, null, null, CommitmentDetails.Example.Text, CommitmentDetails.Example.ResponsibleId,
        CommitmentDetails.Example.AccountableId, CommitmentState.KeptLate, CommitmentDetails.Example.DueAt, CommitmentDetails.Example.FirstDueAt,
        CommitmentDetails.Example.BrokenAt, CommitmentDetails.Example.KeptAt, 0, null, CommitmentDetails.Example.CreatedAt, CommitmentDetails.Example.UpdatedAt, 3);

    public static readonly Expression<Func<Commitment, CommitmentRow>> Projection = c => new CommitmentRow(
        c.Id, c.CustomerId, c.ComplaintId, c.KeyAccountId, c.InteractionId, c.Text, c.ResponsibleId, c.AccountableId, c.State, c.DueAt, c.FirstDueAt, c.BrokenAt, c.KeptAt, c.Renegotiations, c.ExternalId,
        c.CreatedAt, c.UpdatedAt, c.Version);
}

internal sealed class ListCommitmentsHandler(ICrmDb db) : IQueryHandler<ListCommitments, Page<CommitmentRow>>
{
    private static readonly Order<Commitment, CommitmentRow>[] Orders =
    [
        Order<Commitment, CommitmentRow>.ByCreation(r => r.Id),
        Order<Commitment, CommitmentRow>.By("dueAt", c => c.DueAt, r => r.DueAt, r => r.Id),
        Order<Commitment, CommitmentRow>.By("updatedAt", c => c.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<CommitmentRow>>> Handle(ListCommitments query, CancellationToken ct)
    {
        var rows = ByWhen(ByWhom(db.Commitments, query), query);
        return query.UpdatedSince is { } since
            ? rows.Where(c => c.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, CommitmentRow.Projection, ct)
            : rows.ToPage(query, Orders, CommitmentRow.Projection, ct);
    }

    private static IQueryable<Commitment> ByWhom(IQueryable<Commitment> rows, ListCommitments query)
    {
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(c => c.CustomerId == customer);
        }
        if (query.ComplaintId is { } complaint)
        {
            rows = rows.Where(c => c.ComplaintId == complaint);
        }
        if (query.KeyAccountId is { } account)
        {
            rows = rows.Where(c => c.KeyAccountId == account);
        }
        if (query.InteractionId is { } interaction)
        {
            rows = rows.Where(c => c.InteractionId == interaction);
        }
        if (query.ResponsibleId is { } responsible)
        {
            rows = rows.Where(c => c.ResponsibleId == responsible);
        }
        return query.AccountableId is { } accountable ? rows.Where(c => c.AccountableId == accountable) : rows;
    }

    private static IQueryable<Commitment> ByWhen(IQueryable<Commitment> rows, ListCommitments query)
    {
        if (query.State is { } states)
        {
            rows = rows.Where(c => states.Values.Contains(c.State));
        }
        if (query.DueAfter is { } after)
        {
            rows = rows.Where(c => c.DueAt >= after.Value);
        }
        return query.DueBefore is { } before ? rows.Where(c => c.DueAt < before.Value) : rows;
    }
}
