using Crm.Application.Members;
using Crm.Domain;
using Crm.Domain.Gestures;
using FluentValidation;

namespace Crm.Application.Gestures;

/// <summary>What a second person says to a gesture.</summary>
/// <param name="Approve">Whether it is given.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record GestureDecisionBody(bool Approve, string Reason)
{
    public static readonly GestureDecisionBody Example = new(true, "A loyal customer, and the second parcel that was lost.");
}

public sealed record DecideGesture(GestureId Id, GestureDecisionBody Body) : ICommand<GestureDetails>, IHandledAgain;

internal sealed class GestureDecisionBodyValidator : AbstractValidator<GestureDecisionBody>
{
    public GestureDecisionBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Gesture.ReasonMaxLength);
}

internal sealed class DecideGestureHandler(ICrmDb db, MemberLedgers ledgers, Caller caller, TimeProvider clock, IValidator<GestureDecisionBody> validator)
    : ICommandHandler<DecideGesture, GestureDetails>
{
    public async Task<Result<GestureDetails>> Handle(DecideGesture command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        if ((await db.Gestures.Load(command.Id, default, ct)).Failed(out var error, out var gesture)
            || gesture.Decide(command.Body.Approve, command.Body.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        if (gesture is { State: GestureState.Granted, MemberId: { } member }
            && ((await ledgers.Load(member, ct)).Failed(out error, out var loaded) || ledgers.Pay(gesture, loaded, caller, now).Failed(out error)))
        {
            return error;
        }
        return GestureDetails.Of(gesture);
    }
}
