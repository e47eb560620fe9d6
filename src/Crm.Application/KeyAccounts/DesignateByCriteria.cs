using Crm.Application.Segments;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.KeyAccounts;
using Crm.Domain.Segments;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>Criteria that designate, after they were looked at.</summary>
/// <param name="Rule">Which customers: a rule as segments have it. Those who are key accounts already are left out.</param>
/// <param name="Expected">How many customers the preview told. Nothing is done where it are more or fewer by now.</param>
/// <param name="Terms">How each of them is cared for. An externalId cannot be the same for several.</param>
public sealed record DesignateByCriteria(SegmentRule Rule, int Expected, AccountTerms Terms) : ICommand<DesignatedAccounts>
{
    public static readonly DesignateByCriteria Example = new(SegmentRule.Example, 0, AccountTerms.Example);
}

/// <summary>The key accounts that criteria made.</summary>
/// <param name="Data">At most 100.</param>
public sealed record DesignatedAccounts(IReadOnlyList<KeyAccountDetails> Data)
{
    public static readonly DesignatedAccounts Example = new([KeyAccountDetails.Example]);
}

internal sealed class DesignateByCriteriaValidator : AbstractValidator<DesignateByCriteria>
{
    public DesignateByCriteriaValidator()
    {
        RuleFor(x => x.Rule).NotNull().SetValidator(new SegmentRuleValidator());
        RuleFor(x => x.Expected).InclusiveBetween(0, CriteriaNamed.Most);
        RuleFor(x => x.Terms).NotNull().SetValidator(new AccountTermsValidator());
        RuleFor(x => x.Terms.ExternalId).Must(id => id is null).Code("external_id_of_many", "One key cannot be that of several records. Leave it out.").When(x => x.Terms is not null);
    }
}

internal sealed class DesignateByCriteriaHandler(ICrmDb db, Caller caller, TimeProvider clock, Designations designations) : ICommandHandler<DesignateByCriteria, DesignatedAccounts>
{
    public async Task<Result<DesignatedAccounts>> Handle(DesignateByCriteria command, CancellationToken ct)
    {
        if (command.Rule.Check().Failed(out var error))
        {
            return error;
        }
        if (command.Terms.Check(caller.Today(clock)).Failed(out error))
        {
            return error.Inside("/terms");
        }
        var now = clock.GetUtcNow();
        var named = await db.CandidatesOf(command.Rule, now).Select(c => c.Id).Take(CriteriaNamed.Most + 1).ToListAsync(ct);
        if (named.Count > CriteriaNamed.Most)
        {
            return KeyAccountErrors.TooManyAtOnce;
        }
        if (named.Count != command.Expected)
        {
            return KeyAccountErrors.PreviewOutdated;
        }
        var team = command.Terms.Team.Select(m => m.StaffId).Distinct().ToList();
        if (await db.TeamRefusal(command.Terms, await db.Staff.CountAsync(s => team.Contains(s.Id) && s.Active, ct), ct) is { } left)
        {
            return left;
        }
        var made = new List<KeyAccount>(named.Count);
        foreach (var customer in named)
        {
            if (KeyAccount.Designate(customer, command.Terms, DesignationOrigin.ByCriteria, caller.Today(clock), caller.StaffId, now).Failed(out error, out var account))
            {
                return error;
            }
            designations.Enter(account);
            made.Add(account);
        }
        return new DesignatedAccounts([.. made.Select(KeyAccountDetails.Of)]);
    }
}

/// <summary>Whom criteria name: never who is a key account already.</summary>
internal static class CriteriaNamed
{
    public const int Most = 100;

    public static IQueryable<Customer> CandidatesOf(this ICrmDb db, SegmentRule rule, DateTimeOffset now) =>
        db.MembersOf(rule, now).Where(c => !db.KeyAccounts.Any(k => k.CustomerId == c.Id && k.EndedAt == null)).OrderBy(c => c.Id);
}
