using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Segments;

namespace Crm.Application.Segments;

/// <summary>Whom of a segment to list.</summary>
public sealed record ListSegmentCustomers : ListQuery, IQuery<Page<CustomerRow>>
{
    /// <summary>The segment.</summary>
    public SegmentId Id { get; init; }

    /// <summary>Only those who may be contacted on this channel for the purpose and have something to be reached by; one channel.</summary>
    public Choices<ContactChannel>? Channel { get; init; }

    /// <summary>What the contact is for, a code of consents such as marketing; service where absent.</summary>
    public string? Purpose { get; init; }
}

internal sealed class ListSegmentCustomersHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<ListSegmentCustomers, Page<CustomerRow>>
{
    private static readonly Order<Customer, CustomerRow>[] Orders = [Order<Customer, CustomerRow>.ByCreation(r => r.Id)];

    public async Task<Result<Page<CustomerRow>>> Handle(ListSegmentCustomers query, CancellationToken ct)
    {
        if (query.Channel?.Values.Count > 1)
        {
            return SegmentQueryErrors.ChannelAmbiguous;
        }
        if (query.Purpose is { } purpose && !ConsentContent.IsPurpose(purpose))
        {
            return SegmentQueryErrors.PurposeInvalid;
        }
        if (await db.RuleOf(query.Id, ct) is not { } rule)
        {
            return Error.NotFound<Segment>();
        }
        var now = clock.GetUtcNow();
        var members = db.MembersOf(rule, now);
        if (query.Channel?.Values is [var channel])
        {
            members = members.ReachableOn(channel, query.Purpose ?? ConsentContent.Service, now);
        }
        return await members.ToPage(query, Orders, CustomerRow.Projection, ct);
    }
}
