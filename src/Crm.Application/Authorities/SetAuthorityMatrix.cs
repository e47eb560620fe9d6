using Crm.Domain;
using Crm.Domain.Authorities;
using Crm.Domain.Complaints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Authorities;

/// <summary>The rules of the matrix (S3-EMPOWER-1).</summary>
/// <param name="Rows">Every rule, at most 500, each level and kind once.</param>
public sealed record AuthorityMatrixBody(IReadOnlyList<AuthorityRule> Rows)
{
    public const int MaxRows = AuthorityMatrix.MaxRows;

    public static readonly AuthorityMatrixBody Example = new(
    [
        new(AuthorityRule.Everyone, RemedyKind.ApologyLetter),
        new("agent", RemedyKind.Refund, new(new Money(10_000, "EUR")), new(new Money(50_000, "EUR")), "P30D"),
        new("senior", RemedyKind.Points, new(Points: 5_000)),
    ]);
}

public sealed record SetAuthorityMatrix(AuthorityMatrixBody Body, IfMatch IfMatch) : ICommand<AuthorityMatrixDetails>;

internal sealed class AuthorityMatrixBodyValidator : AbstractValidator<AuthorityMatrixBody>
{
    public AuthorityMatrixBodyValidator()
    {
        RuleFor(x => x.Rows).AtMost(AuthorityMatrixBody.MaxRows);
        RuleForEach(x => x.Rows).SetValidator(new AuthorityRuleValidator());
    }
}

internal sealed class AuthorityRuleValidator : AbstractValidator<AuthorityRule>
{
    public AuthorityRuleValidator()
    {
        RuleFor(x => x.Role).NotEmpty().AuthorityCode();
        RuleFor(x => x.RemedyKind).IsInEnum();
        RuleFor(x => x.CapPerCase!).SetValidator(new AuthorityAmountValidator()).When(x => x.CapPerCase is not null);
        RuleFor(x => x.CapPerPeriod!).SetValidator(new AuthorityAmountValidator()).When(x => x.CapPerPeriod is not null);
        RuleFor(x => x.Period).MaximumLength(AuthorityRule.PeriodMaxLength);
    }
}

internal sealed class AuthorityAmountValidator : AbstractValidator<AuthorityAmount>
{
    public AuthorityAmountValidator()
    {
        RuleFor(x => x.Money!).SetValidator(new MoneyValidator()).When(x => x.Money is not null);
        RuleFor(x => x.Points).InclusiveBetween(0, Money.Most);
    }
}

internal static class AuthorityCodes
{
    public static IRuleBuilderOptions<T, string?> AuthorityCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(AuthorityRule.RoleMaxLength).Must(code => string.IsNullOrWhiteSpace(code) || code.Length > AuthorityRule.RoleMaxLength || AuthorityRule.IsRole(code))
            .Code("authority_invalid", "A level of authority has lower case letters, digits, - and _, begins with a letter and has at most 40 characters.");
}

internal sealed class SetAuthorityMatrixHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<AuthorityMatrixBody> validator)
    : ICommandHandler<SetAuthorityMatrix, AuthorityMatrixDetails>
{
    public async Task<Result<AuthorityMatrixDetails>> Handle(SetAuthorityMatrix command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var (rows, now) = (command.Body.Rows, clock.GetUtcNow());
        var matrix = await db.AuthorityMatrices.FirstOrDefaultAsync(ct);
        var version = matrix?.Version ?? AuthorityRules.ShippedVersion;
        if (!command.IfMatch.Allows(version))
        {
            return Error.Stale.At(version);
        }
        if (matrix is null)
        {
            if (AuthorityMatrix.Establish(caller.Tenant.Id, rows, now).Failed(out var refusal, out matrix))
            {
                return refusal;
            }
            db.AuthorityMatrices.Add(matrix);
        }
        else if (matrix.Revise(rows, now).Failed(out var error))
        {
            return error;
        }
        db.AuthorityMatrixVersions.Add(matrix.AsVersion(caller.StaffId));
        return AuthorityMatrixDetails.Of(matrix);
    }
}
