using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Staff;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Staff;

public sealed record PlanAbsence(StaffId StaffId, AbsenceContent Content) : ICommand<AbsenceDetails>;

internal sealed class AbsenceContentValidator : AbstractValidator<AbsenceContent>
{
    public AbsenceContentValidator()
    {
        RuleFor(x => x.From).OfCalendars();
        RuleFor(x => x.To).OfCalendars();
        RuleFor(x => x.Reason).IsInEnum();
    }
}

internal sealed class PlanAbsenceValidator : AbstractValidator<PlanAbsence>
{
    public PlanAbsenceValidator() => RuleFor(x => x.Content).SetValidator(new AbsenceContentValidator()).OverridePropertyName("");
}

internal sealed class PlanAbsenceHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<PlanAbsence, AbsenceDetails>
{
    public async Task<Result<AbsenceDetails>> Handle(PlanAbsence command, CancellationToken ct)
    {
        var (id, content) = (command.StaffId, command.Content);
        var (inTheWay, others) = (In(id, content), In(content.DelegateId ?? default, content));
        var known = await db.Staff.Where(s => s.Id == id).Select(s => new
        {
            Other = inTheWay.Select(a => (AbsenceId?)a.Id).FirstOrDefault(),
            HasDelegate = content.DelegateId == null || db.Staff.Any(d => d.Id == content.DelegateId && d.Active),
            DelegateAway = others.Any(),
        }).FirstOrDefaultAsync(ct);
        if (known is null)
        {
            return Error.NotFound<StaffMember>();
        }
        if (Absence.Plan(id, content, clock.GetUtcNow()).Failed(out var error, out var absence))
        {
            return error;
        }
        if (known.Other is { } other)
        {
            return AbsenceErrors.Overlaps.With(other.ToString());
        }
        if (!known.HasDelegate)
        {
            return AbsenceErrors.DelegateUnknown;
        }
        if (known.DelegateAway)
        {
            return AbsenceErrors.DelegateAbsent;
        }
        // Asked again in the transaction: the same time may be planned twice at this very moment.
        db.AskInTurn("absences", async inner => await inTheWay.AnyAsync(inner) ? AbsenceErrors.Overlaps : Result.Done);
        db.Absences.Add(absence);
        return AbsenceDetails.Of(absence);
    }

    private IQueryable<Absence> In(StaffId staff, AbsenceContent content) =>
        db.Absences.Where(a => a.StaffId == staff && !a.Cancelled && a.From < content.To && a.To > content.From);
}
