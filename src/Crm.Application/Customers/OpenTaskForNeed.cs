using Crm.Application.Calendars;
using Crm.Application.KeyAccounts;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Work;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>The task that a need becomes. Everything that is left out follows from the need and its customer.</summary>
/// <param name="Title">What is to be done; 1 to 300 characters, the need's own words where absent.</param>
/// <param name="Note">What helps to do it; at most 1000 characters. Where absent, the whole need if its words are longer than a title.</param>
/// <param name="Priority">How much it presses; normal where absent.</param>
/// <param name="Due">
/// The instant at which it is due, in the future. Where absent, the beginning of the first day on which the need is expected, in the tenant's zone; the end of the last
/// one where it has begun; a day from now where it is over; and undated where nothing is expected.
/// </param>
/// <param name="OwnerId">
/// The active member of staff who owns it. Where absent, whoever of these is there: the account manager of the customer or of the organisation that they act for, the
/// customer's owner, the caller; and else whoever fits best.
/// </param>
public sealed record NeedTaskBody(string? Title = null, string? Note = null, Priority Priority = Priority.Normal, DateTimeOffset? Due = null, StaffId? OwnerId = null)
{
    public static readonly NeedTaskBody Example = new("Show the vans that would do", Priority: Priority.High);
}

public sealed record OpenTaskForNeed(CustomerId CustomerId, NeedId Id, NeedTaskBody Body) : ICommand<WorkDetails>, IHandledAgain;

internal sealed class NeedTaskBodyValidator : AbstractValidator<NeedTaskBody>
{
    public NeedTaskBodyValidator()
    {
        RuleFor(x => x.Title!).NotEmpty().MaximumLength(WorkItem.TitleMaxLength).When(x => x.Title is not null);
        RuleFor(x => x.Note).MaximumLength(WorkItem.NoteMaxLength);
        RuleFor(x => x.Priority).IsInEnum();
        RuleFor(x => x.Due).OfCalendars();
    }
}

internal sealed class OpenTaskForNeedValidator : AbstractValidator<OpenTaskForNeed>
{
    public OpenTaskForNeedValidator() => RuleFor(x => x.Body).SetValidator(new NeedTaskBodyValidator()).OverridePropertyName("");
}

internal sealed class OpenTaskForNeedHandler(ICrmDb db, Caller caller, TimeProvider clock, KeyStandings standings) : ICommandHandler<OpenTaskForNeed, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(OpenTaskForNeed command, CancellationToken ct)
    {
        var (body, now) = (command.Body, clock.GetUtcNow());
        if (body.Due <= now)
        {
            return WorkErrors.DuePast;
        }
        var found = await db.Needs.Where(n => n.Id == command.Id && n.CustomerId == command.CustomerId && !n.Removed)
            .Join(db.Customers, n => n.CustomerId, c => c.Id, (n, c) => new { Need = n, Customer = c, OwnerWorksHere = db.Staff.Any(s => s.Id == body.OwnerId && s.Active) })
            .FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound<Need>();
        }
        if (body.OwnerId is not null && !found.OwnerWorksHere)
        {
            return WorkErrors.OwnerUnknown;
        }
        var (need, customer) = (found.Need, found.Customer);
        var task = db.OpenWork(
            new(WorkKind.Task, RecordId.Of(need.Id), body.Title ?? need.Text, await OwnerOf(body, customer, now, ct))
            {
                CustomerId = need.CustomerId, Note = body.Note ?? (body.Title is null && need.Text.Length > WorkItem.TitleMaxLength ? need.Text : null), Priority = body.Priority,
                DueAt = body.Due?.ToUniversalTime() ?? need.DueIn(caller)?.At(now), Language = customer.Profile.Language,
            }, caller, now);
        if (need.TakeUp(task.Id, now).Failed(out var error))
        {
            return error;
        }
        db.OnlyWhileActive(need.CustomerId);
        db.Tell(caller, need.CustomerId, "need.taken_up", need.ResourceId, now, new { WorkId = task.Id, task.DueAt });
        return WorkDetails.Of(task);
    }

    private async Task<Owner?> OwnerOf(NeedTaskBody body, Customer customer, DateTimeOffset now, CancellationToken ct)
    {
        var owner = body.OwnerId is { } named ? (await db.Receiver(named, now, ct))?.ToOwner()
            : await db.FirstHere([await standings.CarerOf(customer, ct), customer.OwnerId, caller.StaffId], now, ct);
        return owner ?? await db.ChooseOwner(caller, null, customer.Profile.Language, [], now, ct);
    }
}
