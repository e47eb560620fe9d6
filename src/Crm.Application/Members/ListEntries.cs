using Crm.Domain;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

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

    public async Task<Result<Page<LedgerEntryRow>>> Handle(ListEntries query, CancellationToken ct)
    {
        var rows = db.LedgerEntries.Where(e => e.MemberId == query.Id);
        if (query.Kind is { } kinds)
        {
            rows = rows.Where(e => kinds.Values.Contains(e.Kind));
        }
        if ((await rows.ToPage(query, Orders, LedgerEntryRow.Projection, ct)).Failed(out var error, out var page))
        {
            return error;
        }
        // Only where the list is empty it is asked whether there is such a member.
        return page.Data.Count > 0 || await db.Members.AnyAsync(m => m.Id == query.Id, ct) ? page : Error.NotFound<Member>();
    }
}
