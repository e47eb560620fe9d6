using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>That a complaint is the same as another one.</summary>
/// <param name="ComplaintId">The complaint that goes on; no duplicate itself.</param>
public sealed record DuplicateBody(ComplaintId ComplaintId)
{
    public static readonly DuplicateBody Example = new(ComplaintId.Parse("complaint_01j00000000000000000000001", null));
}

public sealed record MarkDuplicate(ComplaintId Id, DuplicateBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class DuplicateBodyValidator : AbstractValidator<DuplicateBody>;

internal sealed class MarkDuplicateHandler(ICrmDb db, PracticeSteps steps, Caller caller, IValidator<DuplicateBody> validator) : ICommandHandler<MarkDuplicate, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(MarkDuplicate command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, async (loaded, now) =>
        {
            var other = command.Body.ComplaintId;
            var stage = await db.Complaints.Where(c => c.Id == other).Select(c => (ComplaintStage?)c.Stage).FirstOrDefaultAsync(ct);
            return stage is { } known ? loaded.Complaint.MarkDuplicate(other, known, caller.StaffId, now) : ComplaintErrors.ComplaintUnknown;
        }, ct);
}
