using System.Text.Json;
using Crm.Application;
using Crm.Application.Tenants;
using Crm.Domain;
using Crm.Domain.Tenants;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>One command of the command line: the application without its server, and how an answer or a refusal is printed.</summary>
internal sealed class CommandTurn(IServiceProvider services, bool json, CancellationToken stopping)
{
    public CancellationToken Stopping { get; } = stopping;
    public Dispatcher Dispatcher { get; } = services.GetRequiredService<Dispatcher>();

    /// <summary>Runs a command on stores that are up to date; only migrate takes them as they are.</summary>
    public static async Task<int> Run(bool json, bool asTheyAre, Func<CommandTurn, Task<int>> act, CancellationToken stopping)
    {
        var exit = ExitCode.Unusable;
        await StartFailure.Told(async () =>
        {
            var builder = WebApplication.CreateSlimBuilder();
            // Standard output belongs to the answer.
            builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
            var settings = Settings.Read(builder.Configuration);
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddCrmApplication();
            builder.Services.AddCrmInfrastructure(settings.Stores);
            await using var app = builder.Build();
            if (!asTheyAre)
            {
                await Bootstrap.PrepareStores(app.Services, settings, stopping);
            }
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker(null, "command line");
            exit = await act(new(scope.ServiceProvider, json, stopping));
        });
        return exit;
    }

    public Task<IReadOnlyList<string>> Migrate() => services.GetRequiredService<StoreMigrator>().MigrateAll(Stopping);

    public async Task<Result<TenantId>> FindTenant(string slugOrId)
    {
        if (TenantId.TryParse(slugOrId, null, out var id))
        {
            return id;
        }
        if ((await Dispatcher.Send(new ListTenants { Slug = slugOrId }, Stopping)).Failed(out var error, out var page))
        {
            return error;
        }
        return page.Data is [var tenant] ? tenant.Id : Error.NotFound<Tenant>().Because($"There is no tenant with the slug '{slugOrId}'.");
    }

    /// <summary>Prints the answer, or why there is none.</summary>
    public async Task<int> Tell<T>(Func<Dispatcher, Task<Result<T>>> act, Func<T, IEnumerable<string>> lines) =>
        (await act(Dispatcher)).Failed(out var error, out var answer) ? Refused(error) : Done(answer, lines(answer));

    public int Done<T>(T document, IEnumerable<string> lines)
    {
        Console.WriteLine(json ? JsonSerializer.Serialize(document, CrmJson.Wire) : string.Join(Environment.NewLine, lines));
        return ExitCode.Done;
    }

    public int Refused(Error error)
    {
        IReadOnlyList<FieldError> fields = error.Pointer is { } pointer && error.Fields.Count == 0 ? [new(pointer, error.Code, error.Title)] : error.Fields;
        Console.Error.WriteLine(json
            ? JsonSerializer.Serialize(
                new Problem("/problems/" + error.Code, error.Title, Problems.StatusOf(error), error.Detail, "", error.Code, "", error.ConflictingId,
                    fields.Count == 0 ? null : [.. fields.Select(f => new ProblemField(f.Pointer, f.Code, f.Detail))]),
                CrmJson.Wire)
            : string.Join(Environment.NewLine, [
                $"{error.Code}: {error.Title} {error.Detail}{(error.ConflictingId is { } other ? $" ({other})" : "")}".TrimEnd(),
                .. fields.Select(f => $"  {f.Pointer} {f.Code}: {f.Detail}")]));
        return ExitCode.Refused;
    }
}
