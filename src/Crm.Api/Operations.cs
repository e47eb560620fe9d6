using Crm.Application;
using Crm.Infrastructure;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Crm.Api;

/// <summary>What those who run the product look at: logs, health, traces and metrics.</summary>
internal static class Operations
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>One JSON object a line where something collects the output, plain lines where somebody reads it.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName =
            Console.IsOutputRedirected ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple);
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
    }

    /// <summary>Traces and metrics over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says to whom.</summary>
    public static void AddTelemetryExport(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]))
        {
            return;
        }
        var resource = ResourceBuilder.CreateDefault().AddService("crm-api");
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddOtlpExporter().Build();
        var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel").AddOtlpExporter().Build();
        // Given as factories, so that the container disposes, which is to say flushes, them.
        builder.Services.AddSingleton(_ => traces!);
        builder.Services.AddSingleton(_ => metrics!);
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: its stores are reachable and current.</summary>
    public static void MapHealth(this WebApplication app)
    {
        _ = (app.Services.GetService<TracerProvider>(), app.Services.GetService<MeterProvider>());
        app.MapGet("/health/live", () => Results.Json(new { status = "live" })).ExcludeFromDescription();
        app.MapGet("/health/ready", async (StoreMigrator migrator, CancellationToken ct) =>
        {
            try
            {
                var pending = await migrator.Pending(ct);
                return pending.Count == 0
                    ? Results.Json(new { status = "ready" })
                    : Results.Json(new { status = "migrationsPending", pending }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            catch (Exception unreachable) when (unreachable is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
            {
                return Results.Json(new { status = "storeUnreachable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).ExcludeFromDescription();
    }
}
