using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Work;

namespace Crm.Application.Work;

/// <summary>Which work to list: somebody's queue, a team's, or a part of it.</summary>
public sealed record ListWork : ListQuery, IQuery<Page<WorkRow>>
{
    /// <summary>Only the queue of the caller's own member of staff.</summary>
    public bool? Mine { get; init; }

    /// <summary>Only the queue of this member of staff.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>Whether a queue has the work of those for whom its owner stands in now, too; true where absent.</summary>
    public bool? IncludeDelegated { get; init; }

    /// <summary>Only the queue of a team: the work for which this member of staff answers.</summary>
    public StaffId? AccountableId { get; init; }

    /// <summary>Only what this member of staff is asked to take over and has not answered.</summary>
    public StaffId? HandOverToId { get; init; }

    /// <summary>Only these sorts of work, separated by commas.</summary>
    public Choices<WorkKind>? Kind { get; init; }

    /// <summary>Only in these states, separated by commas; open where absent.</summary>
    public Choices<WorkState>? State { get; init; }

    /// <summary>Only with these priorities, separated by commas.</summary>
    public Choices<WorkPriority>? Priority { get; init; }

    /// <summary>Only what is done for this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only what is due before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>Only the work of this record.</summary>
    public RecordId? Subject { get; init; }

    /// <summary>The change feed: everything, in whatever state, that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A piece of work in a queue; its note is read by its id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What sort of work it is.</param>
/// <param name="Subject">The record that it is about; null for a task of its own.</param>
/// <param name="Title">What is to be done; empty after the customer was erased.</param>
/// <param name="CustomerId">The customer for whom it is done.</param>
/// <param name="Priority">How much it presses.</param>
/// <param name="RequiredSkill">The code of the skill that it asks for.</param>
/// <param name="Language">The language that it asks for.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OwnerId">The one accountable owner.</param>
/// <param name="OnBehalfOf">The absent owner, where it stands in this queue because its owner of mine or ownerId stands in for them.</param>
/// <param name="AccountableId">The lead who answers for it.</param>
/// <param name="HandOverToId">Who is asked to take it over.</param>
/// <param name="AnswerBy">Until when they may answer.</param>
/// <param name="Transfers">How often it changed its owner.</param>
/// <param name="Returns">How many hand-overs of it came back.</param>
/// <param name="ClosedAt">When it was done or cancelled.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record WorkRow(
    WorkId Id, WorkKind Kind, RecordId? Subject, string Title, CustomerId? CustomerId, WorkPriority Priority, string? RequiredSkill, string? Language, DateTimeOffset? DueAt,
    WorkState State, StaffId? OwnerId, StaffId? OnBehalfOf, StaffId? AccountableId, StaffId? HandOverToId, DateTimeOffset? AnswerBy, int Transfers, int Returns,
    DateTimeOffset? ClosedAt, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    private static readonly WorkDetails Shown = WorkDetails.Example;

    public static readonly WorkRow Example = new(
        Shown.Id, Shown.Kind, null, Shown.Title, null, Shown.Priority, null, Shown.Language, Shown.DueAt, WorkState.Open, Shown.OwnerId, null, Shown.AccountableId,
        Shown.HandOver!.ToId, Shown.HandOver.AnswerBy, 0, 0, null, null, Shown.CreatedAt, Shown.UpdatedAt, 2);

    public static readonly Expression<Func<WorkItem, WorkRow>> Projection = w => new WorkRow(
        w.Id, w.Kind, w.Subject, w.Title, w.CustomerId, w.Priority, w.RequiredSkill, w.Language, w.DueAt, w.State, w.OwnerId, null, w.AccountableId, w.HandOverToId,
        w.HandOverUntil, w.Transfers, w.Returns, w.ClosedAt, w.ExternalId, w.CreatedAt, w.UpdatedAt, w.Version);
}

internal sealed class ListWorkHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<ListWork, Page<WorkRow>>
{
    private static readonly Order<WorkItem, WorkRow>[] Orders =
    [
        Order<WorkItem, WorkRow>.By("dueAt", w => w.RankAt, r => r.DueAt ?? WorkItem.Undated, r => r.Id),
        Order<WorkItem, WorkRow>.ByCreation(r => r.Id),
        Order<WorkItem, WorkRow>.By("updatedAt", w => w.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public async Task<Result<Page<WorkRow>>> Handle(ListWork query, CancellationToken ct)
    {
        if (query.Mine == true && caller.StaffId is null)
        {
            return WorkErrors.StaffNeeded;
        }
        var whose = query.Mine == true ? caller.StaffId : query.OwnerId;
        var rows = ByWhat(ByWhom(db.WorkItems, query, whose), query);
        rows = query.UpdatedSince is { } since ? rows.Where(w => w.UpdatedAt >= since.Value) : rows;
        // What is due first stands first, unless another order is asked for.
        var ordered = query with { Sort = query.UpdatedSince is null ? query.Sort ?? "dueAt" : "updatedAt" };
        if ((await rows.ToPage(ordered, Orders, WorkRow.Projection, ct)).Failed(out var error, out var page))
        {
            return error;
        }
        return whose is null ? page : page with { Data = [.. page.Data.Select(r => r.OwnerId == whose ? r : r with { OnBehalfOf = r.OwnerId })] };
    }

    private IQueryable<WorkItem> ByWhom(IQueryable<WorkItem> rows, ListWork query, StaffId? whose)
    {
        if (query.Mine == true && query.OwnerId is { } named && named != whose)
        {
            return rows.Where(w => w.OwnerId == default(StaffId));
        }
        if (whose is { } owner)
        {
            var absent = db.StandInsOf(owner, clock.GetUtcNow()).Select(a => a.StaffId);
            rows = query.IncludeDelegated == false ? rows.Where(w => w.OwnerId == owner) : rows.Where(w => w.OwnerId == owner || absent.Contains(w.OwnerId!.Value));
        }
        if (query.AccountableId is { } accountable)
        {
            rows = rows.Where(w => w.AccountableId == accountable);
        }
        if (query.HandOverToId is { } receiver)
        {
            rows = rows.Where(w => w.HandOverToId == receiver);
        }
        return query.CustomerId is { } customer ? rows.Where(w => w.CustomerId == customer) : rows;
    }

    private static IQueryable<WorkItem> ByWhat(IQueryable<WorkItem> rows, ListWork query)
    {
        if (query.State is { } states)
        {
            rows = rows.Where(w => states.Values.Contains(w.State));
        }
        else if (query.UpdatedSince is null)
        {
            rows = rows.Where(w => w.State == WorkState.Open);
        }
        if (query.Kind is { } kinds)
        {
            rows = rows.Where(w => kinds.Values.Contains(w.Kind));
        }
        if (query.Priority is { } priorities)
        {
            rows = rows.Where(w => priorities.Values.Contains(w.Priority));
        }
        if (query.Subject is { } subject)
        {
            rows = rows.Where(w => w.Subject == subject);
        }
        return query.DueBefore is { } before ? rows.Where(w => w.DueAt < before.Value) : rows;
    }
}
