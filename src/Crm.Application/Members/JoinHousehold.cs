using Crm.Domain;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

/// <summary>Whose household a member is of.</summary>
/// <param name="HeadId">The member who heads it; the member itself to be of none.</param>
public sealed record HouseholdBody(MemberId HeadId)
{
    public static readonly HouseholdBody Example = new(MemberId.Parse("member_01j00000000000000000000001", null));
}

public sealed record JoinHousehold(MemberId Id, HouseholdBody Body) : ICommand<MemberDetails>, IHandledAgain;

internal sealed class JoinHouseholdHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<JoinHousehold, MemberDetails>
{
    public async Task<Result<MemberDetails>> Handle(JoinHousehold command, CancellationToken ct)
    {
        var both = await db.Members.Where(m => m.Id == command.Id || m.Id == command.Body.HeadId).ToListAsync(ct);
        if (both.Find(m => m.Id == command.Id) is not { } member)
        {
            return Error.NotFound<Member>();
        }
        // Who heads others keeps them: they would be of a household without a head.
        var leads = command.Body.HeadId != command.Id && await db.Members.AnyAsync(m => m.HeadId == command.Id && m.Id != command.Id, ct);
        if (leads || both.Find(m => m.Id == command.Body.HeadId) is not { } head)
        {
            return MemberErrors.HeadUnknown;
        }
        return (head.Id == member.Id ? member.Form(clock.GetUtcNow()) : member.Join(head, clock.GetUtcNow())).Failed(out var error) ? error : MemberDetails.Of(member);
    }
}
