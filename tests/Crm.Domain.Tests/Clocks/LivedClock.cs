using Crm.Domain.Calendars;
using Crm.Domain.Clocks;
using Crm.Domain.Policies;
using Crm.Domain.Tests.Calendars;

namespace Crm.Domain.Tests.Clocks;

/// <summary>A clock to which anything happened in any order, and beside it what was accepted, from which everything is reckoned a second time.</summary>
internal sealed class LivedClock
{
    public static readonly Rung[] Rungs = [new(50, EscalationLevel.Owner), new(75, EscalationLevel.Lead), new(100, EscalationLevel.Manager), new(150, EscalationLevel.Executive, true)];

    private readonly List<(DateTimeOffset From, DateTimeOffset? To, bool Waits)> stands = [];
    private readonly TimeSpan? mostPause;
    private readonly TimeSpan target;

    private LivedClock(AnyCalendar calendar, int looksBetween)
    {
        var random = new Random(calendar.Seed);
        Open = calendar.OpenTime;
        Start = calendar.Around.AddMinutes(random.Next(-2000, 500));
        (Now, target) = (Start, TimeSpan.FromMinutes(random.Next(1, 1200)));
        mostPause = random.Next(3) == 0 ? TimeSpan.FromMinutes(random.Next(30, 600)) : null;
        var terms = new ClockTerms(target, PausedIn: [WaitState.WaitingCustomer], MostPause: mostPause, Rungs: Rungs);
        var purpose = new ClockPurpose(null, Metric.ResolutionTotal, 1, null, new(ClockSubject.Request, Metric.ResolutionTotal));
        if (Clock.Start(purpose, terms, Open, Start, null, Now).Failed(out _, out var clock))
        {
            // The calendar never opens for long enough: one that always does.
            Open = OpenTime.Always;
            clock = Clock.Start(purpose, terms, Open, Start, null, Now).Value;
        }
        Clock = clock;
        Log.AddRange(clock.TakeAdded());
        for (var step = random.Next(14); step > 0; step--)
        {
            var pass = random.Next(500);
            for (var look = 1; look <= looksBetween; look++)
            {
                clock.CatchUp(Open, Now.AddMinutes(pass * look / (looksBetween + 1.0)));
                Log.AddRange(clock.TakeAdded());
            }
            Now = Now.AddMinutes(pass);
            Do(random.Next(7));
            Log.AddRange(clock.TakeAdded());
        }
        clock.CatchUp(Open, Now);
        Log.AddRange(clock.TakeAdded());
    }

    public Clock Clock { get; }
    public OpenTime Open { get; }
    public DateTimeOffset Start { get; }
    public DateTimeOffset Now { get; private set; }
    public DateTimeOffset? Ended { get; private set; }
    public List<ClockEvent> Log { get; } = [];

    public static LivedClock On(AnyCalendar calendar, int looksBetween = 0) => new(calendar, looksBetween);

    /// <summary>When it stood still: each pause up to its end, or to where all of them together had lasted long enough; and from an end to the reopening.</summary>
    public Pauses Pauses()
    {
        var (left, real) = (mostPause, new List<Pause>());
        foreach (var (from, to, waits) in stands)
        {
            var end = waits && left is { } most && !(to < from + most) ? from + most : to;
            left -= waits ? (end ?? Now) - from : TimeSpan.Zero;
            real.Add(new(from, end));
        }
        return Domain.Calendars.Pauses.Of(real);
    }

    /// <summary>When this part of the target had passed; null where it has not yet.</summary>
    public DateTimeOffset? Reached(int percent)
    {
        var part = TimeSpan.FromMilliseconds((long)target.TotalMilliseconds * percent / 100);
        return !Open.Deadline(Start, part, Pauses()).Failed(out _, out var at) && at <= (Ended ?? Now) ? at : null;
    }

    private void Do(int what)
    {
        switch (what)
        {
            case 0 or 1 when !Clock.Pause(WaitState.WaitingCustomer, Open, null, Now).Failed(out _):
                stands.Add((Now, null, true));
                break;
            case 2 or 3 when !Clock.Resume(Open, null, Now).Failed(out _):
                stands[^1] = stands[^1] with { To = Now };
                break;
            case 4 when !Clock.Fulfil(Open, null, Now).Failed(out _):
                End();
                break;
            case 5 when Ended is not null && !Clock.Reopen(Open, null, Now).Failed(out _):
                stands[^1] = stands[^1] with { To = Now };
                Ended = null;
                break;
            default:
                Clock.CatchUp(Open, Now);
                break;
        }
    }

    private void End()
    {
        if (stands.Count > 0 && stands[^1].To is null)
        {
            stands[^1] = stands[^1] with { To = Now };
        }
        stands.Add((Now, null, false));
        Ended = Now;
    }
}
