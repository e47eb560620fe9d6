using Crm.Domain;
using Crm.Domain.Authorities;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Authorities;

/// <summary>A remedy to be asked about. Nothing is granted.</summary>
/// <param name="StaffId">The member of staff who would grant it.</param>
/// <param name="Kind">The kind of remedy.</param>
/// <param name="Amount">How much money, for every kind but points; absent for what has no amount, such as a letter.</param>
/// <param name="Points">How many points, for the kind points only; from 0 to 9007199254740991.</param>
/// <param name="GrantedInCase">What was granted of this kind in the same case before; nothing where absent.</param>
/// <param name="GrantedInPeriod">What the member of staff granted of this kind in the rule's period up to now; nothing where absent.</param>
public sealed record ExamineAuthority(
    StaffId StaffId, RemedyKind Kind, Money? Amount = null, long? Points = null, AuthorityAmount? GrantedInCase = null, AuthorityAmount? GrantedInPeriod = null)
    : IQuery<AuthorityExamination>
{
    public static readonly ExamineAuthority Example = new(
        StaffId.Parse("staff_01j00000000000000000000000", null), RemedyKind.Refund, new Money(12_000, "EUR"), GrantedInPeriod: new(new Money(20_000, "EUR")));
}

/// <summary>What would come of a remedy, and why.</summary>
/// <param name="Outcome">Whether it would be granted at once or need approval.</param>
/// <param name="Reasons">Why it needs approval; none where it is granted.</param>
/// <param name="Authority">The level of the member of staff.</param>
/// <param name="Rule">The rule that decides; null where there is none for this level and kind.</param>
/// <param name="MatrixVersion">The version of the matrix that decides; 0 is what ships.</param>
public sealed record AuthorityExamination(AuthorityOutcome Outcome, IReadOnlyList<AuthorityReason> Reasons, string Authority, AuthorityRule? Rule, int MatrixVersion)
{
    public static readonly AuthorityExamination Example = new(
        AuthorityOutcome.NeedsApproval, [new(AuthorityReason.OverCapPerCase, new(new Money(10_000, "EUR")), new(new Money(10_000, "EUR")))], "agent",
        AuthorityMatrixBody.Example.Rows[1], 1);
}

internal sealed class ExamineAuthorityValidator : AbstractValidator<ExamineAuthority>
{
    public ExamineAuthorityValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Amount!).SetValidator(new MoneyValidator()).When(x => x.Amount is not null);
        RuleFor(x => x.Amount).Must((x, amount) => amount is null || x.Kind != RemedyKind.Points)
            .Code("amount_unit_misplaced", "The kind points is measured in points, every other kind in money.");
        RuleFor(x => x.Points).InclusiveBetween(0, Money.Most);
        RuleFor(x => x.Points).Must((x, points) => points is null || x.Kind == RemedyKind.Points)
            .Code("amount_unit_misplaced", "The kind points is measured in points, every other kind in money.");
        RuleFor(x => x.GrantedInCase).SetValidator(new AuthorityAmountValidator()!).Must(IsClear).Code("amount_unclear", "Exactly one of money and points says how much.");
        RuleFor(x => x.GrantedInPeriod).SetValidator(new AuthorityAmountValidator()!).Must(IsClear).Code("amount_unclear", "Exactly one of money and points says how much.");
    }

    private static bool IsClear(AuthorityAmount? amount) => amount?.IsClear() != false;
}

internal sealed class ExamineAuthorityHandler(ICrmDb db, Caller caller) : IQueryHandler<ExamineAuthority, AuthorityExamination>
{
    public async Task<Result<AuthorityExamination>> Handle(ExamineAuthority query, CancellationToken ct)
    {
        var known = await db.Staff.Where(s => s.Id == query.StaffId && s.Active).Select(s => new
        {
            s.AuthorityCode,
            Version = db.AuthorityMatrices.Select(m => (int?)m.Version).FirstOrDefault(),
            Rows = db.AuthorityMatrices.Select(m => m.Rows).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (known is null)
        {
            return CommitmentErrors.ResponsibleUnknown.About("/staffId");
        }
        var level = known.AuthorityCode ?? Domain.Staff.StaffProfile.UsualAuthority;
        var amount = query.Amount is { } money ? new AuthorityAmount(money) : query.Points is { } points ? new AuthorityAmount(Points: points) : null;
        var decision = Authority.Decide(caller.InForce(known.Version, known.Rows), level, query.Kind, amount, Listed(query.GrantedInCase), Listed(query.GrantedInPeriod));
        return new AuthorityExamination(decision.Outcome, decision.Reasons, level, decision.Rule, decision.MatrixVersion);
    }

    private static AuthorityAmount[] Listed(AuthorityAmount? amount) => amount is null ? [] : [amount];
}
