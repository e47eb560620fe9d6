using Crm.Domain.Programmes;

namespace Crm.Domain.Members;

/// <summary>Two memberships of one customer in one programme become one, and two again where the customers do.</summary>
public sealed partial class Member
{
    /// <summary>The membership that this one has become a part of: its customer was merged into that one's.</summary>
    public MemberId? MergedIntoId { get; private set; }

    /// <summary>
    /// Takes over what the other membership has: points with their days, what is owed, the higher tier, and what counts towards tiers and caps. The other keeps its history and nothing else. One
    /// who had left and is merged with one who had not is a member again.
    /// </summary>
    public (LedgerChange Own, LedgerChange Theirs) Absorb(
        ProgrammeInForce programme, Member other, CustomerMergeId merge, long rolling, long rollingOfOther, DateTimeOffset now)
    {
        var (own, theirs) = (LedgerChange.Nothing, LedgerChange.Nothing);
        if (other.LeftAt is null)
        {
            LeftAt = null;
            if (programme.Content.Tiers is { } scheme)
            {
                TakeTier(scheme, other, programme.Content.DayOf(now), programme.Content);
            }
            Counters = [.. Counters.Concat(other.Counters).GroupBy(c => (c.Code, c.Since)).Select(g => new PeriodCounter(g.Key.Code, g.Key.Since, g.Sum(c => c.Points)))
                .GroupBy(c => c.Code).Select(g => g.MaxBy(c => c.Since)!)];
            (own, theirs) = TakeLedger(programme, other, merge.ToString(), rolling, rollingOfOther, now);
        }
        (other.MergedIntoId, other.DueAt) = (Id, null);
        other.Changed(now);
        other.Raise(new MemberMerged(other.Id, other.CustomerId, Id));
        return (own, theirs);
    }

    /// <summary>Takes over what came to the other membership after it had become a part of this one: by a redemption that was given back, say.</summary>
    public (LedgerChange Own, LedgerChange Theirs) CarryOver(ProgrammeInForce programme, Member other, string sourceKey, long rolling, long rollingOfOther, DateTimeOffset now) =>
        TakeLedger(programme, other, sourceKey, rolling, rollingOfOther, now);

    /// <summary>The customers are two again: what is left of the points that came by the merge goes back. Tier, and what was owed, stay here.</summary>
    /// <param name="entries">The numbers of the entries by which they came.</param>
    public (LedgerChange Own, LedgerChange Theirs) GiveUp(
        ProgrammeInForce programme, Member other, IReadOnlySet<int> entries, CustomerMergeId merge, long rolling, long rollingOfOther, DateTimeOffset now)
    {
        other.MergedIntoId = null;
        var (own, theirs) = (Open(programme), other.Open(programme));
        own.MoveLotsTo(theirs, l => entries.Contains(l.EntryNumber), $"{merge}:back", now);
        Keep(own, programme, rolling, now);
        other.Keep(theirs, programme, rollingOfOther, now);
        return (LedgerChange.Of(own), LedgerChange.Of(theirs));
    }

    private (LedgerChange Own, LedgerChange Theirs) TakeLedger(ProgrammeInForce programme, Member other, string sourceKey, long rolling, long rollingOfOther, DateTimeOffset now)
    {
        var (own, theirs) = (Open(programme), other.Open(programme));
        var moved = theirs.MoveLotsTo(own, _ => true, sourceKey, now);
        theirs.MoveDebtTo(own, $"{sourceKey}:owed", now);
        Keep(own, programme, rolling, now);
        other.Keep(theirs, programme, rollingOfOther, now);
        other.DueAt = null;
        if (moved > 0)
        {
            Raise(new PointsTransferred(other.Id, CustomerId, Id, moved));
        }
        return (LedgerChange.Of(own), LedgerChange.Of(theirs));
    }

    private void TakeTier(TierScheme scheme, Member other, DateOnly day, ProgrammeContent content)
    {
        var former = TierCode;
        Tier = Tier.At(scheme, day, content.DayOf(CreatedAt)).With(scheme, other.Tier.At(scheme, day, content.DayOf(other.CreatedAt)));
        if (TierCode is { } code && code != former)
        {
            Raise(new TierUpgraded(Id, CustomerId, code, former));
        }
    }
}
