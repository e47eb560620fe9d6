using Crm.Domain;
using Crm.Domain.Members;

namespace Crm.Application.Members;

/// <summary>Which entries of a member's ledger to list.</summary>
public sealed record ListEntries : ListQuery, IQuery<Page<LedgerEntryRow>>
{
    /// <summary>The member.</summary>
    public MemberId Id { get; init; }

    /// <summary>Only of these kinds, separated by commas.</summary>
    public Choices<EntryKind>? Kind { get; init; }
}

internal sealed class ListEntriesHandler(ICrmDb db) : IQueryHandler<ListEntries, Page<LedgerEntryRow>>
{
    private static readonly Order<LedgerEntry, LedgerEntryRow>[] Orders = [Order<LedgerEntry, LedgerEntryRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<LedgerEntryRow>>> Handle(ListEntries query, CancellationToken ct)
    {
        var rows = db.LedgerEntries.Where(e => e.MemberId == query.Id);
        if (query.Kind is { } kinds)
        {
            rows = rows.Where(e => kinds.Values.Contains(e.Kind));
        }
        return rows.ToPage(query, Orders, LedgerEntryRow.Projection, ct);
    }
}
