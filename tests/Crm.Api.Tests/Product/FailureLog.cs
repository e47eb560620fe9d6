using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Crm.Api.Tests.Product;

/// <summary>What the application logged as unexpected, so that a test can tell it.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Failures { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not null)
        {
            Failures.Enqueue($"{formatter(state, exception)}: {exception}");
        }
    }

    public void Dispose() { }
}
