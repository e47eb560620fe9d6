using Crm.Domain;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

public sealed record LeaveProgramme(MemberId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class LeaveProgrammeHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<LeaveProgramme, Nothing>
{
    public async Task<Result<Nothing>> Handle(LeaveProgramme command, CancellationToken ct)
    {
        if (await db.Members.FirstOrDefaultAsync(m => m.Id == command.Id, ct) is not { } member)
        {
            return Error.NotFound<Member>();
        }
        if (member.LeftAt is null && !command.IfMatch.Allows(member.Version))
        {
            return Error.Stale;
        }
        member.Leave(clock.GetUtcNow());
        return new Nothing();
    }
}
