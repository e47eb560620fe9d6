using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

public sealed record GetBalance(MemberId Id) : IQuery<MemberBalance>;

/// <summary>What a member has at this moment, reckoned from the lots: expired points are none, whether the night has written it or not.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="AsOf">The moment.</param>
/// <param name="Available">The points that can be used; below zero where points are owed.</param>
/// <param name="Pending">Points that become usable later.</param>
/// <param name="Held">Points that wait for a review.</param>
/// <param name="Worth">What the available points are worth, where the programme says so.</param>
/// <param name="NextExpiry">The points that expire first, unless they are used.</param>
/// <param name="Lots">The points by when they came and go, the soonest to expire first.</param>
public sealed record MemberBalance(
    MemberId MemberId, DateTimeOffset AsOf, long Available, long Pending, long Held, Money? Worth, ExpiringPoints? NextExpiry, IReadOnlyList<LotRow> Lots)
{
    public static readonly MemberBalance Example = new(
        MemberDetails.ExampleId, ProgrammeDetails.ExampleTime, 180, 90, 0, new(90_000, "IRR"), new(30, ProgrammeDetails.ExampleTime.AddDays(40)), [LotRow.Example]);
}

/// <summary>Points that expire together.</summary>
/// <param name="Points">How many.</param>
/// <param name="At">When: at the midnight after the last day on which they are usable.</param>
public sealed record ExpiringPoints(long Points, DateTimeOffset At);

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
}

internal sealed class GetBalanceHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : IQueryHandler<GetBalance, MemberBalance>
{
    private static readonly Read<MemberId, KnownBalance> ById = new((db, id) => db.Members.AsNoTracking().Where(m => m.Id == id).Select(m => new KnownBalance(
        m.ProgrammeId, m.EntryCount, m.LotCount, m.Deficit, m.LapsesAt, m.LapsedAt, m.Lots.Where(l => l.Remaining > 0).ToList())));

    public async Task<Result<MemberBalance>> Handle(GetBalance query, CancellationToken ct) =>
        await db.First(ById, query.Id, ct) is { } known && await programmes.Find(db, caller.Tenant.Number, known.ProgrammeId, ct) is { } programme
            ? Of(query.Id, programme, Member.View(query.Id, programme.Content, known.Standing, known.Lots, clock.GetUtcNow()), clock.GetUtcNow())
            : Error.NotFound<Member>();

    internal static MemberBalance Of(MemberId id, ProgrammeInForce programme, Ledger view, DateTimeOffset now)
    {
        var lots = view.Lots.Where(l => l.Remaining > 0).OrderBy(l => view.EndOf(l) ?? DateTimeOffset.MaxValue).ThenBy(l => l.EarnedAt).ThenBy(l => l.Number).ToList();
        var next = lots.Where(l => l.State == LotState.Active && view.EndOf(l) is not null).GroupBy(l => view.EndOf(l)!.Value).MinBy(g => g.Key);
        var worth = programme.Content.Worth is { } worthy ? new Money(worthy.Of(Math.Max(0, view.Available)), programme.Content.Currency!) : null;
        return new(
            id, now, view.Available, view.Pending, view.Held, worth, next is null ? null : new(next.Sum(l => l.Remaining), next.Key),
            [.. lots.Select(l => new LotRow(l.Number, l.State, l.Points, l.Remaining, l.EarnedAt, l.AvailableAt, view.EndOf(l), l.Subject))]);
    }

    private sealed record KnownBalance(
        ProgrammeId ProgrammeId, int EntryCount, int LotCount, long Deficit, DateTimeOffset? LapsesAt, DateTimeOffset? LapsedAt, List<Lot> Lots)
    {
        public LedgerStanding Standing => new(EntryCount, LotCount, Deficit, LapsesAt, LapsedAt);
    }
}
