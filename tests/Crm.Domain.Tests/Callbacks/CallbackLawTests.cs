using Crm.Domain.Callbacks;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Callbacks;

[Trait("Requirement", "S2-CALLBACK-1")]
public sealed class CallbackLawTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void The_state_is_what_the_log_comes_to() => Seeds.Holds(seed =>
    {
        var (callback, log) = Lived(seed, _ => { });
        return CallbackStanding.Of(log) == callback.Standing && log.Select(e => e.Number).SequenceEqual(Enumerable.Range(1, log.Count));
    });

    [Fact]
    public void Each_window_is_missed_at_most_once_at_its_end_and_only_without_an_attempt_in_it() => Seeds.Holds(seed =>
    {
        var (callback, log) = Lived(seed, _ => { });
        CallbackWindow window = default;
        var (missed, tried, sound) = (false, false, true);
        foreach (var e in log)
        {
            if (e.WindowTo is { } to)
            {
                (window, missed, tried) = (new(e.WindowFrom!.Value, to, e.TimeZone!), false, false);
            }
            tried |= e.Kind == CallbackEventKind.Attempted && window.Holds(e.At);
            if (e.Kind == CallbackEventKind.Missed)
            {
                sound &= !missed && !tried && e.At == window.To;
                missed = true;
            }
        }
        return sound && callback.Events.OfType<CallbackMissed>().Count() == callback.MissedWindows;
    });

    [Fact]
    public void A_miss_is_never_taken_back_and_late_is_only_what_was_missed() => Seeds.Holds(seed =>
    {
        var seen = new List<DateTimeOffset?>();
        var (callback, log) = Lived(seed, c => seen.Add(c.MissedAt));
        var first = seen.FindIndex(m => m is not null);
        return (first < 0 || seen.Skip(first).All(m => m == seen[first]))
            && (callback.State != CallbackState.ReachedLate || (callback.ReachedAt >= callback.WindowTo && log[^2].Kind != CallbackEventKind.Rescheduled))
            && (callback.State != CallbackState.Reached || callback.ReachedAt < callback.WindowTo || callback.TriedAt is not null);
    });

    /// <summary>A callback to which anything happens in any order, refused or not, while time passes.</summary>
    private static (Callback Callback, IReadOnlyList<CallbackEvent> Log) Lived(int seed, Action<Callback> look)
    {
        var (random, now) = (new Random(seed), Start);
        CallbackWindow Window()
        {
            var from = now.AddMinutes(random.Next(-30, 120));
            return new(from, from.AddMinutes(random.Next(0, 200)), "Asia/Tehran");
        }
        var terms = new CallbackTerms(
            CustomerId.New(now), new PhoneNumber("+982188001234"), new(now, now.AddMinutes(random.Next(1, 200)), "Asia/Tehran"), "x", CallbackOrigin.Requested, Priority.Normal, StaffId.New(now));
        Assert.False(Callback.Request(terms, null, now).Failed(out _, out var callback));
        for (var step = 0; step < 30; step++)
        {
            now = now.AddMinutes(random.Next(0, 60));
            switch (random.Next(12))
            {
                case < 4: callback.Attempt((AttemptOutcome)random.Next(1, 5), "n", null, null, now); break;
                case 4 when random.Next(3) == 0: callback.Attempt(AttemptOutcome.Reached, null, null, null, now); break;
                case 5 or 6: callback.Reschedule(Window(), null, "r", null, now); break;
                case 7 when random.Next(6) == 0: callback.Cancel("c", null, now); break;
                case 8: callback.GiveTo(StaffId.New(now), null, now); break;
                default: callback.Miss(now); break;
            }
            look(callback);
        }
        return (callback, callback.Added);
    }
}
