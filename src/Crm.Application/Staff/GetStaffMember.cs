using Crm.Domain;
using Crm.Domain.Staff;

namespace Crm.Application.Staff;

public sealed record GetStaffMember(StaffId Id) : IQuery<StaffDetails>;

internal sealed class GetStaffMemberHandler(ICrmDb db) : IQueryHandler<GetStaffMember, StaffDetails>
{
    private static readonly Read<StaffId, StaffDetails> ById = new((db, id) => db.Staff.Where(s => s.Id == id).Select(StaffDetails.Projection));

    public async Task<Result<StaffDetails>> Handle(GetStaffMember query, CancellationToken ct) =>
        await db.First(ById, query.Id, ct) is { } member ? member : Error.NotFound<StaffMember>();
}
