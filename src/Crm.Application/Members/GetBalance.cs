using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

public sealed record GetBalance(MemberId Id, bool Lots) : IQuery<MemberBalance>;

/// <summary>What a member has at this moment: expired points are none, whether the night has written it or not.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="AsOf">The moment.</param>
/// <param name="Available">The points that can be used; below zero where points are owed.</param>
/// <param name="Pending">Points that become usable later.</param>
/// <param name="Held">Points that wait for a review.</param>
/// <param name="Worth">What the available points are worth, where the programme says so.</param>
/// <param name="NextExpiry">The points that expire first, unless they are used.</param>
/// <param name="Lots">The points by when they came and go, the soonest to expire first; null unless they are asked for.</param>
public sealed record MemberBalance(
    MemberId MemberId, DateTimeOffset AsOf, long Available, long Pending, long Held, Money? Worth, ExpiringPoints? NextExpiry, IReadOnlyList<LotRow>? Lots)
{
    public static readonly MemberBalance Example = new(
        MemberDetails.ExampleId, ProgrammeDetails.ExampleTime, 180, 90, 0, new(90_000, "IRR"), new(30, ProgrammeDetails.ExampleTime.AddDays(40)), [LotRow.Example]);

    internal static MemberBalance Of(MemberId id, ProgrammeInForce programme, Balance balance, IReadOnlyList<LotRow>? lots, DateTimeOffset now) => new(
        id, now, balance.Available, balance.Pending, balance.Held,
        programme.Content.Worth is { } worthy ? new Money(worthy.Of(Math.Max(0, balance.Available)), programme.Content.Currency!) : null, balance.Next, lots);
}

/// <summary>Points that came in together.</summary>
/// <param name="Number">Its place among the member's lots, from 1.</param>
/// <param name="State">Whether they are usable, not yet, or wait for a review.</param>
/// <param name="Points">How many came in.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="EarnedAt">When they were earned.</param>
/// <param name="AvailableAt">When they became usable, or will.</param>
/// <param name="ExpiresAt">When they expire; null where they do not.</param>
/// <param name="Subject">The record that they came from.</param>
public sealed record LotRow(
    int Number, LotState State, long Points, long Remaining, DateTimeOffset EarnedAt, DateTimeOffset? AvailableAt, DateTimeOffset? ExpiresAt, RecordId? Subject)
{
    public static readonly LotRow Example = new(
        2, LotState.Active, 150, 30, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime.AddDays(40),
        RecordId.Parse("purchase_01j00000000000000000000000", null));

    /// <summary>Those of which something is left, in the order in which they are spent.</summary>
    internal static IReadOnlyList<LotRow> Of(Ledger view) =>
    [
        .. view.OpenLots.Select(l => new LotRow(l.Number, l.State, l.Points, l.Remaining, l.EarnedAt, l.AvailableAt, view.EndOf(l), l.Subject)),
    ];
}

/// <summary>The balance stands with the member until something happens by itself; only then, and where they are asked for, are the lots read.</summary>
internal sealed class GetBalanceHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : IQueryHandler<GetBalance, MemberBalance>
{
    private static readonly Read<MemberId, KnownBalance> ById = new((db, id) => db.Members.AsNoTracking().Where(m => m.Id == id).Select(m =>
        new KnownBalance(m.ProgrammeId, m.Available, m.Pending, m.Held, m.NextExpiring, m.NextExpiry, m.BalanceUntil)));

    public async Task<Result<MemberBalance>> Handle(GetBalance query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!query.Lots && await db.First(ById, query.Id, ct) is { } known && !(known.Until <= now))
        {
            return MemberBalance.Of(query.Id, (await programmes.Find(db, caller.Tenant.Number, known.ProgrammeId, ct))!, known.Balance, null, now);
        }
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == query.Id, ct) is not { } member)
        {
            return Error.NotFound<Member>();
        }
        var programme = (await programmes.Find(db, caller.Tenant.Number, member.ProgrammeId, ct))!;
        var view = member.View(programme.Content, now);
        return MemberBalance.Of(query.Id, programme, view.Balance, query.Lots ? LotRow.Of(view) : null, now);
    }

    private sealed record KnownBalance(ProgrammeId ProgrammeId, long Available, long Pending, long Held, long NextExpiring, DateTimeOffset? NextExpiry, DateTimeOffset? Until)
    {
        public Balance Balance => new(Available, Pending, Held, NextExpiry is { } at ? new(NextExpiring, at) : null);
    }
}
