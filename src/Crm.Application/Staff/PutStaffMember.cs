using Crm.Domain;
using Crm.Domain.Staff;
using FluentValidation;

namespace Crm.Application.Staff;

/// <summary>A member of staff as an integrator knows them by its own key: made where unknown, replaced where known.</summary>
public sealed record PutStaffMember(string ExternalId, StaffProfile Profile, IfMatch? IfMatch) : ICommand<Upserted<StaffDetails>>;

internal sealed class PutStaffMemberValidator : AbstractValidator<PutStaffMember>
{
    public PutStaffMemberValidator()
    {
        RuleFor(x => x.ExternalId).ExternalId();
        RuleFor(x => x.Profile).SetValidator(new StaffProfileValidator()).OverridePropertyName("");
    }
}

internal sealed class PutStaffMemberHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<PutStaffMember, Upserted<StaffDetails>>
{
    public async Task<Result<Upserted<StaffDetails>>> Handle(PutStaffMember command, CancellationToken ct)
    {
        if (Upserting.Mismatch(command.Profile.ExternalId, command.ExternalId) is { } mismatch)
        {
            return mismatch;
        }
        if ((await db.LoadForUpsert(db.Staff, command.ExternalId, command.IfMatch, ct)).Failed(out var error, out var existing))
        {
            return error;
        }
        var profile = command.Profile with { ExternalId = command.ExternalId };
        if (!caller.MayGive(profile, existing.Record))
        {
            return StaffErrors.AuthorityNotYours;
        }
        if (existing.Record is { } member)
        {
            var lines = await db.LinesFor(member, profile, ct);
            return member.Revise(profile, lines, clock.GetUtcNow()).Failed(out error) ? error : new Upserted<StaffDetails>(StaffDetails.Of(member), false);
        }
        if (!await db.KnowsManager(profile.ManagerId, ct))
        {
            return StaffErrors.UnknownManager.About("/managerId");
        }
        member = StaffMember.Employ(profile, clock.GetUtcNow());
        db.Staff.Add(member);
        return new Upserted<StaffDetails>(StaffDetails.Of(member), true);
    }
}
