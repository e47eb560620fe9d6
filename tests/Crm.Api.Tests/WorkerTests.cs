using System.Diagnostics.Metrics;
using Crm.Application;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crm.Api.Tests;

public sealed class WorkerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Stored_answers_are_forgotten_when_their_time_is_over()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "A" }, ("Idempotency-Key", "one"))).Is(201);
        var platformKey = Guid.NewGuid().ToString("n");
        (await own.Platform.Post("/v1/platform/tenants", new { slug = "f-" + platformKey[..20], name = "A" }, ("Idempotency-Key", platformKey))).Is(201);
        var worker = own.Services.GetRequiredService<ForgetAnswers>();
        async Task<long> Kept() => (await own.Platform.Get($"/v1/platform/tenants/{tenant.Id}/usage")).Find("records.storedAnswers")!.GetValue<long>();
        await worker.RunOnce(CancellationToken.None);
        Assert.Equal(1, await Kept());
        own.Clock.Advance(TimeSpan.FromHours(73));
        await worker.RunOnce(CancellationToken.None);
        Assert.Equal(0, await Kept());
        await using var catalog = own.Services.GetRequiredService<Stores>().Catalog(new Caller());
        var now = own.Clock.GetUtcNow();
        Assert.False(await catalog.Set<StoredAnswer>().AnyAsync(a => a.ExpiresAt <= now));
    }

    [Fact]
    public async Task The_heartbeat_tells_when_a_turn_last_succeeded()
    {
        var clock = new TestClock();
        using var heartbeats = new WorkerHeartbeats(clock);
        using var worker = new Faltering(heartbeats, clock);
        await worker.StartAsync(CancellationToken.None);
        while (worker.Turns < 2)
        {
            await Task.Delay(10);
        }
        await worker.StopAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(100));
        var measured = new List<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == WorkerHeartbeats.InstrumentName)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (tags[0].Value is nameof(Faltering))
            {
                measured.Add(value);
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.InRange(Assert.Single(measured), 100, 130);
    }

    /// <summary>Fails in its first turn and goes on all the same.</summary>
    private sealed class Faltering(WorkerHeartbeats heartbeats, TimeProvider clock) : Worker(heartbeats, clock, NullLogger.Instance)
    {
        public int Turns { get; private set; }

        protected override TimeSpan Interval => TimeSpan.FromMilliseconds(20);

        public override Task RunOnce(CancellationToken ct) => ++Turns == 1 ? throw new InvalidOperationException("Not now.") : Task.CompletedTask;
    }
}
