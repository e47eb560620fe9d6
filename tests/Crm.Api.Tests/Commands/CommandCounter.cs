using System.Collections.Concurrent;
using System.Diagnostics;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Api.Tests.Commands;

/// <summary>What the stores were asked in one request: recognised by the trace that the request names, whatever else goes on.</summary>
internal sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<(string Trace, bool IsSave, string Text)> seen = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public CommandCounter() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Sends a request with a trace of its own and tells what it made the stores do.</summary>
    public async Task<(Answer Answer, IReadOnlyList<string> Queries, int Saves)> Count(Func<(string, string), Task<Answer>> send)
    {
        var trace = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        var answer = await send(("traceparent", $"00-{trace}-{trace[..16]}-01"));
        var own = seen.Where(s => s.Trace == trace).ToList();
        return (answer, [.. own.Where(s => !s.IsSave).Select(s => s.Text)], own.Count(s => s.IsSave));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name || name == CoreEventId.SaveChangesCompleted.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case CommandExecutedEventData { Context: StoreDbContext { Caller: { } caller }, CommandSource: not CommandSource.SaveChanges } command
                when command.Command.CommandText.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || command.Command.CommandText.StartsWith("WITH", StringComparison.OrdinalIgnoreCase):
                seen.Enqueue((caller.RequestId, false, command.Command.CommandText));
                break;
            case SaveChangesCompletedEventData { Context: StoreDbContext { Caller: { } caller } }:
                seen.Enqueue((caller.RequestId, true, ""));
                break;
        }
    }

    public void OnCompleted() { }
    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
