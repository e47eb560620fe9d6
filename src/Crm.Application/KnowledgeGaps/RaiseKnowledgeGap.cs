using Crm.Application.Calendars;
using Crm.Application.Commitments;
using Crm.Application.Customers;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.KnowledgeGaps;
using Crm.Domain.Work;
using FluentValidation;
using MediatR;

namespace Crm.Application.KnowledgeGaps;

/// <summary>What a customer asked and nobody knew, and until when an answer is promised (S2-KNOW-1).</summary>
/// <param name="CustomerId">Who asked.</param>
/// <param name="Question">What was asked; 1 to 2000 characters.</param>
/// <param name="Due">The instant until which an answer is promised, in the future and within 3660 days. Give this or within.</param>
/// <param name="Within">How much time there is for it: an ISO 8601 duration above zero and up to P3660D, as in PT4H. A day of it is 24 open hours.</param>
/// <param name="CalendarId">The calendar in whose open hours within counts; the tenant's default where absent, and all time where there is none.</param>
/// <param name="OwnerId">The active member of staff who finds it out and keeps the promise; the caller's own where absent.</param>
/// <param name="InteractionId">The contact with this customer in which it was asked.</param>
/// <param name="ExternalId">Your own key for it, unique in the tenant; at most 100 characters.</param>
public sealed record RaiseKnowledgeGap(
    CustomerId CustomerId, string Question, DateTimeOffset? Due = null, string? Within = null, CalendarId? CalendarId = null, StaffId? OwnerId = null,
    InteractionId? InteractionId = null, string? ExternalId = null) : ICommand<KnowledgeGapDetails>
{
    public static readonly RaiseKnowledgeGap Example = new(
        Domain.Id<Domain.Customers.Customer>.Parse("customer_01j00000000000000000000000", null), "Does the guarantee cover a battery that was changed elsewhere?", Within: "P1D",
        OwnerId: Domain.Id<Domain.Staff.StaffMember>.Parse("staff_01j00000000000000000000000", null));
}

internal sealed class RaiseKnowledgeGapValidator : AbstractValidator<RaiseKnowledgeGap>
{
    public RaiseKnowledgeGapValidator()
    {
        RuleFor(x => x.Question).NotEmpty().MaximumLength(KnowledgeGap.QuestionMaxLength);
        RuleFor(x => x.Due).Must((x, due) => due is not null || x.Within is not null).Code("required", "A value is needed here.");
        RuleFor(x => x.Within!).Target().When(x => x.Within is not null);
        RuleFor(x => x.Within).Must((x, within) => within is null || x.Due is null).Code("due_twice", "Give due or within, not both.");
        RuleFor(x => x.CalendarId).Must((x, calendar) => calendar is null || x.Within is not null).Code("calendar_misplaced", "A calendar goes with within only.");
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

/// <summary>The promise is made by the handler that makes every promise, in the same save, so that all its rules hold.</summary>
internal sealed class RaiseKnowledgeGapHandler(ICrmDb db, Caller caller, TimeProvider time, IRequestHandler<MakeCommitment, Result<CommitmentDetails>> promises)
    : ICommandHandler<RaiseKnowledgeGap, KnowledgeGapDetails>
{
    public async Task<Result<KnowledgeGapDetails>> Handle(RaiseKnowledgeGap command, CancellationToken ct)
    {
        var promise = new MakeCommitment(
            command.CustomerId, command.Question.Trim().AtMost(Commitment.TextMaxLength), command.Due, command.Within, command.CalendarId, command.OwnerId, command.InteractionId);
        if ((await promises.Handle(promise, ct)).Failed(out var error, out var made))
        {
            return error.Pointer == "/responsibleId" ? error.About("/ownerId") : error;
        }
        var now = time.GetUtcNow();
        var gap = KnowledgeGap.RaiseGap(
            command.CustomerId, command.InteractionId, command.Question, made.Id, made.DueAt, made.ResponsibleId, command.ExternalId, caller.StaffId, now);
        db.KnowledgeGaps.Add(gap);
        var owner = new Owner(made.ResponsibleId, made.AccountableId, [AssignmentReason.ByName]);
        db.OpenWork(new(WorkKind.KnowledgeGap, RecordId.Of(gap.Id), gap.Question, owner) { CustomerId = gap.CustomerId, DueAt = gap.DueAt }, caller, now);
        db.Tell(caller, gap.CustomerId, "knowledge_gap.raised", gap.ResourceId, now, new { gap.Question, gap.DueAt });
        return KnowledgeGapDetails.Of(gap);
    }
}
