using Crm.Application.Calendars;
using Crm.Application.Commitments;
using Crm.Application.Customers;
using Crm.Application.Staff;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Work;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Something to be done: a piece of work about no other record than perhaps a customer.</summary>
/// <param name="Title">What is to be done; 1 to 300 characters.</param>
/// <param name="Note">What helps to do it; at most 1000 characters.</param>
/// <param name="CustomerId">The customer for whom it is done.</param>
/// <param name="Priority">How much it presses; normal where absent.</param>
/// <param name="Due">The instant at which it is due, in the future. Give this, or within, or neither: what is undated comes last in every queue.</param>
/// <param name="Within">How much time there is for it: an ISO 8601 duration above zero and up to P3660D, as in PT4H. A day of it is 24 open hours.</param>
/// <param name="CalendarId">The calendar in whose open hours within counts; the tenant's default where absent, and all time where there is none.</param>
/// <param name="OwnerId">The active member of staff who owns it; the caller's own where absent, and whoever fits best where the caller acts for nobody.</param>
/// <param name="Automatic">Whether it goes to whoever fits best by load, skill and language. Then leave ownerId out.</param>
/// <param name="RequiredSkill">The code of the skill that it asks for; at most 50 lower-case letters, digits and hyphens.</param>
/// <param name="Language">BCP 47 tag of the language that it asks for.</param>
/// <param name="ExternalId">Your own key for it, unique in the tenant; at most 100 characters.</param>
public sealed record OpenTask(
    string Title, string? Note = null, CustomerId? CustomerId = null, WorkPriority Priority = WorkPriority.Normal, DateTimeOffset? Due = null, string? Within = null,
    CalendarId? CalendarId = null, StaffId? OwnerId = null, bool Automatic = false, string? RequiredSkill = null, string? Language = null, string? ExternalId = null)
    : ICommand<WorkDetails>
{
    public static readonly OpenTask Example = new(
        WorkContent.Example.Title, Priority: WorkPriority.High, Within: "P1D", OwnerId: StaffId.Parse("staff_01j00000000000000000000000", null), Language: "fa");
}

internal sealed class OpenTaskValidator : AbstractValidator<OpenTask>
{
    public OpenTaskValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(WorkItem.TitleMaxLength);
        RuleFor(x => x.Note).MaximumLength(WorkItem.NoteMaxLength);
        RuleFor(x => x.Priority).IsInEnum();
        RuleFor(x => x.Due).OfCalendars();
        RuleFor(x => x.Within!).Target().When(x => x.Within is not null);
        RuleFor(x => x.Within).Must((x, within) => within is null || x.Due is null).Code("due_twice", "Give due or within, not both.");
        RuleFor(x => x.CalendarId).Must((x, calendar) => calendar is null || x.Within is not null).Code("calendar_misplaced", "A calendar goes with within only.");
        RuleFor(x => x.OwnerId).Must((x, owner) => owner is null || !x.Automatic).Code("owner_twice", "Name an owner or let one be chosen, not both.");
        RuleFor(x => x.RequiredSkill).SkillCode();
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class OpenTaskHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : ICommandHandler<OpenTask, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(OpenTask command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var named = command.OwnerId ?? (command.Automatic ? null : caller.StaffId);
        var chosen = named is null ? await db.ChooseOwner(caller, command.RequiredSkill, command.Language, [], now, ct) : null;
        var term = command.Within is null ? null : Term.Of(null, command.Within, command.CalendarId, caller);
        var known = (named ?? chosen?.Id) is { } id ? await Known(command, id, term, ct) : await WithoutStaff(command, term, ct);
        if (known is null)
        {
            return WorkErrors.OwnerUnknown;
        }
        if (command.CustomerId is not null && Refusal(known) is { } refusal)
        {
            return refusal;
        }
        if (Due(command, term, known, now).Failed(out var error, out var due))
        {
            return error;
        }
        var owner = named is { } one ? new Owner(one, known.Manager ?? one, [AssignmentReason.ByName]) : chosen;
        var content = new WorkContent
        {
            Title = command.Title, Note = command.Note, Priority = command.Priority, DueAt = due.At, RequiredSkill = command.RequiredSkill, Language = command.Language,
            ExternalId = command.ExternalId,
        };
        if (command.CustomerId is { } customer)
        {
            db.OnlyWhileActive(customer);
        }
        return WorkDetails.Of(db.Add(WorkItem.Open(WorkKind.Task, null, command.CustomerId, content, owner, caller.StaffId, now), now));
    }

    private Result<TaskDue> Due(OpenTask command, Term? term, KnownForTask known, DateTimeOffset now)
    {
        if (term is not null)
        {
            return term.Due(times, caller, known.Calendar, now).Failed(out var error, out var due) ? error : new TaskDue(due.At);
        }
        return command.Due <= now ? WorkErrors.DuePast : new TaskDue(command.Due?.ToUniversalTime());
    }

    /// <summary>Everything that decides, in one query; null where no such member of staff works here.</summary>
    private Task<KnownForTask?> Known(OpenTask command, StaffId owner, Term? term, CancellationToken ct)
    {
        var customers = db.Customers.Where(c => c.Id == command.CustomerId);
        var calendars = Calendars(term);
        return db.Staff.Where(s => s.Id == owner && s.Active).Select(s => new KnownForTask
        {
            Manager = s.ManagerId,
            State = customers.Select(c => (CustomerState?)c.State).FirstOrDefault(),
            SurvivorId = customers.Select(c => c.SurvivorId).FirstOrDefault(),
            CalendarVersion = calendars.Select(c => (int?)c.Version).FirstOrDefault(),
            CalendarContent = calendars.Select(c => c.Content).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
    }

    private async Task<KnownForTask?> WithoutStaff(OpenTask command, Term? term, CancellationToken ct)
    {
        var customer = command.CustomerId is null ? null
            : await db.Customers.Where(c => c.Id == command.CustomerId).Select(c => new { c.State, c.SurvivorId }).FirstOrDefaultAsync(ct);
        var calendar = term?.CalendarId is null ? null : await Calendars(term).Select(c => new { c.Version, c.Content }).FirstOrDefaultAsync(ct);
        return new() { State = customer?.State, SurvivorId = customer?.SurvivorId, CalendarVersion = calendar?.Version, CalendarContent = calendar?.Content };
    }

    private IQueryable<Calendar> Calendars(Term? term) => term?.Calendars(db) ?? db.Calendars.Where(c => c.Id == default(CalendarId));

    private static Error? Refusal(KnownForTask known) =>
        known.State is null or CustomerState.Deleted ? InteractionErrors.CustomerUnknown : CustomerStates.Refusal(known.State, known.SurvivorId);

    private sealed record TaskDue(DateTimeOffset? At);

    private sealed record KnownForTask
    {
        public StaffId? Manager { get; init; }
        public required CustomerState? State { get; init; }
        public required CustomerId? SurvivorId { get; init; }
        public required int? CalendarVersion { get; init; }
        public required CalendarContent? CalendarContent { get; init; }

        public PresentCalendar? Calendar => CalendarVersion is { } version ? new() { Version = version, Content = CalendarContent! } : null;
    }
}
