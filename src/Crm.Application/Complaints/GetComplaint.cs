using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

public sealed record GetComplaint(ComplaintId Id) : IQuery<ComplaintDetails>;

internal sealed class GetComplaintHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<GetComplaint, ComplaintDetails>
{
    public async Task<Result<ComplaintDetails>> Handle(GetComplaint query, CancellationToken ct) =>
        await db.Find(db.Complaints.AsNoTracking(), query.Id, ct) is { } found ? ComplaintDetails.Of(found, clock.GetUtcNow()) : Error.NotFound<Complaint>();
}
