using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.KeyAccounts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

internal sealed class AccountTermsValidator : AbstractValidator<AccountTerms>
{
    public const string TierForm = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public AccountTermsValidator()
    {
        RuleFor(x => x.Tier).NotEmpty().MaximumLength(AccountTerms.TierMaxLength).Matches(TierForm);
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(AccountTerms.ReasonMaxLength);
        RuleFor(x => x.Team).NotEmpty().AtMost(AccountTerms.MaxTeam);
        RuleForEach(x => x.Team).NotNull().SetValidator(new AccountTeamMemberValidator());
        RuleFor(x => x.Cadence!).SetValidator(new AccountCadenceValidator()).When(x => x.Cadence is not null);
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class AccountTeamMemberValidator : AbstractValidator<AccountTeamMember>
{
    public AccountTeamMemberValidator() => RuleFor(x => x.Role).IsInEnum();
}

internal sealed class AccountCadenceValidator : AbstractValidator<AccountCadence>
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1), Most = TimeSpan.FromDays(366);

    public AccountCadenceValidator()
    {
        RuleFor(x => x.Every).NotEmpty().MaximumLength(Durations.MaxLength)
            .Must(every => string.IsNullOrEmpty(every) || (Durations.TryParse(every, out var time) && time >= Least && time <= Most))
            .Code("cadence_invalid", "A cadence is an ISO 8601 duration from PT1H to P366D, as in P30D.");
        RuleFor(x => x.Channel).IsInEnum();
    }
}

/// <summary>What every change of a key account leaves behind.</summary>
internal static class KeyAccountRecords
{
    /// <summary>Adds the events of this unit of work to the log, and tells the customer's timeline.</summary>
    public static void Record(this ICrmDb db, KeyAccount account, Caller caller, DateTimeOffset now)
    {
        db.KeyAccountEvents.AddRange(account.Added);
        foreach (var happened in account.Added)
        {
            db.Tell(caller, account.CustomerId, "key_account." + Word(happened.Kind), account.ResourceId, now, new { happened.Tier, happened.ManagerId });
        }
    }

    /// <summary>Who of a team does not work here, or why the customer cannot be designated: null where nothing is in the way. One query, and another one only for a refusal.</summary>
    public static async Task<Error?> TeamRefusal(this ICrmDb db, AccountTerms terms, int active, CancellationToken ct)
    {
        var ids = terms.Team.Select(m => m.StaffId).Distinct().ToList();
        if (active == ids.Count)
        {
            return null;
        }
        var here = await db.Staff.Where(s => ids.Contains(s.Id) && s.Active).Select(s => s.Id).ToListAsync(ct);
        var gone = terms.Team.First(m => !here.Contains(m.StaffId));
        return (gone.Role == AccountRole.ExecutiveSponsor ? KeyAccountErrors.SponsorLeft : KeyAccountErrors.MemberLeft).With(gone.StaffId.ToString());
    }

    private static string Word(KeyAccountEventKind kind) => kind switch
    {
        KeyAccountEventKind.Designated => "designated",
        KeyAccountEventKind.Ended => "ended",
        KeyAccountEventKind.ContactLapsed => "contact_lapsed",
        KeyAccountEventKind.ContactResumed => "contact_resumed",
        KeyAccountEventKind.Reviewed => "reviewed",
        KeyAccountEventKind.Merged => "merged",
        KeyAccountEventKind.Unmerged => "unmerged",
        _ => "revised",
    };
}
