using Crm.Api;
using Crm.Api.OpenApi;
using Crm.Application;
using Crm.Infrastructure;

if (CommandLine.Takes(args))
{
    return await CommandLine.Run(args);
}
// Settings are read once; a watcher of their folder would wake at every write to the store in it.
var builder = WebApplication.CreateSlimBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
if (Settings.ReadOrTell(builder.Configuration, builder.Environment.IsDevelopment()) is not { } settings)
{
    return ExitCode.Unusable;
}
builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, BodyRules.UsualBytes));
builder.AddLogs();
builder.AddTelemetryExport();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(settings);
builder.Services.AddCrmApplication();
builder.Services.AddCrmInfrastructure(settings.Stores);
builder.Services.AddCrmWorkers(settings.Workers);
builder.Services.AddSingleton<RateLimits>();
builder.Services.AddSingleton<Batches>();
builder.Services.AddSingleton<TokenAuthentication>();
builder.Services.ConfigureHttpJsonOptions(json => CrmJson.Configure(json.SerializerOptions, strict: true));
builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);

var app = builder.Build();
app.UseMiddleware<FailureHandling>();
app.UseRouting();
app.UseMiddleware<BodyRules>();
app.UseMiddleware<CallerMiddleware>();
app.MapHealth();
app.MapFeatures();
app.MapDocument();
app.MapProblemPages();
if (!await StartFailure.Told(() => Bootstrap.Run(app, settings)))
{
    return ExitCode.Unusable;
}
await app.RunAsync();
return ExitCode.Done;

/// <summary>The entry point, visible to the tests' host.</summary>
public partial class Program;
