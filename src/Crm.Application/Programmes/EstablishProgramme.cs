using Crm.Domain;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>A loyalty programme to come into use.</summary>
public sealed record EstablishProgramme : ProgrammeContent, ICommand<ProgrammeDetails>
{
    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static new readonly EstablishProgramme Example = new()
    {
        Name = ProgrammeContent.Example.Name, TimeZone = "Asia/Tehran", Currency = "IRR", Rules = ProgrammeContent.Example.Rules, Expiry = ProgrammeContent.Example.Expiry,
        PendingDays = 14, Worth = ProgrammeContent.Example.Worth, Tiers = ProgrammeContent.Example.Tiers,
    };
}

internal sealed class EstablishProgrammeValidator : AbstractValidator<EstablishProgramme>
{
    public EstablishProgrammeValidator()
    {
        Include(new ProgrammeContentValidator());
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class EstablishProgrammeHandler(ICrmDb db, UnitOfWork work, ProgrammesInForce inForce, Caller caller, TimeProvider clock)
    : ICommandHandler<EstablishProgramme, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(EstablishProgramme command, CancellationToken ct)
    {
        var (settings, now) = (caller.Tenant.Settings, clock.GetUtcNow());
        if (Programme.Establish(command.Completed(settings.TimeZone, settings.Currency), command.ExternalId, now).Failed(out var error, out var programme))
        {
            return error;
        }
        if (command.AutoRedemption is not null)
        {
            // A reward belongs to a programme, so there is none of this one yet.
            return RewardErrors.Unknown.About("/autoRedemption/rewardId");
        }
        if (await db.Programmes.CountAsync(p => p.RetiredAt == null, ct) >= Programme.Most)
        {
            return ProgrammeErrors.TooMany;
        }
        db.Programmes.Add(programme);
        db.ProgrammeVersions.Add(programme.AsVersion(caller.StaffId));
        db.SetAlarm(Alarms.ProgrammeNight, programme.Id.Value, programme.NextMidnight(now));
        work.Afterwards(() => inForce.Forget(caller.Tenant.Number));
        return ProgrammeDetails.Of(programme);
    }
}
