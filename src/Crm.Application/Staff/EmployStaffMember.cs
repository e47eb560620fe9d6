using Crm.Domain;
using Crm.Domain.Staff;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Staff;

/// <summary>A member of staff to be recorded.</summary>
public sealed record EmployStaffMember : StaffProfile, ICommand<StaffDetails>
{
    public static new readonly EmployStaffMember Example = new()
    {
        Name = "Sara Karimi", PreferredName = "Sara", Languages = ["fa-IR", "en"], Skills = [StaffSkill.Example], ExternalId = "E-1042",
    };
}

internal sealed class EmployStaffMemberValidator : AbstractValidator<EmployStaffMember>
{
    public EmployStaffMemberValidator() => Include(new StaffProfileValidator());
}

internal sealed class EmployStaffMemberHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<EmployStaffMember, StaffDetails>
{
    public async Task<Result<StaffDetails>> Handle(EmployStaffMember command, CancellationToken ct)
    {
        if (!await db.KnowsManager(command.ManagerId, ct))
        {
            return StaffErrors.UnknownManager.About("/managerId");
        }
        var member = StaffMember.Employ(command, clock.GetUtcNow());
        db.Staff.Add(member);
        return StaffDetails.Of(member);
    }
}

internal static class StaffReading
{
    public static async Task<bool> KnowsManager(this ICrmDb db, StaffId? manager, CancellationToken ct) =>
        manager is null || await db.Staff.AnyAsync(s => s.Id == manager, ct);

    /// <summary>Who reports to whom: null where the revision leaves the manager as it is.</summary>
    public static async Task<ReportingLines?> LinesFor(this ICrmDb db, StaffMember member, StaffProfile profile, CancellationToken ct)
    {
        if (!member.NeedsLines(profile))
        {
            return null;
        }
        // Asked again in the transaction: somebody may close the circle from its other side at this very moment.
        db.AskInTurn("reporting lines", async inner => (await db.Lines(inner)).Admit(member.Id, profile.ManagerId!.Value));
        return await db.Lines(ct);
    }

    private static async Task<ReportingLines> Lines(this ICrmDb db, CancellationToken ct) =>
        new(await db.Staff.Select(s => new { s.Id, s.ManagerId }).Take(ReportingLines.MaxStaff + 1).ToDictionaryAsync(s => s.Id, s => s.ManagerId, ct));
}
