using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Work;
using FluentValidation;

namespace Crm.Application.Work;

/// <summary>To whom work is given, at once.</summary>
/// <param name="OwnerId">The active and present member of staff who gets it. Give this or automatic.</param>
/// <param name="Automatic">Whether it goes to whoever fits best by load, skill and language, who may be its present owner.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record WorkAssignmentBody(StaffId? OwnerId = null, bool Automatic = false, string? Reason = null)
{
    public static readonly WorkAssignmentBody Example = new(Automatic: true, Reason: "Sara is overloaded.");
}

/// <summary>One piece of work of many, and to whom it is given.</summary>
/// <param name="WorkId">The piece of work.</param>
/// <param name="OwnerId">The active and present member of staff who gets it. Give this or automatic.</param>
/// <param name="Automatic">Whether it goes to whoever fits best by load, skill and language.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record WorkAssignment(WorkId WorkId, StaffId? OwnerId = null, bool Automatic = false, string? Reason = null)
{
    public static readonly WorkAssignment Example = new(WorkDetails.ExampleId, Automatic: true, Reason: "Sara is overloaded.");
}

public sealed record AssignWork(WorkId Id, WorkAssignmentBody Body) : ICommand<AssignedWork>;

/// <summary>Who owns a piece of work now, and who could have.</summary>
/// <param name="Work">The piece of work as it stands now.</param>
/// <param name="Moved">Whether its owner is another one than before.</param>
/// <param name="Candidates">Where it was chosen automatically: those looked at, best first, at most 50. Empty where an owner was named.</param>
public sealed record AssignedWork(WorkDetails Work, bool Moved, IReadOnlyList<CandidateRow> Candidates) : IVersioned
{
    private static readonly WorkDetails Assigned = WorkDetails.Example with { HandOver = null, Version = 3, Transfers = 1, OwnerId = WorkDetails.ExampleReceiver };

    public static readonly AssignedWork Example = new(Assigned, true,
    [
        new(WorkDetails.ExampleReceiver, true, 4, new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero), [AssignmentReason.LanguageFits, AssignmentReason.LeastLoad]),
        new(WorkDetails.ExampleOwner, false, 2, null, [AssignmentReason.LanguageFits, AssignmentReason.Absent]),
    ]);

    int IVersioned.Version => Work.Version;
}

/// <summary>A member of staff who was looked at, and why they stand where they do.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Fits">Whether they have everything that is asked for, and are there.</param>
/// <param name="Load">The weight of their open work: 1 for low, 2 for normal, 3 for high and 5 for urgent.</param>
/// <param name="LastAssignedAt">When they last came to own something that they still own.</param>
/// <param name="Reasons">What speaks for and against them.</param>
public sealed record CandidateRow(StaffId StaffId, bool Fits, int Load, DateTimeOffset? LastAssignedAt, IReadOnlyList<AssignmentReason> Reasons);

internal sealed class WorkAssignmentBodyValidator : AbstractValidator<WorkAssignmentBody>
{
    public WorkAssignmentBodyValidator()
    {
        RuleFor(x => x.OwnerId).Must((x, owner) => owner is not null || x.Automatic).Code("required", "A value is needed here.");
        RuleFor(x => x.OwnerId).Must((x, owner) => owner is null || !x.Automatic).Code("owner_twice", "Name an owner or let one be chosen, not both.");
        RuleFor(x => x.Reason).MaximumLength(WorkItem.ReasonMaxLength);
    }
}

internal sealed class WorkAssignmentValidator : AbstractValidator<WorkAssignment>
{
    public WorkAssignmentValidator() => RuleFor(x => x.Reason).MaximumLength(WorkItem.ReasonMaxLength);
}

internal sealed class AssignWorkValidator : AbstractValidator<AssignWork>
{
    public AssignWorkValidator() => RuleFor(x => x.Body).SetValidator(new WorkAssignmentBodyValidator()).OverridePropertyName("");
}

internal sealed class AssignWorkHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times, ImpartialOwners impartial) : ICommandHandler<AssignWork, AssignedWork>
{
    private const int MostShown = 50;

    public async Task<Result<AssignedWork>> Handle(AssignWork command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadWork(command.Id, caller, now, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        var item = loaded.Item;
        if (await impartial.RefusalToMove(item, caller.StaffId, ct) is { } kept)
        {
            return kept;
        }
        IReadOnlyList<RankedCandidate> ranking =
            command.Body.Automatic ? await db.RankOwners(caller, item.RequiredSkill, item.Language, await impartial.Barred(item, ct), now, ct) : [];
        if ((command.Body.OwnerId is { } named ? await Named(named, now, ct) : Chosen(ranking)).Failed(out error, out var owner))
        {
            return error;
        }
        if (command.Body.OwnerId is { } wanted && await impartial.RefusalOf(item, wanted, ct) is { } partial)
        {
            return partial;
        }
        var (waited, unowned) = (item.HandOver is not null, item.OwnerId is null);
        if (item.Assign(owner, command.Body.Reason, caller.StaffId, now).Failed(out error, out var moved))
        {
            return error;
        }
        if (moved)
        {
            db.Record(item, handOverEnded: waited);
            if (unowned)
            {
                db.DropAlarm(Alarms.WorkUnowned, item.Id.Value);
            }
            if (owner.Id != caller.StaffId)
            {
                db.Notify(owner.Id, WorkNotices.Assigned, RecordId.Of(item.Id), item.CustomerId, now, await db.DeliveryTime(times, caller, now, ct));
            }
        }
        return new AssignedWork(WorkDetails.Of(item), moved, [.. ranking.Take(MostShown).Select(r =>
            new CandidateRow(r.Candidate.Id, r.Fits, r.Candidate.Load, r.Candidate.LastAssignedAt, r.Reasons))]);
    }

    private async Task<Result<Owner>> Named(StaffId id, DateTimeOffset now, CancellationToken ct)
    {
        if ((await db.Receiver(id, now, ct)) is not { Active: true } receiver)
        {
            return WorkErrors.OwnerUnknown;
        }
        return receiver.Refusal() is { } refusal ? refusal : new Owner(id, receiver.AccountableId, [AssignmentReason.ByName]);
    }

    private static Result<Owner> Chosen(IReadOnlyList<RankedCandidate> ranking) =>
        Assignment.Choose(ranking) is { } first ? first.ToOwner() : WorkErrors.NobodyFits;
}
