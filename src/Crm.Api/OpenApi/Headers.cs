using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>The headers that operations have in common, described once.</summary>
internal static class Headers
{
    private static readonly (string Name, string Description, string Example, int MaxLength)[] OfAnswers =
    [
        ("ETag", "The version of what is answered, for If-Match and If-None-Match.", "\"3\"", 20),
        ("Location", "The address of what was made.", "/v1/customers/customer_01j00000000000000000000000", 300),
        ("Link", "The address of the next page, with rel=\"next\"; absent on the last one.", "</v1/customers?cursor=AAAA>; rel=\"next\"", 4000),
        ("Idempotency-Replayed", "true where this is the stored answer to an earlier, equal request.", "true", 5),
        ("Retry-After", "After how many seconds to repeat the request.", "1", 10),
        ("WWW-Authenticate", "How to authenticate.", "Bearer", 20),
        ("Content-Language", "The language of the problem's words.", "en", 35),
        ("RateLimit", "What is left: r requests in t seconds.", "\"credential\";r=29999;t=60", 100),
        ("RateLimit-Policy", "The limit that is nearest: q requests in w seconds.", "\"credential\";q=30000;w=60", 100),
    ];

    /// <summary>The name of the component for If-Match where it may be absent.</summary>
    public const string IfMatchOfUpsert = "If-Match-of-upsert";

    public static void Describe(OpenApiDocument document)
    {
        foreach (var (name, description, example, maxLength) in OfAnswers)
        {
            document.AddComponent<IOpenApiHeader>(name, new OpenApiHeader { Description = description, Example = example, Schema = Text(maxLength) });
        }
        Parameter(document, "Idempotency-Key", false, "6f1c2d1e-order-4711", Text(200, "^[!-~]{1,200}$"),
            "A name of your own for this request, 1 to 200 visible ASCII characters. The same request with the same key is done once; its answer is repeated for 72 hours.");
        Parameter(document, "If-Match", true, "\"3\"", Text(200), "The ETag of the version that the change is based on, or * for any.");
        Parameter(document, "If-Match", false, "\"3\"", Text(200),
            "The ETag of the version that is to be replaced, or * for any; absent for a record that is not there yet.", IfMatchOfUpsert);
        Parameter(document, "If-None-Match", false, "\"3\"", Text(200), "The ETag of the version that is known already: where it is still the present one, the answer is 304 without a body.");
        Parameter(document, "Accept-Language", false, "fa", Text(200), "The language of problems' words: en or fa. With the calendar, as in fa-u-ca-persian, every object of an answer that has dates has the member display as well: an object with the "
            + "same members in Persian words, by the Jalali calendar, on the wall clock of the tenant, such as { \"dueAt\": \"۷ فروردین ۱۴۰۵، ساعت ۱۲:۰۰\" }. All other members stay as they are (S4-CULT-1).");
    }

    public static Dictionary<string, IOpenApiHeader> Of(OpenApiDocument document, IEnumerable<string> names) =>
        names.ToDictionary(n => n, n => (IOpenApiHeader)new OpenApiHeaderReference(n, document), StringComparer.Ordinal);

    private static void Parameter(OpenApiDocument document, string name, bool required, string example, OpenApiSchema schema, string description, string? component = null) =>
        document.AddComponent<IOpenApiParameter>(component ?? name, new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = required, Description = description, Example = example, Schema = schema,
        });

    private static OpenApiSchema Text(int maxLength, string? pattern = null) =>
        new() { Type = JsonSchemaType.String, MaxLength = maxLength, Pattern = pattern };
}
