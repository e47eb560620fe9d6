using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>Which messages of a complaint to list.</summary>
public sealed record ListComplaintMessages : ListQuery, IQuery<Page<ComplaintMessageDetails>>
{
    /// <summary>The complaint.</summary>
    public ComplaintId Id { get; init; }

    /// <summary>Only those that went out, or only those that came in.</summary>
    public Choices<MessageDirection>? Direction { get; init; }
}

internal sealed class ListComplaintMessagesHandler(ICrmDb db) : IQueryHandler<ListComplaintMessages, Page<ComplaintMessageDetails>>
{
    private static readonly Order<ComplaintMessage, ComplaintMessageDetails>[] Orders = [Order<ComplaintMessage, ComplaintMessageDetails>.ByCreation(r => r.Id)];

    public async Task<Result<Page<ComplaintMessageDetails>>> Handle(ListComplaintMessages query, CancellationToken ct)
    {
        var messages = db.ComplaintMessages.Where(m => m.ComplaintId == query.Id);
        if (query.Direction is { } directions)
        {
            messages = messages.Where(m => directions.Values.Contains(m.Direction));
        }
        return (await messages.ToPage(query, Orders, ComplaintMessageDetails.Projection, ct)).Failed(out var error, out var page) ? error
            : page.Data.Count > 0 || await db.Complaints.AnyAsync(c => c.Id == query.Id, ct) ? page
            : Error.NotFound<Complaint>();
    }
}
