using Crm.Api;
using Crm.Api.ApiKeys;
using Crm.Api.Audit;
using Crm.Api.Calendars;
using Crm.Api.Channels;
using Crm.Api.Commitments;
using Crm.Api.Customers;
using Crm.Api.OpenApi;
using Crm.Api.Me;
using Crm.Api.Staff;
using Crm.Api.EventTypes;
using Crm.Api.Interactions;
using Crm.Api.Tenants;
using Crm.Application;
using Crm.Infrastructure;

if (CommandLine.Takes(args))
{
    return await CommandLine.Run(args);
}
var builder = WebApplication.CreateSlimBuilder(args);
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
app.MapCustomers();
app.MapEventTypes();
app.MapInteractions();
app.MapCalendars();
app.MapChannels();
app.MapCommitments();
app.MapTenants();
app.MapStaff();
app.MapApiKeys();
app.MapAudit();
app.MapMe();
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
