using System.Linq.Expressions;
using Crm.Application.Customers;
using Crm.Application.Programmes;
using Crm.Domain.Referrals;

namespace Crm.Application.Referrals;

/// <summary>Somebody brought somebody new.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="ReferrerId">Who referred.</param>
/// <param name="ReferredId">Who was referred: the lead.</param>
/// <param name="SourceCode">The code of where the lead came from, besides the referrer.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PurchaseId">The first purchase, where that made a customer of the lead.</param>
/// <param name="SettledAt">When it came to its end.</param>
/// <param name="Points">The points that the referrer earned; each is an entry about this referral.</param>
/// <param name="By">Who entered it; null for an integration.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record ReferralDetails(
    ReferralId Id, CustomerId ReferrerId, CustomerId ReferredId, string? SourceCode, ReferralState State, PurchaseId? PurchaseId, DateTimeOffset? SettledAt, long Points, StaffId? By,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly ReferralDetails Example = new(
        ReferralId.Parse("referral_01j00000000000000000000000", null), CustomerDetails.Example.Id, CustomerId.Parse("customer_01j00000000000000000000001", null), "invitation-link",
        ReferralState.Open, null, null, 0, null, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime, 1);

    public static readonly Expression<Func<Referral, ReferralDetails>> Projection = r => new ReferralDetails(
        r.Id, r.ReferrerId, r.ReferredId, r.SourceCode, r.State, r.PurchaseId, r.SettledAt, r.Points, r.By, r.CreatedAt, r.UpdatedAt, r.Version);

    private static readonly Func<Referral, ReferralDetails> Compiled = Projection.Compile();

    public static ReferralDetails Of(Referral referral) => Compiled(referral);
}
