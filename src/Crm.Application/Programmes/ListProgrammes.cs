using Crm.Domain;
using Crm.Domain.Programmes;

namespace Crm.Application.Programmes;

/// <summary>Which programmes to list.</summary>
public sealed record ListProgrammes : ListQuery, IQuery<Page<ProgrammeRow>>
{
    /// <summary>Only those in use (true) or retired (false); both where absent.</summary>
    public bool? Active { get; init; }
}

internal sealed class ListProgrammesHandler(ICrmDb db) : IQueryHandler<ListProgrammes, Page<ProgrammeRow>>
{
    private static readonly Order<Programme, ProgrammeRow>[] Orders = [Order<Programme, ProgrammeRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<ProgrammeRow>>> Handle(ListProgrammes query, CancellationToken ct)
    {
        IQueryable<Programme> rows = db.Programmes;
        if (query.Active is { } active)
        {
            rows = rows.Where(p => p.RetiredAt == null == active);
        }
        return rows.ToPage(query, Orders, ProgrammeRow.Projection, ct);
    }
}
