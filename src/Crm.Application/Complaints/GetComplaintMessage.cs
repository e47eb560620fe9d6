using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

public sealed record GetComplaintMessage(ComplaintId Id, MessageId MessageId) : IQuery<ComplaintMessageDetails>;

internal sealed class GetComplaintMessageHandler(ICrmDb db) : IQueryHandler<GetComplaintMessage, ComplaintMessageDetails>
{
    public async Task<Result<ComplaintMessageDetails>> Handle(GetComplaintMessage query, CancellationToken ct) =>
        await db.ComplaintMessages.Where(m => m.ComplaintId == query.Id && m.Id == query.MessageId).Select(ComplaintMessageDetails.Projection).FirstOrDefaultAsync(ct) is { } found
            ? found
            : Error.NotFound<ComplaintMessage>();
}
