using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That the customer does not accept the decision (S3-FAIR-2).</summary>
/// <param name="Words">What they say to it; 1 to 5,000 characters.</param>
/// <param name="OwnerId">Who decides anew, never who handled it first; where absent, anybody impartial who works here.</param>
public sealed record AppealBody(string Words, StaffId? OwnerId = null)
{
    public static readonly AppealBody Example = new("Nobody looked at the photographs.");
}

public sealed record AppealComplaint(ComplaintId Id, AppealBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class AppealBodyValidator : AbstractValidator<AppealBody>
{
    public AppealBodyValidator() => RuleFor(x => x.Words).NotEmpty().MaximumLength(Complaint.WordsMaxLength);
}

internal sealed class AppealComplaintHandler(ICrmDb db, PracticeSteps steps, Caller caller, TimeProvider clock, IValidator<AppealBody> validator)
    : ICommandHandler<AppealComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(AppealComplaint command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, async (loaded, now) =>
        {
            var complaint = loaded.Complaint;
            if (complaint.RefusalOfAppeal(caller.StaffId) is { } refusal)
            {
                return refusal;
            }
            var colleagues = await Colleagues.Of(db, complaint, caller.Today(clock), ct, command.Body.OwnerId);
            return OwnerOfComplaint.Choose(colleagues, command.Body.OwnerId, null).Failed(out var error, out var owner) ? error
                : await Handler(complaint, owner, colleagues, now, ct) is not { } handler ? ComplaintErrors.NobodyImpartial
                : complaint.Appeal(command.Body.Words, handler, colleagues.Impartiality, caller.StaffId, now);
        }, ct);

    /// <summary>Who was named, or whom the assignment of work finds among those who have decided nothing of it and are impartial.</summary>
    private async Task<StaffId?> Handler(Complaint complaint, ChosenOwner chosen, Colleagues colleagues, DateTimeOffset now, CancellationToken ct)
    {
        if (chosen.Id is not null)
        {
            return chosen.Id;
        }
        var barred = colleagues.Barred();
        barred.UnionWith(complaint.Provided?.Decisions.Where(d => d.By is not null).Select(d => d.By!.Value) ?? []);
        barred.UnionWith(new[] { complaint.OwnerId, complaint.FirstHandlerId }.OfType<StaffId>());
        return (await db.ChooseOwner(caller, null, complaint.Language, barred, now, ct))?.Id;
    }
}
