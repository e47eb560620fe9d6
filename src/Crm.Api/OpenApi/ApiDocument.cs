using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>The OpenAPI document, made once from the endpoints themselves.</summary>
internal sealed class ApiDocument(EndpointDataSource endpoints, IServiceProvider services)
{
    public const string Bearer = "bearer";

    public OpenApiDocument Build()
    {
        var document = new OpenApiDocument
        {
            Info = Info(),
            Servers =
            [
                new OpenApiServer
                {
                    Url = "/", Description = "The installation that serves this document, be it local, staging or production.",
                    Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal) { ["x-internal"] = new JsonNodeExtension(false) },
                },
            ],
            Paths = [],
            Components = new OpenApiComponents(),
            Tags = new HashSet<OpenApiTag>(),
        };
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "crm_… API key, or JWT",
            Description = "An API key, which starts with crm_, or a JWT of an authority that the tenant trusts (RFC 8725 applies). The credential names the tenant.",
        });
        Headers.Describe(document);
        var texts = new XmlTexts();
        var limits = new Limits(services);
        var schemas = new Schemas(document, texts, limits);
        var shapes = Shapes();
        // Requests first: a record that is both request and answer says what a request needs.
        foreach (var body in shapes.Select(s => s.Body).OfType<Type>())
        {
            schemas.Of(body, ofRequest: true);
        }
        var description = new OperationDescription(document, texts, schemas, limits, new ProblemResponses(document, schemas));
        var tags = shapes.Where(s => s.Tag is not null).DistinctBy(s => s.Tag)
            .Select(s => new OpenApiTag { Name = s.Tag!, Description = texts.Summary(s.Handler.DeclaringType!) }).Append(Webhooks.Tag);
        document.Tags.UnionWith(tags.OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase));
        foreach (var shape in shapes)
        {
            if (!document.Paths.TryGetValue(shape.Path, out var path))
            {
                document.Paths[shape.Path] = path = new OpenApiPathItem();
            }
            ((OpenApiPathItem)path).AddOperation(HttpMethod.Parse(shape.Method), description.Of(shape));
        }
        new Webhooks(document, texts, schemas).Describe();
        Sort(document.Components);
        return document;
    }

    private List<OperationShape> Shapes() =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Endpoint: e, Operation: e.Metadata.GetMetadata<Operation>()))
            .Where(e => e.Operation is not null)
            .Select(e => new OperationShape(e.Endpoint, e.Operation!))
            .OrderBy(s => s.Path, StringComparer.Ordinal).ThenBy(s => s.Method switch { "GET" => 0, "POST" => 1, "PUT" => 2, "PATCH" => 3, _ => 4 }),
    ];

    private static OpenApiInfo Info() => new()
    {
        Title = "CRM",
        Version = "1",
        Summary = "Customers, what was said with them, and what was promised to them.",
        Description =
            "Every answer is JSON; every refusal is a problem document (RFC 9457) with a stable code that /problems/{code} explains. "
            + "Lists are paged by cursor, changes are conditional by ETag, and a POST may carry an Idempotency-Key. "
            + "Unknown members and parameters are refused, so that a slip of the pen never disappears.",
        Contact = new OpenApiContact { Name = "Whoever runs this installation" },
    };

    private static void Sort(OpenApiComponents components)
    {
        components.Schemas = Sorted(components.Schemas);
        components.Examples = Sorted(components.Examples);
    }

    private static Dictionary<string, T>? Sorted<T>(IDictionary<string, T>? items) =>
        items?.OrderBy(i => i.Key, StringComparer.Ordinal).ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal);
}
