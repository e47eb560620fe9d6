using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>The document, in the two versions that tools read.</summary>
internal static class DocumentEndpoints
{
    public const string Address = "/openapi/v1.json";
    public const string OlderAddress = "/openapi/v1-3.0.json";

    public static void MapDocument(this WebApplication app)
    {
        var document = new Lazy<OpenApiDocument>(() => new ApiDocument(((IEndpointRouteBuilder)app).DataSources.Combine(), app.Services).Build());
        Map(app, Address, document, OpenApiSpecVersion.OpenApi3_1);
        Map(app, OlderAddress, document, OpenApiSpecVersion.OpenApi3_0);
        // The page's middleware is made when somebody looks at it, and no other request passes it.
        app.Use(next =>
        {
            var docs = new Lazy<RequestDelegate>(() => Docs(app, next));
            return http => http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal) ? docs.Value(http) : next(http);
        });
    }

    private static RequestDelegate Docs(IApplicationBuilder app, RequestDelegate next)
    {
        var docs = app.New();
        docs.Use(OnlyFromHere);
        docs.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.DocumentTitle = "CRM";
            ui.SwaggerEndpoint(Address, "CRM v1");
            ui.ConfigObject.ValidatorUrl = "none";
            ui.DefaultModelsExpandDepth(-1);
            ui.DisplayRequestDuration();
            ui.EnableDeepLinking();
        });
        docs.Run(next);
        return docs.Build();
    }

    /// <summary>Everything that the page needs comes from this process; it works without a network and lets nothing else in.</summary>
    private static Task OnlyFromHere(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return next(http);
    }

    private static CompositeEndpointDataSource Combine(this ICollection<EndpointDataSource> sources) => new(sources);

    private static void Map(WebApplication app, string address, Lazy<OpenApiDocument> document, OpenApiSpecVersion version)
    {
        var bytes = new Lazy<Task<byte[]>>(async () =>
        {
            using var stream = new MemoryStream();
            await document.Value.SerializeAsJsonAsync(stream, version);
            return stream.ToArray();
        });
        app.MapGet(address, async () => Results.Bytes(await bytes.Value, "application/json; charset=utf-8"));
    }
}
