using Crm.Domain;
using Crm.Domain.Causes;
using Crm.Domain.Commitments;
using Crm.Domain.CorrectiveActions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.CorrectiveActions;

/// <summary>A corrective action to be planned (S1-LEARN-1).</summary>
/// <param name="Title">What is to be done; 1 to 200 characters.</param>
/// <param name="OwnerId">The one member of staff who answers for it; somebody who works here.</param>
/// <param name="DueOn">The day until the end of which it is to be done.</param>
/// <param name="CauseId">The cause that is not to come back; one in use. Give this or causeCode.</param>
/// <param name="CauseCode">The code of that cause; at most 60 characters.</param>
/// <param name="Description">How, and why that should help; at most 2000 characters.</param>
/// <param name="ExternalId">Your own key for it, unique in the tenant; at most 100 characters.</param>
public sealed record PlanCorrectiveAction(
    string Title, StaffId OwnerId, DateOnly DueOn, CauseId? CauseId = null, string? CauseCode = null, string? Description = null, string? ExternalId = null)
    : ICommand<CorrectiveActionDetails>
{
    public static readonly PlanCorrectiveAction Example = new(
        CorrectiveActionContent.Example.Title, CorrectiveActionContent.Example.OwnerId, CorrectiveActionContent.Example.DueOn, CorrectiveActionContent.Example.CauseId,
        Description: CorrectiveActionContent.Example.Description);
}

internal sealed class PlanCorrectiveActionValidator : AbstractValidator<PlanCorrectiveAction>
{
    public PlanCorrectiveActionValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(CorrectiveActionContent.TitleMaxLength);
        RuleFor(x => x.Description).MaximumLength(CorrectiveActionContent.DescriptionMaxLength);
        RuleFor(x => x.CauseId).Must((x, cause) => cause is not null || x.CauseCode is not null).Code("required", "A value is needed here.");
        RuleFor(x => x.CauseCode).MaximumLength(CauseContent.CodeMaxLength);
        RuleFor(x => x.CauseCode).Must((x, code) => code is null || x.CauseId is null).Code("cause_twice", "Give causeId or causeCode, not both.");
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class CorrectiveActionContentValidator : AbstractValidator<CorrectiveActionContent>
{
    public CorrectiveActionContentValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(CorrectiveActionContent.TitleMaxLength);
        RuleFor(x => x.Description).MaximumLength(CorrectiveActionContent.DescriptionMaxLength);
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class PlanCorrectiveActionHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<PlanCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(PlanCorrectiveAction command, CancellationToken ct)
    {
        var causes = db.Causes.Where(c => c.RetiredAt == null);
        if (command.CauseId is { } id)
        {
            causes = causes.Where(c => c.Id == id);
        }
        else
        {
            var code = ByteKey.Of(command.CauseCode!);
            causes = causes.Where(c => c.CodeKey == code);
        }
        var known = await causes.Select(c => new { c.Id, HasOwner = db.Staff.Any(s => s.Id == command.OwnerId && s.Active) }).FirstOrDefaultAsync(ct);
        if (known is null)
        {
            return command.CauseId is null ? CauseErrors.Unknown.About("/causeCode") : CauseErrors.Unknown;
        }
        if (!known.HasOwner)
        {
            return CommitmentErrors.ResponsibleUnknown.About("/ownerId");
        }
        var content = new CorrectiveActionContent
        {
            Title = command.Title, Description = command.Description, CauseId = known.Id, OwnerId = command.OwnerId, DueOn = command.DueOn, ExternalId = command.ExternalId,
        };
        var action = CorrectiveAction.Plan(content, clock.GetUtcNow());
        db.CorrectiveActions.Add(action);
        return CorrectiveActionDetails.Of(action);
    }
}
