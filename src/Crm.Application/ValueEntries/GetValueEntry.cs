using Crm.Domain;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.ValueEntries;

public sealed record GetValueEntry(ValueEntryId Id) : IQuery<ValueDetails>;

internal sealed class GetValueEntryHandler(ICrmDb db) : IQueryHandler<GetValueEntry, ValueDetails>
{
    public async Task<Result<ValueDetails>> Handle(GetValueEntry query, CancellationToken ct) =>
        await db.ValueEntries.Where(v => v.Id == query.Id).Select(ValueDetails.Projection).FirstOrDefaultAsync(ct) is { } entry ? entry : Error.NotFound<ValueEntry>();
}
