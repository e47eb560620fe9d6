using Crm.Domain;
using Crm.Domain.Members;
using FluentValidation;

namespace Crm.Application.Members;

/// <summary>What a review of held points comes to.</summary>
/// <param name="Approve">Whether the points count; they are taken away where not.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record PointReviewBody(bool Approve, string Reason)
{
    public static readonly PointReviewBody Example = new(true, "Bought for the whole office.");
}

public sealed record ReviewPoints(MemberId Id, int Number, PointReviewBody Body) : ICommand<MemberDetails>, IHandledAgain;

internal sealed class PointReviewBodyValidator : AbstractValidator<PointReviewBody>
{
    public PointReviewBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(LedgerEntry.ReasonMaxLength);
}

internal sealed class ReviewPointsHandler(MemberLedgers ledgers, Caller caller, TimeProvider clock, IValidator<PointReviewBody> validator) : ICommandHandler<ReviewPoints, MemberDetails>
{
    public async Task<Result<MemberDetails>> Handle(ReviewPoints command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        if ((await ledgers.Load(command.Id, ct)).Failed(out var error, out var loaded)
            || loaded.Member.Review(
                loaded.Programme, command.Number, command.Body.Approve, FoldedText.Nfc(command.Body.Reason.Trim()), caller.StaffId, loaded.Rolling, clock.GetUtcNow())
                .Failed(out error, out var change))
        {
            return error;
        }
        ledgers.Keep(change);
        return MemberDetails.Of(loaded.Member);
    }
}
