using Crm.Application.Calendars;
using Crm.Application.Clocks;
using Crm.Application.Complaints;
using Crm.Application.Customers;
using Crm.Application.KeyAccounts;
using Crm.Application.Interactions;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

/// <summary>A promise to be kept (S1-HELP-7).</summary>
/// <param name="CustomerId">To whom.</param>
/// <param name="Text">What is promised; 1 to 500 characters.</param>
/// <param name="Due">The instant at which it is due, in the future and within 3660 days. Give this or within.</param>
/// <param name="Within">How much time there is for it: an ISO 8601 duration in weeks, days, hours, minutes and seconds above zero and up to P3660D, as in PT4H. A day of it is 24 open hours.</param>
/// <param name="CalendarId">The calendar in whose open hours within counts; the tenant's default where absent, and all time where there is none.</param>
/// <param name="ResponsibleId">The member of staff who does it; the caller's own where absent.</param>
/// <param name="InteractionId">The contact with this customer in which it was made.</param>
/// <param name="ExternalId">Your own key for it, unique in the tenant; at most 100 characters.</param>
/// <param name="ComplaintId">The complaint of this customer that it belongs to, which cannot be closed before it is kept or taken back (S1-HELP-7).</param>
/// <param name="KeyAccountId">The key account that it is part of: the customer's own, or of an organisation that they act for.</param>
public sealed record MakeCommitment(
    CustomerId CustomerId, string Text, DateTimeOffset? Due = null, string? Within = null, CalendarId? CalendarId = null, StaffId? ResponsibleId = null,
    InteractionId? InteractionId = null, string? ExternalId = null, ComplaintId? ComplaintId = null, KeyAccountId? KeyAccountId = null) : ICommand<CommitmentDetails>
{
    public static readonly MakeCommitment Example = new(
        CustomerId.Parse("customer_01j00000000000000000000000", null), "Find out where the parcel is and call back", Within: "PT4H",
        ResponsibleId: StaffId.Parse("staff_01j00000000000000000000000", null));
}

internal sealed class MakeCommitmentValidator : AbstractValidator<MakeCommitment>
{
    public MakeCommitmentValidator()
    {
        RuleFor(x => x.Text).NotEmpty().MaximumLength(Commitment.TextMaxLength);
        RuleFor(x => x.Due).Must((x, due) => due is not null || x.Within is not null).Code("required", "A value is needed here.");
        RuleFor(x => x.Within!).Target().When(x => x.Within is not null);
        RuleFor(x => x.Within).Must((x, within) => within is null || x.Due is null).Code("due_twice", "Give due or within, not both.");
        RuleFor(x => x.CalendarId).Must((x, calendar) => calendar is null || x.Within is not null).Code("calendar_misplaced", "A calendar goes with within only.");
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class MakeCommitmentHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times, RunningClocks clocks)
    : ICommandHandler<MakeCommitment, CommitmentDetails>
{
    public async Task<Result<CommitmentDetails>> Handle(MakeCommitment command, CancellationToken ct)
    {
        if ((command.ResponsibleId ?? caller.StaffId) is not { } responsible)
        {
            return CommitmentErrors.ResponsibleNeeded;
        }
        var now = clock.GetUtcNow();
        var term = Term.Of(command.Due, command.Within, command.CalendarId, caller);
        if (await Known(command, responsible, term, ct) is not { } known)
        {
            return InteractionErrors.CustomerUnknown;
        }
        if (Refusal(known) is { } refusal)
        {
            return refusal;
        }
        if (term.Due(times, caller, known.Calendar, now).Failed(out var error, out var due))
        {
            return error;
        }
        var terms = new CommitmentTerms(
            command.CustomerId, command.Text, due, responsible, known.Manager ?? responsible, command.InteractionId, command.ExternalId, command.ComplaintId, command.KeyAccountId);
        if (Commitment.Make(terms, caller.StaffId, now).Failed(out error, out var commitment))
        {
            return error;
        }
        if (command.ComplaintId is { } complaint)
        {
            db.OnlyWhileOpen(complaint);
        }
        return (await db.Enter(commitment, clocks, caller, now, ct)).Failed(out error) ? error : CommitmentDetails.Of(commitment);
    }

    /// <summary>Everything that decides, in one query.</summary>
    private Task<KnownForCommitment?> Known(MakeCommitment command, StaffId responsible, Term term, CancellationToken ct)
    {
        var interactions = db.Interactions.SeenBy(caller).Where(i => i.Id == command.InteractionId);
        var staff = db.Staff.Where(s => s.Id == responsible && s.Active);
        var calendars = term.Calendars(db);
        var organisations = db.OrganisationsOf(command.CustomerId, caller.Today(clock));
        return db.Customers.Where(c => c.Id == command.CustomerId).Select(c => new KnownForCommitment
        {
            State = c.State,
            SurvivorId = c.SurvivorId,
            HasResponsible = staff.Any(),
            Manager = staff.Select(s => s.ManagerId).FirstOrDefault(),
            HasComplaint = command.ComplaintId == null || db.Complaints.Any(k => k.Id == command.ComplaintId && k.CustomerId == c.Id),
            HasAccount = command.KeyAccountId == null
                || db.KeyAccounts.Any(k => k.Id == command.KeyAccountId && k.EndedAt == null && (k.CustomerId == c.Id || organisations.Contains(k.CustomerId))),
            HasInteraction = command.InteractionId == null || interactions.Any(i => i.CustomerId == c.Id),
            CalendarVersion = calendars.Select(k => (int?)k.Version).FirstOrDefault(),
            CalendarContent = calendars.Select(k => k.Content).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
    }

    private static Error? Refusal(KnownForCommitment known) =>
        known.State == CustomerState.Deleted ? InteractionErrors.CustomerUnknown
        : CustomerStates.Refusal(known.State, known.SurvivorId) is { } inTheWay ? inTheWay
        : !known.HasResponsible ? CommitmentErrors.ResponsibleUnknown
        : !known.HasComplaint ? ComplaintErrors.ComplaintUnknown
        : !known.HasAccount ? CommitmentErrors.KeyAccountUnknown
        : !known.HasInteraction ? CommitmentErrors.InteractionUnknown
        : null;

    private sealed record KnownForCommitment
    {
        public required CustomerState State { get; init; }
        public required CustomerId? SurvivorId { get; init; }
        public required bool HasResponsible { get; init; }
        public required StaffId? Manager { get; init; }
        public required bool HasComplaint { get; init; }
        public required bool HasAccount { get; init; }
        public required bool HasInteraction { get; init; }
        public required int? CalendarVersion { get; init; }
        public required CalendarContent? CalendarContent { get; init; }

        public PresentCalendar? Calendar => CalendarVersion is { } version ? new() { Version = version, Content = CalendarContent! } : null;
    }
}
