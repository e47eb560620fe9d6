using Crm.Api;
using Crm.Api.ApiKeys;
using Crm.Api.Audit;
using Crm.Api.Customers;
using Crm.Api.OpenApi;
using Crm.Api.Me;
using Crm.Api.Staff;
using Crm.Api.Tenants;
using Crm.Application;
using Crm.Infrastructure;

var builder = WebApplication.CreateSlimBuilder(args);
var settings = Settings.Read(builder.Configuration, builder.Environment.IsDevelopment());
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = BodyRules.UsualBytes;
});
builder.AddLogs();
builder.AddTelemetryExport();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(settings);
builder.Services.AddCrmApplication();
builder.Services.AddCrmInfrastructure(settings.Stores);
builder.Services.AddSingleton<RateLimits>();
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
app.MapTenants();
app.MapDocument();
await Bootstrap.Run(app, settings);
app.MapStaff();
app.MapApiKeys();
app.MapAudit();
app.MapMe();
await Bootstrap.Run(app.Services, settings, app.Lifetime.ApplicationStopping);
await app.RunAsync();

/// <summary>The entry point, visible to the tests' host.</summary>
public partial class Program;
