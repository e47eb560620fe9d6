using System.Text.Json.Serialization;
using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Referrals;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Referrals;

/// <summary>Somebody new whom a customer brings (S5-REFER-1). Either a prospect or lead that is known, or a person to be recorded as a lead.</summary>
/// <param name="ReferrerId">Who refers.</param>
/// <param name="ReferredId">Who is referred, where a prospect or lead is known.</param>
/// <param name="Person">Who is referred, to be recorded as a lead: a name, and how to reach them.</param>
/// <param name="SourceCode">The code of where the lead comes from, besides the referrer, such as a link, campaign or shop; at most 40 characters.</param>
public sealed record ReferCustomer(CustomerId ReferrerId, CustomerId? ReferredId = null, CustomerProfile? Person = null, string? SourceCode = null) : ICommand<ReferralDetails>
{
    public const int SourceCodeMaxLength = Referral.SourceMaxLength;

    /// <summary>Record the person even if the same one seems to be known. It comes from the query of the address.</summary>
    [JsonIgnore]
    public bool AllowDuplicate { get; init; }

    public static readonly ReferCustomer Example = new(
        CustomerDetails.Example.Id, null, new() { Kind = CustomerKind.Person, GivenName = "Sina", FamilyName = "Karimi", ContactPoints = [new(ContactPointKind.Email, "sina@example.org")] }, "invitation-link");
}

internal sealed class ReferCustomerValidator : AbstractValidator<ReferCustomer>
{
    public ReferCustomerValidator()
    {
        RuleFor(x => x.Person!).SetValidator(new CustomerProfileValidator()).When(x => x.Person is not null);
        RuleFor(x => x.Person).Must((x, person) => person is null == x.ReferredId is not null)
            .Code("referred_unclear", "Name who is referred by referredId, or describe a new person, exactly one of them.");
        RuleFor(x => x.SourceCode).MaximumLength(Referral.SourceMaxLength);
    }
}

internal sealed class ReferCustomerHandler(ICrmDb db, UnitOfWork work, AttributeValues attributes, ReferralsInUse inUse, Caller caller, TimeProvider clock)
    : ICommandHandler<ReferCustomer, ReferralDetails>
{
    public async Task<Result<ReferralDetails>> Handle(ReferCustomer command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await db.Customers.AsNoTracking().Where(c => c.Id == command.ReferrerId || c.Id == command.ReferredId).ToListAsync(ct);
        if (known.Find(c => c.Id == command.ReferrerId) is not { } referrer || referrer.TakesRecords().Failed(out var error) && error.Kind == ErrorKind.NotFound)
        {
            return ReferralErrors.ReferrerUnknown;
        }
        if (referrer.TakesRecords().Failed(out error) || (await Referred(command, known, now, ct)).Failed(out error, out var referred))
        {
            return error;
        }
        var ties = command.ReferredId is { } id ? await db.TiesOf(command.ReferrerId, id, ct) : ReferralTies.None;
        if (Referral.Make(referrer, referred, ties, command.SourceCode, caller.StaffId, now).Failed(out error, out var referral))
        {
            return error;
        }
        if (command.ReferredId is null)
        {
            Register(referred, command.AllowDuplicate, now);
        }
        else
        {
            db.OnlyWhileActive(referral.ReferredId);
        }
        db.OnlyWhileActive(referral.ReferrerId);
        db.Referrals.Add(referral);
        db.Tell(caller, referral.ReferrerId, "referral.made", referral.ResourceId, now, new { referredId = referral.ReferredId });
        db.Tell(caller, referral.ReferredId, "referral.received", referral.ResourceId, now, new { referrerId = referral.ReferrerId, sourceCode = referral.SourceCode });
        work.Afterwards(() => inUse.Forget(caller.Tenant.Number));
        return ReferralDetails.Of(referral);
    }

    private async Task<Result<Customer>> Referred(ReferCustomer command, List<Customer> known, DateTimeOffset now, CancellationToken ct)
    {
        if (command.Person is { } person)
        {
            return (await attributes.Accept(person.ProfileOnly(), null, ct)).Failed(out var error, out var profile)
                || Customer.Register(profile, Lifecycle.Lead, caller.Tenant.Settings.Country, caller.StaffId, now).Failed(out error, out var lead)
                ? error.Inside("/person") : lead;
        }
        return known.Find(c => c.Id == command.ReferredId) is not { } referred ? ReferralErrors.ReferredUnknown
            : !referred.TakesRecords().Failed(out var refusal) ? referred
            : refusal.Kind == ErrorKind.NotFound ? ReferralErrors.ReferredUnknown : refusal;
    }

    private void Register(Customer lead, bool allowDuplicate, DateTimeOffset now)
    {
        if (!allowDuplicate)
        {
            db.RefuseDuplicate(lead);
        }
        db.Customers.Add(lead);
        db.Tell(caller, lead.Id, "customer.registered", lead.ResourceId, now, new { lifecycle = lead.Lifecycle });
    }
}

internal static class ReferralReading
{
    /// <summary>What ties two customers: a household of points, a household or partnership among their relations, purchases, another referral. One query.</summary>
    public static Task<ReferralTies> TiesOf(this ICrmDb db, CustomerId referrer, CustomerId referred, CancellationToken ct)
    {
        var households = db.Relations.Where(r => !r.Removed && r.Kind == RelationKind.MemberOfHousehold);
        return db.Customers.Where(c => c.Id == referred).Select(c => new ReferralTies(
            db.Members.Any(m => m.CustomerId == referrer && db.Members.Any(o => o.HeadId == m.HeadId && o.CustomerId == referred))
            || db.Relations.Any(r => !r.Removed && (r.Kind == RelationKind.MemberOfHousehold || r.Kind == RelationKind.PartnerOf)
                && ((r.CustomerId == referrer && r.OtherCustomerId == referred) || (r.CustomerId == referred && r.OtherCustomerId == referrer)))
            || households.Any(r => r.CustomerId == referrer && households.Any(o => o.CustomerId == referred && o.OtherCustomerId == r.OtherCustomerId)),
            db.Purchases.Any(p => p.CustomerId == referred),
            db.Referrals.Where(r => r.ReferredId == referred && r.State != ReferralState.Withdrawn).Select(r => (ReferralId?)r.Id).FirstOrDefault())).FirstAsync(ct);
    }
}
