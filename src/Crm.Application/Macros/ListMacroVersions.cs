using Crm.Domain;
using Crm.Domain.Macros;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Macros;

/// <summary>Whose versions to list.</summary>
public sealed record ListMacroVersions : ListQuery, IQuery<Page<MacroVersionDetails>>
{
    /// <summary>The macro.</summary>
    public MacroId Id { get; init; }
}

internal sealed class ListMacroVersionsHandler(ICrmDb db) : IQueryHandler<ListMacroVersions, Page<MacroVersionDetails>>
{
    private static readonly Order<MacroVersion, MacroVersionDetails>[] Orders = [Order<MacroVersion, MacroVersionDetails>.ByCreation(r => r.Id)];

    public async Task<Result<Page<MacroVersionDetails>>> Handle(ListMacroVersions query, CancellationToken ct)
    {
        var list = await db.MacroVersions.Where(v => v.MacroId == query.Id).ToPage(query, Orders, MacroVersionDetails.Projection, ct);
        // Every macro has a first version: an empty page is one of none, or lies behind the last.
        return list.Failed(out var error, out var page) ? error
            : page.Data.Count > 0 || await db.Macros.AnyAsync(m => m.Id == query.Id, ct) ? page
            : Error.NotFound<Macro>();
    }
}
