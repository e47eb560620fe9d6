using Crm.Application.Calendars;
using Crm.Application.Clocks;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Policies;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

/// <summary>Another time for a promise, on which the customer agrees.</summary>
/// <param name="Reason">Why it is not kept as it was promised; 1 to 500 characters.</param>
/// <param name="CustomerAgreed">That the customer agreed; true, since without consent there is no other time.</param>
/// <param name="Due">The instant at which it is due now, in the future and within 3660 days. Give this or within.</param>
/// <param name="Within">How much time there is from now on: an ISO 8601 duration above zero and up to P3660D, as in PT4H.</param>
/// <param name="CalendarId">The calendar in whose open hours within counts; the tenant's default where absent, and all time where there is none.</param>
public sealed record RenegotiationBody(string Reason, bool CustomerAgreed, DateTimeOffset? Due = null, string? Within = null, CalendarId? CalendarId = null)
{
    public static readonly RenegotiationBody Example = new("The courier does not answer before tomorrow.", true, Within: "P1D");
}

public sealed record RenegotiateCommitment(CommitmentId Id, RenegotiationBody Body) : ICommand<CommitmentDetails>;

internal sealed class RenegotiationBodyValidator : AbstractValidator<RenegotiationBody>
{
    public RenegotiationBodyValidator()
    {
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(Commitment.ReasonMaxLength);
        RuleFor(x => x.CustomerAgreed).Equal(true).Code("customer_not_agreed", "Another time needs the customer's consent.");
        RuleFor(x => x.Due).Must((x, due) => due is not null || x.Within is not null).Code("required", "A value is needed here.");
        RuleFor(x => x.Within!).Target().When(x => x.Within is not null);
        RuleFor(x => x.Within).Must((x, within) => within is null || x.Due is null).Code("due_twice", "Give due or within, not both.");
        RuleFor(x => x.CalendarId).Must((x, calendar) => calendar is null || x.Within is not null).Code("calendar_misplaced", "A calendar goes with within only.");
    }
}

internal sealed class RenegotiateCommitmentHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times, RunningClocks clocks, IValidator<RenegotiationBody> validator)
    : ICommandHandler<RenegotiateCommitment, CommitmentDetails>
{
    public async Task<Result<CommitmentDetails>> Handle(RenegotiateCommitment command, CancellationToken ct)
    {
        var body = command.Body;
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        if ((await db.Commitments.Load(command.Id, default, ct)).Failed(out var error, out var commitment))
        {
            return error;
        }
        var now = clock.GetUtcNow();
        var term = Term.Of(body.Due, body.Within, body.CalendarId, caller);
        var calendar = term.CalendarId is null ? null
            : await term.Calendars(db).Select(c => new PresentCalendar { Version = c.Version, Content = c.Content }).FirstOrDefaultAsync(ct);
        if (term.Due(times, caller, calendar, now).Failed(out error, out var due)
            || commitment.Renegotiate(due, body.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        var subject = RecordId.Of(commitment.Id);
        if ((await clocks.Retarget(subject, Metric.Commitment, commitment.DueAt, commitment.CalendarId, commitment.CalendarVersion, ct)).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(commitment.CustomerId);
        db.Record(commitment, caller, now);
        await db.MoveWork(subject, commitment.DueAt, caller, now, ct);
        return CommitmentDetails.Of(commitment);
    }
}
