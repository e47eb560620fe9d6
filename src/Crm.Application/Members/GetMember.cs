using Crm.Domain;
using Crm.Domain.Members;

namespace Crm.Application.Members;

public sealed record GetMember(MemberId Id) : IQuery<MemberDetails>;

internal sealed class GetMemberHandler(ICrmDb db) : IQueryHandler<GetMember, MemberDetails>
{
    private static readonly Read<MemberId, MemberDetails> ById = new((db, id) => db.Members.Where(m => m.Id == id).Select(MemberDetails.Projection));

    public async Task<Result<MemberDetails>> Handle(GetMember query, CancellationToken ct) =>
        await db.First(ById, query.Id, ct) is { } member ? member : Error.NotFound<Member>();
}
