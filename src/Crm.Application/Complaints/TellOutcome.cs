using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;
using MediatR;

namespace Crm.Application.Complaints;

/// <summary>Whether it is solved, and how that compares with what the customer expected (S4-NEEDS-1).</summary>
/// <param name="Solved">Yes closes the complaint as confirmed; no opens it again, and the customer is heard anew (S1-HELP-9). No counts for 14 days after its end, too.</param>
/// <param name="Rating">1 far below what was expected, 3 as expected, 5 far above. Below 3 the expectation is missed, above 3 exceeded.</param>
/// <param name="Words">What else the customer says; at most 2,000 characters.</param>
public sealed record OutcomeBody(bool Solved, int Rating, string? Words = null)
{
    public const int WordsMaxLength = FollowUpContact.NoteMaxLength;

    public static readonly OutcomeBody Example = new(true, 4, "The new one works. Thank you.");
}

public sealed record TellOutcome(string Token, OutcomeBody Body) : ICommand<TrackedComplaint>, IHandledAgain;

internal sealed class OutcomeBodyValidator : AbstractValidator<OutcomeBody>
{
    public OutcomeBodyValidator()
    {
        RuleFor(x => x.Rating).InclusiveBetween(Complaint.LowestRating, Complaint.HighestRating);
        RuleFor(x => x.Words).MaximumLength(FollowUpContact.NoteMaxLength);
    }
}

internal sealed class TellOutcomeHandler(
    TrackedComplaints tracked, TimeProvider clock, IValidator<OutcomeBody> validator, IRequestHandler<FollowUpComplaint, Result<ComplaintDetails>> followUp,
    IRequestHandler<ReopenComplaint, Result<Upserted<ComplaintDetails>>> reopening)
    : ICommandHandler<TellOutcome, TrackedComplaint>
{
    public async Task<Result<TrackedComplaint>> Handle(TellOutcome command, CancellationToken ct)
    {
        var body = command.Body;
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        var now = clock.GetUtcNow();
        return (await tracked.Find(command.Token, ct)).Failed(out var error, out var complaint)
            || complaint.RateOutcome(body.Rating, IntakeChannel.Web, now).Failed(out error)
            || (await Take(complaint, body, now, ct)).Failed(out error)
            ? error
            : await tracked.Show(complaint, ct);
    }

    /// <summary>The same as a follow-up contact has; where it was closed already, what is not solved after all opens it again.</summary>
    private async Task<Result> Take(Complaint complaint, OutcomeBody body, DateTimeOffset now, CancellationToken ct)
    {
        if (!body.Solved && complaint.MayBeReopened(now))
        {
            var reason = string.IsNullOrWhiteSpace(body.Words) ? "Not solved." : body.Words;
            return (await reopening.Handle(new(complaint.Id, new(reason, IntakeChannel.Web)), ct)).Failed(out var error, out _) ? error : Result.Done;
        }
        var answer = new FollowUpBody(IntakeChannel.Web, body.Solved ? FollowUpAnswer.Solved : FollowUpAnswer.NotSolved, body.Words);
        return (await followUp.Handle(new(complaint.Id, answer), ct)).Failed(out var refused, out _) ? refused : Result.Done;
    }
}
