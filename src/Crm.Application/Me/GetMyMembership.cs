using Crm.Domain;
using Crm.Domain.Members;

namespace Crm.Application.Me;

public sealed record GetMyMembership(MemberId Id) : IQuery<MyMembership>;

internal sealed class GetMyMembershipHandler(OwnMemberships own) : IQueryHandler<GetMyMembership, MyMembership>
{
    public async Task<Result<MyMembership>> Handle(GetMyMembership query, CancellationToken ct) =>
        (await own.Read(query.Id, ct)) is [var membership] ? membership : Error.NotFound<Member>();
}
