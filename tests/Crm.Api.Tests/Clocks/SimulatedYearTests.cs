using Crm.Api.Tests.Calendars;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;
using Crm.Domain.Calendars;
using Crm.Domain.Clocks;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Clocks;

/// <summary>
/// A year of one tenant: clocks start, stand still, go on, end and come due at random while time passes, workers look and the process starts anew.
/// In the end every log is folded, and reckoned a second time from its start over the whole span.
/// </summary>
[Trait("Requirement", "S3-SPEED-1")]
public sealed class SimulatedYearTests(CrmHost host) : ApiTest(host)
{
    private const int Days = 365;
    private const int StartedADay = 5;
    private const int DaysBetweenRestarts = 73;
    private static readonly (string Percent, string To)[] Ladder = [("50", "owner"), ("75", "lead"), ("100", "manager"), ("150", "executive")];

    [Fact]
    public async Task Ends_with_every_log_equal_to_an_independent_reckoning()
    {
        await using var keeper = CrmHost.With();
        var tenant = await keeper.NewTenant();
        var (iran, berlin) = ((await tenant.Administrator.EstablishPreset("iran")).Id, (await tenant.Administrator.EstablishPreset("mondayToFriday", "Europe/Berlin")).Id);
        await Policy(tenant.Administrator, iran, berlin);
        var (random, running, passed) = (new Random(20261014), new List<string>(), TimeSpan.Zero);
        for (var day = 0; day < Days;)
        {
            await using var process = CrmHost.IsOnSqlServer ? CrmHost.With() : CrmHost.With(("Stores:main:ConnectionString", $"Data Source={keeper.DatabaseFile}"));
            process.Clock.Advance(passed);
            var client = process.ClientWith(tenant.AdministratorKey);
            for (var end = Math.Min(Days, day + DaysBetweenRestarts); day < end; day++)
            {
                await Day(client, random, running);
                for (var part = 0; part < 2; part++)
                {
                    var time = TimeSpan.FromMinutes(random.Next(660, 780));
                    passed += time;
                    process.Clock.Advance(time);
                    if (random.Next(3) > 0)
                    {
                        await process.Ring();
                    }
                }
            }
        }
        keeper.Clock.Advance(passed);
        await keeper.Ring();
        await Check(tenant, keeper.Clock.GetUtcNow());
    }

    private static async Task Policy(ApiClient client, string iran, string berlin)
    {
        string[] paused = ["waitingCustomer", "waitingThirdParty"];
        (await client.Post("/v1/policies", new
        {
            name = "A year",
            rank = 1,
            targets = new object[]
            {
                new { metric = "firstResponse", target = "PT4H", calendarId = iran, pausedIn = paused }, new { metric = "resolutionTotal", target = "PT60H", calendarId = berlin, pausedIn = paused },
                new { metric = "nextResponse", target = "P2D", elapsed = true, pausedIn = paused }, new { metric = "firstHumanContact", target = "PT24H" },
            },
            rungs = Ladder.Select(r => new { percent = int.Parse(r.Percent, null), to = r.To }),
        })).Is(201);
    }

    private static async Task Day(ApiClient client, Random random, List<string> running)
    {
        string[] metrics = ["firstResponse", "resolutionTotal", "nextResponse", "firstHumanContact"];
        var chosen = Enumerable.Range(0, Math.Min(running.Count, 2 * StartedADay)).Select(_ => running[random.Next(running.Count)]).Distinct().Select(id => (id, random.Next(6))).ToList();
        var started = Enumerable.Range(0, StartedADay).Select(_ => metrics[random.Next(metrics.Length)]).ToList();
        var begun = Task.WhenAll(started.Select(metric => client.StartClock(metric, target: null)));
        var answers = await Task.WhenAll(chosen.Select(c => c.Item2 switch
        {
            0 or 1 => client.Pause(c.id),
            2 or 3 => client.Resume(c.id),
            4 => client.Pause(c.id, "waitingThirdParty"),
            _ => client.FulfilClock(c.id),
        }));
        Assert.All(answers, a => Assert.True(a.Status is 200 or 409, a.Raw));
        running.RemoveAll(chosen.Where((c, i) => c.Item2 == 5 && answers[i].Status == 200).Select(c => c.id).Contains);
        running.AddRange((await begun).Select(a => a.Id));
    }

    private static async Task Check(TestTenant tenant, DateTimeOffset now)
    {
        await using var store = tenant.Host.Services.GetRequiredService<Stores>().TenantStore(await tenant.Caller());
        var versions = (await store.CalendarVersions.AsNoTracking().ToListAsync()).ToDictionary(v => (v.CalendarId, v.Number), v => OpenTime.Of(v.Content));
        var clocks = await store.Clocks.AsNoTracking().ToListAsync();
        var logs = (await store.ClockEvents.AsNoTracking().ToListAsync()).ToLookup(e => e.ClockId);
        Assert.Equal(Days * StartedADay, clocks.Count);
        var (breaches, rungs, pauses) = (0, 0, 0);
        foreach (var clock in clocks)
        {
            var log = logs[clock.Id].OrderBy(e => e.Number).ToList();
            Assert.Equal(clock.Standing, ClockStanding.Of(log));
            var open = clock.CalendarId is { } id ? versions[(id, clock.CalendarVersion!.Value)] : OpenTime.Always;
            var (until, stood) = (clock.EndedAt ?? now, Clock.PausesOf(log));
            Assert.Equal(open.Measure(clock.StartedAt, until, stood).TotalMilliseconds, clock.ElapsedAt(open, until).TotalMilliseconds, 1.0);
            Assert.Equal(Reached(100), log.SingleOrDefault(e => e.Kind == ClockEventKind.Breached)?.At);
            Assert.Equal(
                Ladder.Select(r => (Percent: int.Parse(r.Percent, null), At: Reached(int.Parse(r.Percent, null)))).Where(r => r.At is not null),
                log.Where(e => e.Kind == ClockEventKind.RungReached).Select(e => (e.Percent!.Value, (DateTimeOffset?)e.At)));
            breaches += clock.BreachedAt is null ? 0 : 1;
            rungs += log.Count(e => e.Kind == ClockEventKind.RungReached);
            pauses += log.Count(e => e.Kind == ClockEventKind.Paused);

            DateTimeOffset? Reached(int percent)
            {
                var part = TimeSpan.FromMilliseconds(clock.TargetMilliseconds / 100 * percent);
                return !open.Deadline(clock.StartedAt, part, stood).Failed(out _, out var at) && at <= until ? at : null;
            }
        }
        // The year was no idle one, and what was told is what happened.
        Assert.True(breaches > 200 && rungs > 1000 && pauses > 300, $"{breaches} breaches, {rungs} rungs, {pauses} pauses");
        Assert.Equal(breaches, (await tenant.Events("clock.breached")).Count);
        Assert.Equal(rungs, (await tenant.Events("clock.rung_reached")).Count);
    }
}
