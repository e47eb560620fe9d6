using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

public sealed record GetLiability(ProgrammeId Id) : IQuery<ProgrammeLiability>;

/// <summary>What a programme owes its members at this moment.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="AsOf">The moment.</param>
/// <param name="Members">How many members have usable points.</param>
/// <param name="Available">The points that are usable, of all members together; who owes points has none.</param>
/// <param name="Pending">Points that become usable later.</param>
/// <param name="Held">Points that wait for a review.</param>
/// <param name="Owed">Points that members owe; nothing of the liability.</param>
/// <param name="Points">So many points ...</param>
/// <param name="Amount">... are worth so much, in the minor unit; null where the programme does not say what points are worth.</param>
/// <param name="ExpectedRedemptionPercent">How much of what is there is expected to be redeemed.</param>
/// <param name="Liability">The liability, rounded down; null where the programme does not say what points are worth.</param>
/// <param name="PendingLiability">The same of what is pending or held.</param>
/// <param name="Formula">How it is reckoned.</param>
public sealed record ProgrammeLiability(
    ProgrammeId ProgrammeId, DateTimeOffset AsOf, int Members, long Available, long Pending, long Held, long Owed, long? Points, long? Amount, int ExpectedRedemptionPercent,
    Money? Liability, Money? PendingLiability, string Formula)
{
    public const string Reckoning = "liability = sum(available) * expectedRedemptionPercent / 100 * amount / points";

    public static readonly ProgrammeLiability Example = new(
        ProgrammeDetails.ExampleId, ProgrammeDetails.ExampleTime, 1200, 480_000, 60_000, 0, 900, 1, 500, 80, new(192_000_000, "IRR"), new(24_000_000, "IRR"), Reckoning);
}

internal sealed class GetLiabilityHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : IQueryHandler<GetLiability, ProgrammeLiability>
{
    public async Task<Result<ProgrammeLiability>> Handle(GetLiability query, CancellationToken ct)
    {
        if (await programmes.Find(db, caller.Tenant.Number, query.Id, ct) is not { } programme)
        {
            return Error.NotFound<Programme>();
        }
        var (content, now) = (programme.Content, clock.GetUtcNow());
        var sums = await db.PointsOf(programme, now, ct);
        Money? Worth(Int128 points) => content.Worth is { } worth ? new(worth.Expected(points, content.ExpectedRedemptionPercent), content.Currency!) : null;
        return new ProgrammeLiability(
            query.Id, now, sums.Members, sums.Available, sums.Pending, sums.Held, sums.Owed, content.Worth?.Points, content.Worth?.Amount, content.ExpectedRedemptionPercent, Worth(sums.Available),
            Worth((Int128)sums.Pending + sums.Held), ProgrammeLiability.Reckoning);
    }
}

/// <summary>What the members of a programme have together.</summary>
internal sealed record PointSums(int Members, long Available, long Pending, long Held, long Owed)
{
    public static readonly PointSums None = new(0, 0, 0, 0, 0);

    public PointSums And(Balance one) => new(
        Members + (one.Available > 0 ? 1 : 0), Available + Math.Max(0, one.Available), Pending + one.Pending, Held + one.Held, Owed + Math.Max(0, -one.Available));
}

internal static class LiabilityReading
{
    /// <summary>Of most members the balance that is kept holds; of those to whom something has happened by itself since then it is reckoned, whether a night has written it or not.</summary>
    public static async Task<PointSums> PointsOf(this ICrmDb db, ProgrammeInForce programme, DateTimeOffset now, CancellationToken ct)
    {
        var members = db.Members.AsNoTracking().Where(m => m.ProgrammeId == programme.Id);
        var sums = await members.Where(m => m.BalanceUntil == null || m.BalanceUntil > now).GroupBy(m => m.ProgrammeId).Select(g => new PointSums(
            g.Sum(m => m.Available > 0 ? 1 : 0), g.Sum(m => m.Available > 0 ? m.Available : 0), g.Sum(m => m.Pending), g.Sum(m => m.Held), g.Sum(m => m.Available < 0 ? -m.Available : 0)))
            .FirstOrDefaultAsync(ct) ?? PointSums.None;
        await foreach (var member in members.Where(m => m.BalanceUntil <= now).AsAsyncEnumerable().WithCancellation(ct))
        {
            sums = sums.And(member.View(programme.Content, now).Balance);
        }
        return sums;
    }
}
