using Crm.Domain.Work;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Work;

[Trait("Requirement", "S3-OWNER-1")]
public sealed class WorkOwnershipLawTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly StaffId[] People = [.. Enumerable.Range(0, 4).Select(_ => StaffId.New(Start))];

    /// <summary>The intervals of ownership begin with the opening, touch, and have one owner each; the last is the present owner's and goes on.</summary>
    [Fact]
    public void At_every_instant_there_is_exactly_one_owner() => Seeds.Holds(seed =>
    {
        var (item, seen) = Lived(seed);
        var intervals = WorkStanding.Intervals(item.Added);
        var tiled = intervals[0].From == Start && intervals[^1].To is null && intervals[^1].Owner == item.OwnerId
            && intervals.Zip(intervals.Skip(1)).All(p => p.First.To == p.Second.From && p.First.Owner != p.Second.Owner);
        return tiled && intervals.All(i => i.Owner is not null)
            && seen.All(s => intervals.Count(i => i.From <= s.At && (i.To is null || s.At < i.To)) == 1)
            && seen.All(s => intervals.Single(i => i.From <= s.At && (i.To is null || s.At < i.To)).Owner == s.Owner);
    });

    [Fact]
    public void Owner_and_state_are_what_the_log_comes_to() => Seeds.Holds(seed =>
    {
        var (item, _) = Lived(seed);
        return WorkStanding.Of(item.Added) == item.Standing && item.Added.Select(e => e.Number).SequenceEqual(Enumerable.Range(1, item.Added.Count));
    });

    /// <summary>A proposal, a refusal, a withdrawal and a time-out move nothing; each hand-over has exactly one end, or waits.</summary>
    [Fact]
    public void Nothing_moves_until_a_hand_over_is_accepted() => Seeds.Holds(seed =>
    {
        var (item, _) = Lived(seed);
        var moves = item.Added.Where(e => e.Kind is WorkEventKind.Assigned or WorkEventKind.HandOverAccepted or WorkEventKind.Reassigned).ToList();
        int Count(params WorkEventKind[] kinds) => item.Added.Count(e => kinds.Contains(e.Kind));
        return moves.Count == item.Events.OfType<WorkOwnerChanged>().Count() && moves.Count == item.Transfers
            && item.Returns == Count(WorkEventKind.HandOverDeclined, WorkEventKind.HandOverTimedOut)
            && Count(WorkEventKind.HandOverProposed) == item.Returns + Count(WorkEventKind.HandOverAccepted, WorkEventKind.HandOverWithdrawn) + (item.HandOver is null ? 0 : 1)
            && (item.HandOver is null || (item.State == WorkState.Open && item.HandOver.ToId != item.OwnerId))
            && moves.Where(m => m.Kind == WorkEventKind.HandOverAccepted).All(m => item.Added.Last(e => e.Number < m.Number && e.Kind == WorkEventKind.HandOverProposed).To == m.To);
    });

    [Fact]
    public void What_nobody_owned_is_owned_from_the_first_who_comes()
    {
        var item = WorkItem.Open(WorkKind.Task, null, null, WorkContent.Example, null, null, Start);
        Assert.Null(item.OwnerId);
        Assert.Equal("work.unowned", Code(item.ProposeHandOver(People[0], "Know this", Start.AddHours(1), null, Start)));
        item.Reassign(new(People[0], People[1], [AssignmentReason.WasUnowned]), Start.AddMinutes(5));
        Assert.Equal((People[0], People[1], 0), (item.OwnerId!.Value, item.AccountableId!.Value, item.Transfers));
        Assert.Equal([null, People[0]], WorkStanding.Intervals(item.Added).Select(i => i.Owner));
    }

    [Fact]
    public void People_change_it_at_most_three_hundred_times_and_can_always_close_it()
    {
        var item = WorkItem.Open(WorkKind.Task, null, null, WorkContent.Example, new(People[0], People[0], []), null, Start);
        for (var i = 1; item.EventCount < WorkItem.MaxEvents; i++)
        {
            Assert.False(item.Assign(new(People[i % 2], People[0], []), null, null, Start.AddMinutes(i)).Failed(out _));
        }
        Assert.Equal("work.changed_too_often", item.Assign(new(People[3], People[0], []), null, null, Start.AddDays(1)).Failed(out var error) ? error.Code : "");
        Assert.False(item.Close(true, null, null, Start.AddDays(1)).Failed(out _));
    }

    private static string Code(Result result) => result.Failed(out var error) ? error.Code : "";

    /// <summary>Work to which anything happens in any order, refused or not, while time passes; and who owned it when it was looked at.</summary>
    private static (WorkItem Item, IReadOnlyList<(DateTimeOffset At, StaffId? Owner)> Seen) Lived(int seed)
    {
        var random = new Random(seed);
        var now = Start;
        StaffId Anybody() => People[random.Next(People.Length)];
        var item = WorkItem.Open(WorkKind.Task, null, null, WorkContent.Example, new(Anybody(), Anybody(), [AssignmentReason.ByName]), null, now);
        var seen = new List<(DateTimeOffset, StaffId?)> { (now, item.OwnerId) };
        for (var step = random.Next(40); step > 0; step--)
        {
            now = now.AddMinutes(random.Next(1, 90));
            switch (random.Next(14))
            {
                case 0: item.Assign(new(Anybody(), Anybody(), [AssignmentReason.ByName]), null, null, now); break;
                case 1: item.Reassign(new(Anybody(), Anybody(), [AssignmentReason.OwnerLeft]), now); break;
                case 2 or 3 or 4 or 5: item.ProposeHandOver(Anybody(), "Know this", now.AddMinutes(random.Next(1, 300)), null, now); break;
                case 6 or 7: item.AcceptHandOver(Anybody(), null, now); break;
                case 8: item.DeclineHandOver("Busy", null, now); break;
                case 9: item.WithdrawHandOver(null, now); break;
                case 10: item.TimeOutHandOver(now); break;
                case 11: item.Close(random.Next(2) == 0, null, null, now); break;
                case 12: item.Reopen("Again", null, now); break;
                default: item.Revise(WorkContent.Example, null, now); break;
            }
            seen.Add((now, item.OwnerId));
        }
        return (item, seen);
    }
}
