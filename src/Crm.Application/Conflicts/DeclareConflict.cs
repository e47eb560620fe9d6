using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Conflicts;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Conflicts;

public sealed record DeclareConflict(ConflictContent Content) : ICommand<ConflictDetails>;

internal sealed class ConflictContentValidator : AbstractValidator<ConflictContent>
{
    public ConflictContentValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Note).MaximumLength(ConflictContent.NoteMaxLength);
    }
}

internal sealed class DeclareConflictHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<ConflictContent> validator)
    : ICommandHandler<DeclareConflict, ConflictDetails>
{
    public async Task<Result<ConflictDetails>> Handle(DeclareConflict command, CancellationToken ct)
    {
        var content = command.Content;
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if ((content.StaffId ?? caller.StaffId) is not { } staff)
        {
            return ConflictErrors.StaffNeeded;
        }
        if (staff != caller.StaffId && !caller.May(Permission.ConflictsWrite))
        {
            return ConflictErrors.NotYours;
        }
        if (DeclaredConflict.Declare(content, staff, caller.Today(clock), caller.StaffId, clock.GetUtcNow()).Failed(out var error, out var conflict))
        {
            return error;
        }
        if (await Unknown(conflict, ct) is { } unknown)
        {
            return unknown;
        }
        if (conflict.CustomerId is { } customer)
        {
            db.OnlyWhileActive(customer);
        }
        db.DeclaredConflicts.Add(conflict);
        return ConflictDetails.Of(conflict);
    }

    /// <summary>Everything that decides, in one query.</summary>
    private async Task<Error?> Unknown(DeclaredConflict conflict, CancellationToken ct)
    {
        var known = await db.Staff.Where(s => s.Id == conflict.StaffId && s.Active).Select(s => new
        {
            HasOther = db.Staff.Any(o => o.Id == conflict.OtherStaffId),
            Customer = db.Customers.Where(c => c.Id == conflict.CustomerId).Select(c => (CustomerState?)c.State).FirstOrDefault(),
            Survivor = db.Customers.Where(c => c.Id == conflict.CustomerId).Select(c => c.SurvivorId).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (known is null)
        {
            return CommitmentErrors.ResponsibleUnknown.About("/staffId");
        }
        if (conflict.OtherStaffId is not null)
        {
            return known.HasOther ? null : InteractionErrors.CustomerUnknown.About("/otherStaffId");
        }
        return known.Customer is null or CustomerState.Deleted ? InteractionErrors.CustomerUnknown : CustomerStates.Refusal(known.Customer, known.Survivor);
    }
}
