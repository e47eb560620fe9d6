using Crm.Domain;
using Crm.Domain.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Clocks;

public sealed record GetClock(ClockId Id) : IQuery<ClockDetails>;

internal sealed class GetClockHandler(ICrmDb db) : IQueryHandler<GetClock, ClockDetails>
{
    public async Task<Result<ClockDetails>> Handle(GetClock query, CancellationToken ct) =>
        await db.Clocks.Where(c => c.Id == query.Id).Select(ClockDetails.Projection).FirstOrDefaultAsync(ct) is { } found ? found : Error.NotFound<Clock>();
}
