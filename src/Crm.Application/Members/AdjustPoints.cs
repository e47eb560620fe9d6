using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Members;
using FluentValidation;

namespace Crm.Application.Members;

/// <summary>Points to be given, or taken, by hand.</summary>
/// <param name="Points">How many: above zero to give, below zero to take.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="Qualifies">Whether points that are given count for tiers.</param>
public sealed record AdjustmentBody(long Points, string Reason, bool Qualifies = false)
{
    public static readonly AdjustmentBody Example = new(200, "The till was out of order when she bought.");
}

public sealed record AdjustPoints(MemberId Id, AdjustmentBody Body) : ICommand<LedgerEntryRow>, IHandledAgain;

internal sealed class AdjustmentBodyValidator : AbstractValidator<AdjustmentBody>
{
    public AdjustmentBodyValidator()
    {
        RuleFor(x => x.Points).InclusiveBetween(-Money.Most, Money.Most);
        RuleFor(x => x.Points).NotEqual(0).Code("points_zero", "Points above or below zero are needed.");
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(LedgerEntry.ReasonMaxLength);
    }
}

internal sealed class AdjustPointsHandler(ICrmDb db, MemberLedgers ledgers, Caller caller, TimeProvider clock, IValidator<AdjustmentBody> validator)
    : ICommandHandler<AdjustPoints, LedgerEntryRow>
{
    public async Task<Result<LedgerEntryRow>> Handle(AdjustPoints command, CancellationToken ct)
    {
        var (body, now) = (command.Body, clock.GetUtcNow());
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        if ((await ledgers.Load(command.Id, ct)).Failed(out var error, out var loaded)
            || loaded.Member.Adjust(
                loaded.Programme, body.Points, body.Qualifies, $"adjustment:{LedgerEntryId.New(now)}", null, body.Reason, caller.StaffId, loaded.Rolling, now).Failed(out error, out var done))
        {
            return error;
        }
        ledgers.Keep(done.Change);
        db.Tell(caller, loaded.Member.CustomerId, "points.adjusted", done.Entry.Id.ToString(), now, new { points = body.Points });
        return LedgerEntryRow.Of(done.Entry);
    }
}
