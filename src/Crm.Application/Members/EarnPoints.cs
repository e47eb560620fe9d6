using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using FluentValidation;

namespace Crm.Application.Members;

/// <summary>Something that a member did, and that may earn points. Purchases are told as purchases.</summary>
/// <param name="Event">What it was: review, birthday, referral or custom.</param>
/// <param name="Source">Your own key for it, by which it counts once; 1 to 100 characters.</param>
/// <param name="At">When; now where absent, and at most 5 minutes in the future.</param>
/// <param name="Amount">How much money, where there is any.</param>
/// <param name="Channel">The code of where; at most 40 characters.</param>
/// <param name="Code">The code of a custom event; at most 60 characters.</param>
public sealed record EarningBody(EarningEvent Event, string Source, DateTimeOffset? At = null, Money? Amount = null, string? Channel = null, string? Code = null)
{
    public const int SourceMaxLength = 100;

    public static readonly EarningBody Example = new(EarningEvent.Review, "review-4711");
}

/// <summary>What an event earned, and why.</summary>
/// <param name="Points">The points in all.</param>
/// <param name="Rules">What each rule came to, in the order of the programme.</param>
/// <param name="Entries">The entries that were written.</param>
/// <param name="ProgrammeVersion">The version of the programme that decided.</param>
public sealed record EarningAnswer(long Points, IReadOnlyList<RuleOutcome> Rules, IReadOnlyList<LedgerEntryRow> Entries, int ProgrammeVersion)
{
    public static readonly EarningAnswer Example = new(
        50, [new("purchase", RuleVerdict.EventOther), new("review", RuleVerdict.Earned, null, null, 100, 50, 50)], [LedgerEntryRow.Example], 1);
}

public sealed record EarnPoints(MemberId Id, EarningBody Body) : ICommand<EarningAnswer>, IHandledAgain;

internal sealed class EarningBodyValidator : AbstractValidator<EarningBody>
{
    public EarningBodyValidator()
    {
        RuleFor(x => x.Event).IsInEnum();
        RuleFor(x => x.Event).NotEqual(EarningEvent.Purchase).Code("event_is_purchase", "A purchase is told by POST /v1/purchases, so that it can come back.");
        RuleFor(x => x.Source).NotEmpty().MaximumLength(EarningBody.SourceMaxLength);
        RuleFor(x => x.Amount!).SetValidator(new MoneyValidator()).When(x => x.Amount is not null);
        RuleFor(x => x.Channel).MaximumLength(Domain.Purchases.PurchaseContent.ChannelMaxLength);
        RuleFor(x => x.Code).MaximumLength(EarningCondition.ValueMaxLength);
    }
}

internal sealed class EarnPointsHandler(MemberLedgers ledgers, Caller caller, TimeProvider clock, IValidator<EarningBody> validator) : ICommandHandler<EarnPoints, EarningAnswer>
{
    public async Task<Result<EarningAnswer>> Handle(EarnPoints command, CancellationToken ct)
    {
        var (body, now) = (command.Body, clock.GetUtcNow());
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        if ((await ledgers.Load(command.Id, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        var facts = new EarningFacts(body.Event, body.At ?? now, body.Amount?.Amount, body.Amount?.Currency, body.Channel, body.Code);
        var earned = new Earned(facts, $"event:{FoldedText.Nfc(body.Source.Trim())}", By: caller.StaffId);
        if ((await ledgers.Earn(loaded, earned, ct)).Failed(out error, out var done))
        {
            return error;
        }
        return new EarningAnswer(done.Decision.Points, done.Decision.Rules, [.. done.Change.Entries.Select(LedgerEntryRow.Of)], loaded.Programme.Version);
    }
}
