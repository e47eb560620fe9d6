using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>An event to be asked about. Nothing is earned.</summary>
/// <param name="Event">What happened.</param>
/// <param name="MemberId">Whose tier and caps count; as for a new member where absent.</param>
/// <param name="At">When; now where absent.</param>
/// <param name="Amount">How much money, where there is any.</param>
/// <param name="Channel">The code of where; at most 40 characters.</param>
/// <param name="Code">The code of a custom event; at most 60 characters.</param>
/// <param name="Lines">What was bought, at most 200 lines.</param>
public sealed record ExaminationBody(
    EarningEvent Event, MemberId? MemberId = null, DateTimeOffset? At = null, Money? Amount = null, string? Channel = null, string? Code = null,
    IReadOnlyList<ExaminedLine>? Lines = null)
{
    public static readonly ExaminationBody Example = new(EarningEvent.Purchase, null, ProgrammeDetails.ExampleTime, new(900_000, "IRR"), "web");
}

/// <summary>One article of what was bought.</summary>
/// <param name="Sku">The article's code; 1 to 60 characters.</param>
/// <param name="Amount">What was paid for it, in the minor unit.</param>
/// <param name="Category">The code of its category; at most 60 characters.</param>
public sealed record ExaminedLine(string Sku, long Amount, string? Category = null)
{
    public const int SkuMaxLength = Domain.Purchases.PurchaseLine.SkuMaxLength;
    public const int CategoryMaxLength = Domain.Purchases.PurchaseLine.CategoryMaxLength;
}

/// <summary>What an event would earn, and why.</summary>
/// <param name="Points">The points in all.</param>
/// <param name="Refused">Whether it would be refused as a whole, since one event may not earn so much.</param>
/// <param name="Rules">What each rule comes to, in the order of the programme.</param>
/// <param name="ProgrammeVersion">The version of the programme that decides.</param>
public sealed record EarningExamination(long Points, bool Refused, IReadOnlyList<RuleOutcome> Rules, int ProgrammeVersion)
{
    public static readonly EarningExamination Example = new(
        90, false, [new("purchase", RuleVerdict.Earned, null, 900_000, 100, 90, 90), new("review", RuleVerdict.EventOther)], 1);
}

public sealed record ExamineEarning(ProgrammeId Id, ExaminationBody Body) : IQuery<EarningExamination>;

internal sealed class ExaminationBodyValidator : AbstractValidator<ExaminationBody>
{
    public ExaminationBodyValidator()
    {
        RuleFor(x => x.Event).IsInEnum();
        RuleFor(x => x.Amount!).SetValidator(new MoneyValidator()).When(x => x.Amount is not null);
        RuleFor(x => x.Channel).MaximumLength(Domain.Purchases.PurchaseContent.ChannelMaxLength);
        RuleFor(x => x.Code).MaximumLength(EarningCondition.ValueMaxLength);
        RuleFor(x => x.Lines).AtMost(Domain.Purchases.PurchaseContent.MaxLines);
        RuleForEach(x => x.Lines).ChildRules(l =>
        {
            l.RuleFor(x => x.Sku).NotEmpty().MaximumLength(Domain.Purchases.PurchaseLine.SkuMaxLength);
            l.RuleFor(x => x.Amount).InclusiveBetween(0, Money.Most / Domain.Purchases.PurchaseContent.MaxLines);
            l.RuleFor(x => x.Category).MaximumLength(Domain.Purchases.PurchaseLine.CategoryMaxLength);
        });
    }
}

internal sealed class ExamineEarningHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes, IValidator<ExaminationBody> validator)
    : IQueryHandler<ExamineEarning, EarningExamination>
{
    public async Task<Result<EarningExamination>> Handle(ExamineEarning query, CancellationToken ct)
    {
        var (body, now) = (query.Body, clock.GetUtcNow());
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        if (await programmes.Find(db, caller.Tenant.Number, query.Id, ct) is not { } programme)
        {
            return Error.NotFound<Programme>();
        }
        var facts = new EarningFacts(
            body.Event, body.At ?? now, body.Amount?.Amount, body.Amount?.Currency, body.Channel, body.Code, null,
            [.. (body.Lines ?? []).Select(l => new EarningLine(l.Sku, l.Category, l.Amount))])
        { CampaignsLeft = await db.CampaignsLeft(programme, body.Event, ct) };
        if (body.MemberId is { } id)
        {
            var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.ProgrammeId == query.Id, ct);
            return member is null ? MemberErrors.Unknown : Of(member.Decide(programme, facts, now), programme);
        }
        return Of(EarningDecision.Of(programme.Content, facts, [], programme.Content.MostBalance), programme);
    }

    private static EarningExamination Of(EarningDecision decision, ProgrammeInForce programme) =>
        new(decision.Points, decision.Refused, decision.Rules, programme.Version);
}
