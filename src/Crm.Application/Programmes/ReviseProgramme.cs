using Crm.Domain;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

public sealed record ReviseProgramme(ProgrammeId Id, Patch<ProgrammeContent> Changes, IfMatch IfMatch) : ICommand<ProgrammeDetails>;

internal sealed class ReviseProgrammeHandler(
    ICrmDb db, UnitOfWork work, ProgrammesInForce inForce, Caller caller, TimeProvider clock, IValidator<ProgrammeContent> validator)
    : ICommandHandler<ReviseProgramme, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(ReviseProgramme command, CancellationToken ct)
    {
        if ((await db.Programmes.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var programme)
            || command.Changes.ApplyTo(programme.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        var former = programme.Content.AutoRedemption;
        if (content.AutoRedemption is { } auto && auto != former && !await db.Rewards.AnyAsync(r => r.Id == auto.RewardId && r.ProgrammeId == programme.Id && r.RetiredAt == null, ct))
        {
            return RewardErrors.Unknown.About("/autoRedemption/rewardId");
        }
        if (programme.Revise(content.Completed(caller.Tenant.Settings.TimeZone, caller.Tenant.Settings.Currency), clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        if (programme.Content.AutoRedemption is { } redeems && redeems != former)
        {
            db.DropAlarm(Alarms.MembersCalled, programme.Id.Value);
            db.SetAlarm(Alarms.MembersCalled, programme.Id.Value, clock.GetUtcNow());
        }
        db.ProgrammeVersions.Add(programme.AsVersion(caller.StaffId));
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return ProgrammeDetails.Of(programme);
    }
}
