using Crm.Domain;
using Crm.Domain.Macros;

namespace Crm.Application.Macros;

/// <summary>Which macros to list.</summary>
public sealed record ListMacros : ListQuery, IQuery<Page<MacroDetails>>
{
    /// <summary>Only those written in exactly this BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Only those for these purposes, separated by commas.</summary>
    public Choices<MacroPurpose>? Purpose { get; init; }

    /// <summary>Only those that went out of use (true) or are in use (false); both where absent.</summary>
    public bool? Retired { get; init; }
}

internal sealed class ListMacrosHandler(ICrmDb db) : IQueryHandler<ListMacros, Page<MacroDetails>>
{
    private static readonly Order<Macro, MacroDetails>[] Orders = [Order<Macro, MacroDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<MacroDetails>>> Handle(ListMacros query, CancellationToken ct)
    {
        IQueryable<Macro> rows = db.Macros;
        if (query.Language is { } language)
        {
            rows = rows.Where(m => m.Language == language);
        }
        if (query.Purpose is { } purposes)
        {
            rows = rows.Where(m => purposes.Values.Contains(m.Purpose));
        }
        if (query.Retired is { } retired)
        {
            rows = rows.Where(m => m.RetiredAt != null == retired);
        }
        return rows.ToPage(query, Orders, MacroDetails.Projection, ct);
    }
}
