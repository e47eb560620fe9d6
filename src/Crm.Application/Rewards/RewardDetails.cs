using System.Linq.Expressions;
using Crm.Application.Programmes;
using Crm.Domain.Rewards;

namespace Crm.Application.Rewards;

/// <summary>A reward of the catalogue.</summary>
/// <param name="Id">The reward's id.</param>
/// <param name="Content">What it is and what it costs.</param>
/// <param name="RetiredAt">When it went out of use; null while it is offered.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it came into the catalogue.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record RewardDetails(
    RewardId Id, RewardContent Content, DateTimeOffset? RetiredAt, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly RewardId ExampleId = RewardId.Parse("reward_01j00000000000000000000000", null);

    public static readonly RewardDetails Example = new(ExampleId, RewardContent.Example, null, null, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime, 1);

    public static readonly Expression<Func<Reward, RewardDetails>> Projection = r => new RewardDetails(
        r.Id, r.Content, r.RetiredAt, r.ExternalId, r.CreatedAt, r.UpdatedAt, r.Version);

    private static readonly Func<Reward, RewardDetails> Compiled = Projection.Compile();

    public static RewardDetails Of(Reward reward) => Compiled(reward);
}

/// <summary>How many of a reward are left.</summary>
/// <param name="RewardId">The reward.</param>
/// <param name="Left">How many; null where it never runs out.</param>
public sealed record StockLeft(RewardId RewardId, long? Left)
{
    public static readonly StockLeft Example = new(RewardDetails.ExampleId, 49);
}

/// <summary>Points that a member spends on a reward.</summary>
/// <param name="Id">The redemption's id.</param>
/// <param name="RewardId">The reward.</param>
/// <param name="MemberId">The member.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Points">What it costs.</param>
/// <param name="EntryId">The entry of the ledger that took the points.</param>
/// <param name="State">Where it stands.</param>
/// <param name="HeldUntil">Until when it must be confirmed.</param>
/// <param name="ConfirmedAt">When it became certain.</param>
/// <param name="FulfilledAt">When the reward was handed over, or the voucher used.</param>
/// <param name="ReleasedAt">When points and reward went back.</param>
/// <param name="VoucherUntil">Until when its voucher is valid; null where there is none.</param>
/// <param name="CreatedAt">When it was reserved.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record RedemptionDetails(
    RedemptionId Id, RewardId RewardId, MemberId MemberId, CustomerId CustomerId, long Points, LedgerEntryId EntryId, RedemptionState State, DateTimeOffset HeldUntil,
    DateTimeOffset? ConfirmedAt, DateTimeOffset? FulfilledAt, DateTimeOffset? ReleasedAt, DateTimeOffset? VoucherUntil, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int Version) : IVersioned
{
    public static readonly RedemptionDetails Example = new(
        RedemptionId.Parse("redemption_01j00000000000000000000000", null), RewardDetails.ExampleId, Members.MemberDetails.ExampleId,
        Members.MemberDetails.Example.CustomerId, 120, Members.LedgerEntryRow.Example.Id, RedemptionState.Reserved, ProgrammeDetails.ExampleTime.AddMinutes(30), null, null, null,
        null, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime, 1);

    public static readonly Expression<Func<Redemption, RedemptionDetails>> Projection = r => new RedemptionDetails(
        r.Id, r.RewardId, r.MemberId, r.CustomerId, r.Points, r.EntryId, r.State, r.HeldUntil, r.ConfirmedAt, r.FulfilledAt, r.ReleasedAt, r.VoucherUntil, r.CreatedAt, r.UpdatedAt, r.Version);

    private static readonly Func<Redemption, RedemptionDetails> Compiled = Projection.Compile();

    public static RedemptionDetails Of(Redemption redemption) => Compiled(redemption);
}

/// <summary>A redemption that is certain, and its voucher.</summary>
/// <param name="Redemption">The redemption.</param>
/// <param name="VoucherCode">The code of the voucher, where the reward has one: told now and never again.</param>
public sealed record ConfirmedRedemption(RedemptionDetails Redemption, string? VoucherCode) : IVersioned
{
    int IVersioned.Version => Redemption.Version;

    public static readonly ConfirmedRedemption Example = new(
        RedemptionDetails.Example with { State = RedemptionState.Confirmed, ConfirmedAt = ProgrammeDetails.ExampleTime }, "7Q2M4ZD-0A8R3KT-V5N6WYB-1CEGH");
}
