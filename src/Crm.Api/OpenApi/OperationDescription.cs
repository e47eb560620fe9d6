using System.Reflection;
using System.Text.Json.Nodes;
using Crm.Application;
using Crm.Domain;
using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>One endpoint as an operation of the document.</summary>
internal sealed class OperationDescription(OpenApiDocument document, XmlTexts texts, Schemas schemas, Limits limits, ProblemResponses problems)
{
    public OpenApiOperation Of(OperationShape shape)
    {
        var operation = new OpenApiOperation
        {
            OperationId = shape.Id,
            Summary = texts.Summary(shape.Handler),
            Description = Description(shape),
            Tags = shape.Tag is null ? null : new HashSet<OpenApiTagReference> { new(shape.Tag, document) },
            Parameters = [.. Parameters(shape)],
            RequestBody = shape.Body is { } body ? Body(shape, body) : null,
            Responses = [],
            Security = shape.Operation.IsPublic ? [] : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.Bearer, document)] = [] }],
            Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal) { ["x-permission"] = new JsonNodeExtension(shape.Operation.Permission) },
        };
        operation.Responses[Text(shape.Operation.Status)] = Success(shape, shape.Operation.Status);
        if (shape.Operation.IsUpsert)
        {
            operation.Responses[Text(StatusCodes.Status200OK)] = Success(shape, StatusCodes.Status200OK);
        }
        if (shape.IsVersioned && HttpMethods.IsGet(shape.Method))
        {
            operation.Responses["304"] = new OpenApiResponse { Description = "Nothing changed since the version in If-None-Match.", Headers = Headers.Of(document, ["ETag"]) };
        }
        problems.Add(operation.Responses, shape);
        return operation;
    }

    private string Description(OperationShape shape)
    {
        var permission = shape.Operation switch
        {
            { IsPublic: true } => "No credential is needed.",
            { Permission: Permission.Any } => "Permission: none; any valid credential may call it.",
            _ => $"Permission: `{shape.Operation.Permission}`.",
        };
        var repeat = shape.IsPost ? "\n\nWith an `Idempotency-Key` it is done once, however often it is sent; the answer is kept for 72 hours." : "";
        return $"{texts.Remarks(shape.Handler)}\n\n{permission}{repeat}".TrimStart();
    }

    private IEnumerable<IOpenApiParameter> Parameters(OperationShape shape)
    {
        foreach (var (name, type, source) in shape.Parameters)
        {
            yield return Parameter(shape, name, type, source);
        }
        if (shape.Operation.IsConditional || shape.Operation.IsUpsert)
        {
            yield return new OpenApiParameterReference(shape.Operation.IsUpsert ? Headers.IfMatchOfUpsert : "If-Match", document);
        }
        if (shape.IsVersioned && HttpMethods.IsGet(shape.Method))
        {
            yield return new OpenApiParameterReference("If-None-Match", document);
        }
        if (shape.IsPost)
        {
            yield return new OpenApiParameterReference("Idempotency-Key", document);
        }
        yield return new OpenApiParameterReference("Accept-Language", document);
    }

    private OpenApiParameter Parameter(OperationShape shape, string name, Type type, ICustomAttributeProvider source)
    {
        var inPath = shape.InPath.Contains(name);
        var parameter = new OpenApiParameter
        {
            Name = name,
            In = inPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = inPath || (source is ParameterInfo { HasDefaultValue: false } given && !IsNullable(given)),
            Description = source is PropertyInfo member ? texts.Member(member) : texts.Parameter(shape.Handler, name) ?? WellKnown(name),
        };
        if (Choices(shape, name, type) is { } choices)
        {
            (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = choices, MaxItems = 100 };
            return parameter;
        }
        var single = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Choice<>) ? type.GetGenericArguments()[0] : type;
        var schema = Schemas.Simple(single) ?? new OpenApiSchema { Type = JsonSchemaType.String };
        if (name == "sort" && shape.Orders.Count > 0)
        {
            schema.Enum = [.. shape.Orders.SelectMany(o => new[] { (JsonNode)o, (JsonNode)("-" + o) })];
        }
        if (source is PropertyInfo property)
        {
            limits.Apply(schema, property.DeclaringType!, property.Name);
            limits.Apply(schema, property.ReflectedType!, property.Name);
        }
        if (schema is { Type: JsonSchemaType.String, Enum: null })
        {
            schema.MaxLength ??= Operation.ParameterMaxLength;
        }
        Schemas.Bound(schema, ofRequest: true);
        parameter.Schema = schema;
        return parameter;
    }

    /// <summary>What a list of values separated by commas may hold.</summary>
    private static OpenApiSchema? Choices(OperationShape shape, string name, Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Choices<>))
        {
            return Schemas.Simple(type.GetGenericArguments()[0]);
        }
        return name == "fields" && shape.Row is { } row
            ? new() { Type = JsonSchemaType.String, Enum = [.. Schemas.Members(row).Select(m => (JsonNode)m.Name)] }
            : null;
    }

    private OpenApiRequestBody Body(OperationShape shape, Type body) => new()
    {
        Required = true,
        Description = texts.Summary(shape.IsPatch ? body.GetGenericArguments()[0] : body),
        Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
        {
            [shape.IsPatch ? "application/merge-patch+json" : "application/json"] =
                new OpenApiMediaType { Schema = schemas.Of(body, ofRequest: true), Example = Examples.OfRequest(body) },
        },
    };

    private OpenApiResponse Success(OperationShape shape, int status)
    {
        var answer = shape.Operation.Answer;
        var headers = new List<string>();
        headers.AddRange(shape.IsVersioned ? ["ETag"] : []);
        headers.AddRange(status == StatusCodes.Status201Created ? ["Location"] : []);
        headers.AddRange(shape.IsPage ? ["Link"] : []);
        headers.AddRange(shape.IsPost ? ["Idempotency-Replayed"] : []);
        headers.AddRange(["RateLimit", "RateLimit-Policy"]);
        return new OpenApiResponse
        {
            Description = (answer is null ? null : texts.Summary(answer)) ?? "Done.",
            Headers = Headers.Of(document, headers),
            Content = answer is null ? null : new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new OpenApiMediaType { Schema = schemas.Of(answer, ofRequest: false), Example = Examples.OfAnswer(answer) },
            },
        };
    }

    private static bool IsNullable(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static string? WellKnown(string name) => name switch
    {
        "fields" => "The members to answer, separated by commas; all where absent. The answer then has only these, whatever its schema requires.",
        _ => null,
    };

    private static string Text(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
