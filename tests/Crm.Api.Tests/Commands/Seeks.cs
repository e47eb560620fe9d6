using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Crm.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Api.Tests.Commands;

/// <summary>
/// Looks at every query that any test makes an embedded store answer, and has each planned again when the tests are over: none walks through the rows of a tenant where it is given a value
/// to seek, and none makes an index or a numbering of all of them first. A value out of a few, such as a channel, is no such value: a list in the order of an index leaves out what it is not asked for.
/// A state is one, for what is open becomes rare among what is done.
/// What is found fails the run when its tests are over; <c>--logger "console;verbosity=normal"</c> shows it.
/// </summary>
internal sealed partial class Seeks : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>Parts of queries that may walk, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["FROM \"Staff\" AS \"s\"\nWHERE \"s\".\"TenantId\" = @ef_filter__Tenant AND (\"s\".\"Id\" = @partOne"] = "whoever could be impartial is asked of all staff, who are few",
        ["FROM \"CatalogAuditEntries\" AS \"c\"\nWHERE (@ef_filter__p2 OR \"c\".\"TenantNumber\" IS NULL)"] = "the platform's operator looks through what was done to all tenants, newest first",
        ["SELECT \"o\".\"Payload\"\nFROM \"OutboxMessages\""] = "tests read a tenant's events",
    };

    /// <summary>Choices that what is done leaves behind.</summary>
    private static readonly string[] States = ["State", "Status", "Stage"];

    /// <summary>Text that has few values: what an administrator made for the tenant, and languages.</summary>
    private static readonly string[] FewTexts = ["Tier", "Language"];

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public Seeks() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>What is wrong, in words; the stores' models tell which columns have few values.</summary>
    public IEnumerable<string> Findings(string file, IReadOnlyList<IModel> models)
    {
        var choices = models.SelectMany(m => m.GetEntityTypes()).SelectMany(e => e.GetProperties()).Where(p => IsChoice(p.ClrType))
            .Select(p => (p.DeclaringType.ContainingEntityType.GetTableName(), p.GetColumnName())).ToHashSet();
        using var store = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        store.Open();
        foreach (var (text, parameters) in seen.Where(s => !Exceptions.Keys.Any(e => s.Key.Contains(e, StringComparison.Ordinal))))
        {
            foreach (var step in Plan(store, text, parameters))
            {
                if (Fault(step, text, choices) is { } fault)
                {
                    yield return $"{fault}: {step}{Environment.NewLine}    {text.ReplaceLineEndings(" ")}";
                }
            }
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Context: StoreDbContext, Command: SqliteCommand command } && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            seen.TryAdd(command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(p => p.ParameterName)]);
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

    private static List<string> Plan(SqliteConnection store, string text, IReadOnlyList<string> parameters)
    {
        using var command = store.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }
        return steps;
    }

    private static string? Fault(string step, string text, HashSet<(string?, string)> choices)
    {
        if (step.Contains("AUTOMATIC", StringComparison.Ordinal))
        {
            return "makes an index for itself";
        }
        if (text.Contains("ROW_NUMBER()", StringComparison.Ordinal))
        {
            return "numbers all rows; join the record, or ask for its members one by one";
        }
        if (Walk().Match(step) is not { Success: true } walk)
        {
            return null;
        }
        var alias = walk.Groups["alias"].Value;
        var table = Regex.Match(text, $"\"(?<table>\\w+)\" AS \"{alias}\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Groups["table"].Value;
        var sought = Regex.Matches(text, $"\"{alias}\"\\.\"(?<column>\\w+)\" (?<one>= @|IN \\(@)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            .Where(m => m.Groups["one"].Value == "= @" || !States.Contains(m.Groups["column"].Value))
            .Select(m => m.Groups["column"].Value)
            .FirstOrDefault(c => c != Tenancy.Column && !FewTexts.Contains(c) && (States.Contains(c) || !choices.Contains((table, c))));
        return sought is null ? null : $"walks through {table} though it is given {sought}; let an index begin with it";
    }

    private static bool IsChoice(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } or { Name: nameof(Boolean) };

    [GeneratedRegex(@"^(SCAN (?<alias>\w+)|SEARCH (?<alias>\w+) .*\(TenantId=\?\))( LEFT-JOIN)?( USING .*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Walk();
}
