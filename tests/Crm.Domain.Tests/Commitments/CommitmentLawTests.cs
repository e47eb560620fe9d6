using Crm.Domain.Calendars;
using Crm.Domain.Commitments;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Commitments;

[Trait("Requirement", "S1-HELP-7")]
public sealed class CommitmentLawTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void The_state_is_what_the_log_comes_to() => Seeds.Holds(seed =>
    {
        var (commitment, log) = Lived(seed, _ => { });
        return CommitmentStanding.Of(log) == commitment.Standing && log.Select(e => e.Number).SequenceEqual(Enumerable.Range(1, log.Count));
    });

    [Fact]
    public void It_is_broken_at_most_once_and_that_is_never_taken_back() => Seeds.Holds(seed =>
    {
        var brokenAt = new List<DateTimeOffset?>();
        var (commitment, log) = Lived(seed, c => brokenAt.Add(c.BrokenAt));
        var first = brokenAt.FindIndex(b => b is not null);
        return log.Count(e => e.Kind == CommitmentEventKind.Broken) == commitment.Events.OfType<CommitmentBroken>().Count()
            && log.Count(e => e.Kind == CommitmentEventKind.Broken) == (commitment.BrokenAt is null ? 0 : 1)
            && (first < 0 || brokenAt.Skip(first).All(b => b == brokenAt[first]));
    });

    [Fact]
    public void It_is_kept_only_in_time_and_kept_late_only_when_broken() => Seeds.Holds(seed =>
    {
        var (c, log) = Lived(seed, _ => { });
        return c.State switch
        {
            CommitmentState.Open => c.BrokenAt is null && c.KeptAt is null,
            CommitmentState.Kept => c.KeptAt < c.DueAt && c.BrokenAt is null && c.LatenessMilliseconds is null,
            CommitmentState.KeptLate => c.KeptAt >= c.DueAt && c.BrokenAt == c.DueAt && c.LatenessMilliseconds == (long)(c.KeptAt!.Value - c.DueAt).TotalMilliseconds,
            CommitmentState.Broken => c.BrokenAt == c.DueAt && c.KeptAt is null,
            _ => c.BrokenAt is null && c.KeptAt is null && log[^1].Kind == CommitmentEventKind.Withdrawn,
        };
    });

    /// <summary>Both instants of every renegotiation stand in the log, and the last one is due.</summary>
    [Fact]
    public void No_instant_that_was_agreed_is_lost() => Seeds.Holds(seed =>
    {
        var (commitment, log) = Lived(seed, _ => { });
        var agreed = log.Where(e => e.DueAt is not null).Select(e => e.DueAt!.Value).ToList();
        return agreed.Count == commitment.Renegotiations + 1 && agreed[0] == commitment.FirstDueAt && agreed[^1] == commitment.DueAt;
    });

    /// <summary>A promise to which anything happens in any order, refused or not, while time passes.</summary>
    private static (Commitment Commitment, IReadOnlyList<CommitmentEvent> Log) Lived(int seed, Action<Commitment> look)
    {
        var random = new Random(seed);
        var now = Start;
        var terms = new CommitmentTerms(CustomerId.New(now), "Call back", new(now.AddMinutes(random.Next(1, 300))), StaffId.New(now), StaffId.New(now));
        var commitment = Commitment.Make(terms, null, now).Value;
        for (var step = random.Next(30); step > 0; step--)
        {
            now = now.AddMinutes(random.Next(60));
            _ = random.Next(8) switch
            {
                0 => commitment.Fulfil("Done", OpenTime.Always, null, now),
                1 => commitment.Withdraw("No need", null, now),
                2 or 3 or 4 => commitment.Renegotiate(new(now.AddMinutes(random.Next(-10, 300))), "Later", null, now),
                _ => commitment.Break(now) ? Result.Done : CommitmentErrors.AlreadyBroken,
            };
            look(commitment);
        }
        return (commitment, commitment.Added);
    }
}
