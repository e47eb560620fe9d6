using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Segments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Segments;

/// <summary>On which channel and what for.</summary>
public sealed record ReachSegment : IQuery<SegmentReach>
{
    /// <summary>The segment.</summary>
    public SegmentId Id { get; init; }

    /// <summary>The channel, one; email where absent.</summary>
    public Choices<ContactChannel>? Channel { get; init; }

    /// <summary>What the contact is for, a code of consents such as marketing; service, which needs no consent, where absent.</summary>
    public string? Purpose { get; init; }
}

/// <summary>Why somebody is not contacted: a wish to be left alone, a consent that was withdrawn, one that was never given, nothing to be reached by. The first that holds counts.</summary>
public enum ReachExclusion { WishesNoContact, ConsentWithdrawn, ConsentMissing, NoContactPoint }

/// <summary>How many customers of a segment may be contacted, and why the others may not (S4-ALL-1).</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">What the contact is for.</param>
/// <param name="Members">How many customers belong.</param>
/// <param name="Reachable">How many of them may be contacted and can be.</param>
/// <param name="Excluded">How many are left out for each reason, each customer under one; all four reasons, also where there is nobody.</param>
/// <param name="At">When they were counted.</param>
public sealed record SegmentReach(
    SegmentId SegmentId, ContactChannel Channel, string Purpose, long Members, long Reachable, IReadOnlyList<ReachExcluded> Excluded, DateTimeOffset At)
{
    public static readonly SegmentReach Example = new(SegmentDetails.ExampleId, ContactChannel.Email, "marketing", 10_240, 7_900,
        [new(ReachExclusion.WishesNoContact, 140), new(ReachExclusion.ConsentWithdrawn, 700), new(ReachExclusion.ConsentMissing, 1_200), new(ReachExclusion.NoContactPoint, 300)],
        new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero));
}

/// <summary>Customers that are left out for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Customers">How many.</param>
public sealed record ReachExcluded(ReachExclusion Reason, long Customers);

internal sealed class ReachSegmentHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<ReachSegment, SegmentReach>
{
    public async Task<Result<SegmentReach>> Handle(ReachSegment query, CancellationToken ct)
    {
        var (channel, purpose) = (query.Channel?.Values[0] ?? ContactChannel.Email, query.Purpose ?? ConsentContent.Service);
        if (query.Channel?.Values.Count > 1)
        {
            return SegmentQueryErrors.ChannelAmbiguous;
        }
        if (!ConsentContent.IsPurpose(purpose))
        {
            return SegmentQueryErrors.PurposeInvalid;
        }
        if (await db.RuleOf(query.Id, ct) is not { } rule)
        {
            return Error.NotFound<Segment>();
        }
        var now = clock.GetUtcNow();
        var counted = await db.MembersOf(rule, now).Select(SegmentMembers.Reached(channel, purpose, now)).GroupBy(_ => 1).Select(g => new
        {
            Members = g.LongCount(),
            Heard = g.LongCount(r => !r.Silent),
            Withdrawn = g.LongCount(r => !r.Silent && r.Withdrawn),
            Allowed = g.LongCount(r => !r.Silent && r.Allowed),
            Reachable = g.LongCount(r => !r.Silent && r.Allowed && r.Addressed),
        }).FirstOrDefaultAsync(ct) ?? new { Members = 0L, Heard = 0L, Withdrawn = 0L, Allowed = 0L, Reachable = 0L };
        return new SegmentReach(query.Id, channel, purpose, counted.Members, counted.Reachable,
        [
            new(ReachExclusion.WishesNoContact, counted.Members - counted.Heard), new(ReachExclusion.ConsentWithdrawn, counted.Withdrawn),
            new(ReachExclusion.ConsentMissing, counted.Heard - counted.Allowed - counted.Withdrawn), new(ReachExclusion.NoContactPoint, counted.Allowed - counted.Reachable),
        ], now);
    }
}

public static class SegmentQueryErrors
{
    public static readonly Error ChannelAmbiguous = new Error(ErrorKind.Invalid, "channel_ambiguous", "One channel is asked at a time, since each has its own consents.").About("/channel");

    public static readonly Error PurposeInvalid = new Error(ErrorKind.Invalid, "purpose_invalid", "A purpose is a code of at most 40 letters, digits, - and _ that begins with a letter, as in consents.").About("/purpose");
}
