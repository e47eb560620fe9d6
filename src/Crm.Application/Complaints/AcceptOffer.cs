using Crm.Application.Calendars;
using Crm.Application.Clocks;
using Crm.Application.Commitments;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>That the customer accepts an offer (S1-HELP-6).</summary>
/// <param name="Channel">On which way they said so.</param>
public sealed record OfferAcceptanceBody(IntakeChannel Channel)
{
    public static readonly OfferAcceptanceBody Example = new(IntakeChannel.Phone);
}

public sealed record AcceptOffer(ComplaintId Id, OfferId OfferId, OfferAcceptanceBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class OfferAcceptanceBodyValidator : AbstractValidator<OfferAcceptanceBody>
{
    public OfferAcceptanceBodyValidator() => RuleFor(x => x.Channel).IsInEnum();
}

internal sealed class AcceptOfferHandler(ICrmDb db, PracticeSteps steps, Caller caller, OpenTimes times, RunningClocks clocks, IValidator<OfferAcceptanceBody> validator)
    : ICommandHandler<AcceptOffer, ComplaintDetails>
{
    /// <summary>How much time there is for what was accepted where the offer says nothing.</summary>
    private const string UsualTime = "P7D";

    public Task<Result<ComplaintDetails>> Handle(AcceptOffer command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, async (loaded, now) =>
        {
            var complaint = loaded.Complaint;
            return complaint.AcceptOffer(command.OfferId, command.Body.Channel, caller.StaffId, now).Failed(out var error, out var accepted) ? error
                : accepted.Offer is { } offer ? await Promise(complaint, offer, now, ct) : Result.Done;
        }, ct);

    /// <summary>One promise for each remedy, by whoever owns the complaint, in the same transaction (S1-HELP-7).</summary>
    private async Task<Result> Promise(Complaint complaint, Offer offer, DateTimeOffset now, CancellationToken ct)
    {
        // Without a customer there is no offer, and without an owner no step.
        var (owner, customer) = (complaint.OwnerId!.Value, complaint.CustomerId!.Value);
        var term = Term.Of(null, offer.Within ?? UsualTime, null, caller);
        var calendars = term.Calendars(db);
        var known = await db.Staff.Where(s => s.Id == owner).Select(s => new
        {
            s.ManagerId,
            Version = calendars.Select(k => (int?)k.Version).FirstOrDefault(),
            Content = calendars.Select(k => k.Content).FirstOrDefault(),
        }).FirstAsync(ct);
        var calendar = known.Version is { } version ? new PresentCalendar { Version = version, Content = known.Content! } : null;
        if (term.Due(times, caller, calendar, now).Failed(out var error, out var due))
        {
            return error;
        }
        var number = complaint.RemedyCount - offer.Remedies.Count;
        foreach (var remedy in offer.Remedies)
        {
            var terms = new CommitmentTerms(customer, remedy.Text, due, owner, known.ManagerId ?? owner, ComplaintId: complaint.Id);
            if (Commitment.Make(terms, caller.StaffId, now).Failed(out error, out var commitment))
            {
                return error;
            }
            if ((await db.Enter(commitment, clocks, caller, now, ct)).Failed(out error))
            {
                return error;
            }
            db.ComplaintRemedies.Add(new()
            {
                ComplaintId = complaint.Id, Number = ++number, OfferId = offer.Id.Value, Kind = remedy.Kind, Amount = remedy.Amount?.Amount, Currency = remedy.Amount?.Currency,
                Points = remedy.Points, CommitmentId = commitment.Id, AcceptedAt = now,
            });
        }
        return Result.Done;
    }
}
