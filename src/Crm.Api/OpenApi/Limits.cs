using System.Globalization;
using System.Reflection;
using Crm.Application;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>
/// The limits of a member, from where they are enforced: the validators of its record, and the constants <c>NameMaxLength</c> and <c>MaxTags</c>
/// beside the members <c>Name</c> and <c>Tags</c>.
/// </summary>
internal sealed class Limits(IServiceProvider services)
{
    public void Apply(OpenApiSchema schema, Type owner, string member)
    {
        var body = schema.Type & ~JsonSchemaType.Null;
        foreach (var type in Owners(owner))
        {
            ApplyConstants(schema, body, type, member);
            foreach (var validator in services.GetServices(typeof(IValidator<>).MakeGenericType(type)).Cast<IValidator>())
            {
                foreach (var rule in validator.CreateDescriptor().Rules.Where(r => r.PropertyName == member))
                {
                    var ofEntries = rule.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
                    if ((ofEntries ? schema.Items as OpenApiSchema : schema) is not { } target)
                    {
                        continue;
                    }
                    foreach (var component in rule.Components)
                    {
                        ApplyRule(target, component.Validator);
                    }
                }
            }
        }
    }

    /// <summary>The record, those it derives from, the message that a body is part of, and the aggregate that an answer shows.</summary>
    private static IEnumerable<Type> Owners(Type owner)
    {
        for (var type = owner; type is not null && type != typeof(object); type = type.BaseType)
        {
            yield return type;
        }
        foreach (var suffix in new[] { "Body", "Details", "Row" })
        {
            if (owner.Name.EndsWith(suffix, StringComparison.Ordinal) && Named(owner.Name[..^suffix.Length]) is { } related)
            {
                yield return related;
            }
        }
    }

    private static Type? Named(string name) =>
        typeof(Dispatcher).Assembly.GetTypes().Concat(typeof(Domain.Error).Assembly.GetTypes()).FirstOrDefault(t => t.Name == name && t.IsClass);

    private static void ApplyConstants(OpenApiSchema schema, JsonSchemaType? body, Type type, string member)
    {
        if (body == JsonSchemaType.String && Constant(type, member + "MaxLength") is { } length)
        {
            schema.MaxLength ??= length;
        }
        if (Constant(type, "Max" + member) is { } most)
        {
            switch (body)
            {
                case JsonSchemaType.Integer:
                    schema.Maximum = Text(most);
                    break;
                case JsonSchemaType.Array:
                    schema.MaxItems ??= most;
                    break;
                case JsonSchemaType.Object:
                    schema.MaxProperties ??= most;
                    break;
            }
        }
        if (body == JsonSchemaType.Integer && Constant(type, "Min" + member) is { } least)
        {
            schema.Minimum = Text(least);
        }
        if (body == JsonSchemaType.Array && schema.Items is OpenApiSchema { Type: JsonSchemaType.String } items && member.EndsWith('s')
            && Constant(type, member[..^1] + "MaxLength") is { } entry)
        {
            items.MaxLength ??= entry;
        }
    }

    private static int? Constant(Type type, string name) =>
        type.GetField(name, BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy) is { IsLiteral: true } field && field.FieldType == typeof(int)
            ? (int)field.GetRawConstantValue()! : null;

    private static void ApplyRule(OpenApiSchema schema, IPropertyValidator rule)
    {
        switch (rule)
        {
            case IMaximumCount count when schema.Type is { } type && type.HasFlag(JsonSchemaType.Object):
                schema.MaxProperties = count.Most;
                break;
            case IMaximumCount count:
                schema.MaxItems = count.Most;
                break;
            case ILengthValidator length:
                schema.MaxLength = length.Max > 0 ? length.Max : schema.MaxLength;
                schema.MinLength = length.Min > 0 ? length.Min : schema.MinLength;
                break;
            case IRegularExpressionValidator pattern:
                // The regular expressions of JSON Schema have no \z; their $ means the very end.
                schema.Pattern = pattern.Expression.Replace(@"\z", "$", StringComparison.Ordinal);
                break;
            case IBetweenValidator between:
                (schema.Minimum, schema.Maximum) = (Text(between.From), Text(between.To));
                break;
            case IComparisonValidator { ValueToCompare: int or long or decimal or double } comparison:
                Compare(schema, comparison);
                break;
            case INotEmptyValidator when schema.Type is { } type && type.HasFlag(JsonSchemaType.String):
                schema.MinLength ??= 1;
                break;
            case INotEmptyValidator when schema.Type is { } type && type.HasFlag(JsonSchemaType.Array):
                schema.MinItems ??= 1;
                break;
        }
    }

    private static void Compare(OpenApiSchema schema, IComparisonValidator comparison)
    {
        var value = Text(comparison.ValueToCompare);
        switch (comparison.Comparison)
        {
            case Comparison.GreaterThan: schema.ExclusiveMinimum = value; break;
            case Comparison.GreaterThanOrEqual: schema.Minimum = value; break;
            case Comparison.LessThan: schema.ExclusiveMaximum = value; break;
            case Comparison.LessThanOrEqual: schema.Maximum = value; break;
        }
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
