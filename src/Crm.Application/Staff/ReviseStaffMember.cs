using Crm.Domain;
using Crm.Domain.Staff;
using FluentValidation;

namespace Crm.Application.Staff;

public sealed record ReviseStaffMember(StaffId Id, Patch<StaffProfile> Changes, IfMatch IfMatch) : ICommand<StaffDetails>;

internal sealed class ReviseStaffMemberHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<StaffProfile> validator)
    : ICommandHandler<ReviseStaffMember, StaffDetails>
{
    public async Task<Result<StaffDetails>> Handle(ReviseStaffMember command, CancellationToken ct)
    {
        if ((await db.Staff.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var member)
            || command.Changes.ApplyTo(member.Profile).Failed(out error, out var profile))
        {
            return error;
        }
        if (Validation.Check(validator, profile) is { } invalid)
        {
            return invalid;
        }
        if (!caller.MayGive(profile, member))
        {
            return StaffErrors.AuthorityNotYours;
        }
        var lines = await db.LinesFor(member, profile, ct);
        return member.Revise(profile, lines, clock.GetUtcNow()).Failed(out error) ? error : StaffDetails.Of(member);
    }
}
