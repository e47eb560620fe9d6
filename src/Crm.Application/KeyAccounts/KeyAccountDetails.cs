using System.Linq.Expressions;
using Crm.Application.Customers;
using Crm.Domain.KeyAccounts;

namespace Crm.Application.KeyAccounts;

/// <summary>A customer who is cared for by plan.</summary>
/// <param name="Id">The key account's id.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Origin">Whether somebody designated it, or criteria did.</param>
/// <param name="Tier">The tier, by which policies and segments ask.</param>
/// <param name="Reason">Why the customer is a key account; empty after the customer was erased.</param>
/// <param name="ReviewOn">The day on which it is looked at again.</param>
/// <param name="ManagerId">The account manager.</param>
/// <param name="SponsorId">The executive sponsor.</param>
/// <param name="Team">Everybody who cares for it.</param>
/// <param name="Cadence">How often we turn to it.</param>
/// <param name="LapsedAt">Since when contact is overdue; null while it is not.</param>
/// <param name="EndedAt">When it ended; null while it stands.</param>
/// <param name="EndReason">Why it ended; the merge's id where the customer's record was merged into one that is a key account itself.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When the customer was designated.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record KeyAccountDetails(
    KeyAccountId Id, CustomerId CustomerId, DesignationOrigin Origin, string Tier, string Reason, DateOnly ReviewOn, StaffId ManagerId, StaffId? SponsorId,
    IReadOnlyList<AccountTeamMember> Team, AccountCadence? Cadence, DateTimeOffset? LapsedAt, DateTimeOffset? EndedAt, string? EndReason, string? ExternalId,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly KeyAccountId ExampleId = KeyAccountId.Parse("key_account_01j00000000000000000000000", null);
    internal static readonly StaffId ExampleManager = StaffId.Parse("staff_01j00000000000000000000000", null);
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    public static readonly KeyAccountDetails Example = new(
        ExampleId, CustomerDetails.Example.Id, DesignationOrigin.ByHand, AccountTerms.Example.Tier, AccountTerms.Example.Reason, AccountTerms.Example.ReviewOn,
        ExampleManager, null, AccountTerms.Example.Team, AccountTerms.Example.Cadence, null, null, null, null, Morning, Morning, 1);

    public static readonly Expression<Func<KeyAccount, KeyAccountDetails>> Projection = k => new KeyAccountDetails(
        k.Id, k.CustomerId, k.Origin, k.Tier, k.Reason, k.ReviewOn, k.ManagerId, k.SponsorId, k.Team, k.Cadence, k.LapsedAt, k.EndedAt, k.EndReason, k.ExternalId,
        k.CreatedAt, k.UpdatedAt, k.Version);

    private static readonly Func<KeyAccount, KeyAccountDetails> Compiled = Projection.Compile();

    public static KeyAccountDetails Of(KeyAccount account) => Compiled(account);
}
