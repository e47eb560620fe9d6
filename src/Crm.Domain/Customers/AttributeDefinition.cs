using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Crm.Domain.Customers;

/// <summary>What values an attribute takes.</summary>
public enum AttributeType { Text, Number, Date, Boolean, Choice, Reference }

/// <summary>What a reference refers to.</summary>
public enum AttributeTarget { Customer, Staff }

/// <summary>A member that a tenant added to its customers (S3-DB-1).</summary>
public sealed partial record AttributeContent
{
    public const int KeyMaxLength = 40;
    public const int LabelMaxLength = 100;
    public const int DescriptionMaxLength = 500;
    public const int MaxLabels = 20;
    public const int MaxChoices = 200;
    public const int ChoiceMaxLength = 100;
    public const int MostTextLength = 2000;
    public const int UsualTextLength = 500;

    /// <summary>Its name in attributes: lower case letters, digits and _, beginning with a letter, at most 40. It never changes.</summary>
    public required string Key { get; init; }

    /// <summary>What people see; 1 to 100 characters.</summary>
    public required string Label { get; init; }

    /// <summary>The label in other languages, by BCP 47 tag; at most 20.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What values it takes. It never changes.</summary>
    public required AttributeType Type { get; init; }

    /// <summary>The values of a choice, 1 to 200 of at most 100 characters; none for another type.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What a reference refers to; only for that type, which needs it.</summary>
    public AttributeTarget? Target { get; init; }

    /// <summary>Whether a new customer needs a value.</summary>
    public bool Required { get; init; }

    /// <summary>How long a text may be, 1 to 2000 characters; 500 where absent.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least number.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number; not below min.</summary>
    public decimal? Max { get; init; }

    /// <summary>What it is for; at most 500 characters.</summary>
    public string? Description { get; init; }

    public static readonly AttributeContent Example = new()
    {
        Key = "membership_level", Label = "Membership level", Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["fa"] = "سطح عضویت" },
        Type = AttributeType.Choice, Choices = ["silver", "gold"],
    };

    /// <summary>What is wrong with the definition itself.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        if (!KeyShape().IsMatch(Key))
        {
            faults.Add(new("/key", "key_invalid", "A key has lower case letters, digits and _, begins with a letter and has at most 40 characters."));
        }
        if (Type == AttributeType.Choice != Choices.Count > 0)
        {
            faults.Add(new("/choices", "choices_misplaced", "An attribute of type choice needs choices; another type takes none."));
        }
        if (Choices.Distinct(StringComparer.Ordinal).Count() != Choices.Count)
        {
            faults.Add(new("/choices", "choice_repeated", "Each choice stands once."));
        }
        if (Type == AttributeType.Reference != Target is not null)
        {
            faults.Add(new("/target", "target_misplaced", "An attribute of type reference needs target; another type takes none."));
        }
        if (MaxLength is not null && Type != AttributeType.Text)
        {
            faults.Add(new("/maxLength", "limit_misplaced", "Only a text has maxLength, and only a number has min and max."));
        }
        if ((Min is not null || Max is not null) && Type != AttributeType.Number)
        {
            faults.Add(new(Min is null ? "/max" : "/min", "limit_misplaced", "Only a text has maxLength, and only a number has min and max."));
        }
        if (Max < Min)
        {
            faults.Add(new("/max", "max_below_min", "The greatest number lies below the least one."));
        }
        return faults;
    }

    /// <summary>Why a value is not acceptable; null where it is. Whether a reference exists is not asked here.</summary>
    public FieldError? Refusal(JsonElement value, string pointer)
    {
        var acceptable = (Type, value.ValueKind) switch
        {
            (AttributeType.Text, JsonValueKind.String) => true,
            (AttributeType.Number, JsonValueKind.Number) => value.TryGetDecimal(out _),
            (AttributeType.Boolean, JsonValueKind.True or JsonValueKind.False) => true,
            (AttributeType.Date, JsonValueKind.String) =>
                DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            (AttributeType.Choice, JsonValueKind.String) => true,
            (AttributeType.Reference, JsonValueKind.String) => Target == AttributeTarget.Staff
                ? StaffId.TryParse(value.GetString(), null, out _)
                : CustomerId.TryParse(value.GetString(), null, out _),
            _ => false,
        };
        if (!acceptable)
        {
            return new(pointer, "attribute_type_invalid", $"The value is no {Wanted()}.", Args("Wanted", Wanted()));
        }
        if (Type == AttributeType.Choice && !Choices.Contains(value.GetString(), StringComparer.Ordinal))
        {
            return new(pointer, "choice_unknown", $"The value is none of the choices: {string.Join(", ", Choices)}.", Args("Choices", string.Join("، ", Choices)));
        }
        var most = MaxLength ?? UsualTextLength;
        if (Type == AttributeType.Text && value.GetString()!.Length > most)
        {
            return new(pointer, "too_long", $"At most {most} characters are accepted.", Args("MaxLength", most.ToString(CultureInfo.InvariantCulture)));
        }
        if (Type == AttributeType.Number && value.GetDecimal() is var number && (number < Min || number > Max))
        {
            var (from, to) = (Text(Min), Text(Max));
            return new(pointer, "out_of_range", $"A value from {from} to {to} is accepted.", new Dictionary<string, string>(StringComparer.Ordinal) { ["From"] = from, ["To"] = to });
        }
        return null;
    }

    private static string Text(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "…";

    private static Dictionary<string, string> Args(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private string Wanted() => Type switch
    {
        AttributeType.Date => "date in the form YYYY-MM-DD",
        AttributeType.Reference => Target == AttributeTarget.Staff ? "id of a member of staff" : "id of a customer",
        _ => Type.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex KeyShape();
}

/// <inheritdoc cref="AttributeContent"/>
public sealed class AttributeDefinition : AggregateRoot<AttributeDefinition>, IResource
{
    /// <summary>How many definitions a tenant has at most, retired ones included.</summary>
    public const int Most = 200;

    private AttributeDefinition() { }

    public static string Prefix => "attribute";

    public AttributeContent Content { get; private set; } = null!;

    /// <summary>The key, as it must be unique.</summary>
    public ByteKey Name { get; private set; }

    /// <summary>When it went out of use. Values that customers have stay; no new one is accepted.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public static Result<AttributeDefinition> Define(AttributeContent content, DateTimeOffset now)
    {
        if (content.Faults() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        var definition = new AttributeDefinition { Id = AttributeDefinitionId.New(now), Content = content, Name = ByteKey.Of(content.Key) };
        definition.Changed(now);
        definition.Raise(new AttributeDefined(definition.Id));
        return definition;
    }

    /// <summary>Changes everything but key and type, which values rest on.</summary>
    public Result Revise(AttributeContent content, DateTimeOffset now)
    {
        if (content.Key != Content.Key || content.Type != Content.Type || content.Target != Content.Target)
        {
            return AttributeErrors.TypeIsFixed;
        }
        if (content.Faults() is { Count: > 0 } faults)
        {
            return Error.Invalid(faults);
        }
        Content = content;
        Changed(now);
        Raise(new AttributeRevised(Id));
        return Result.Done;
    }

    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return;
        }
        RetiredAt = now;
        Changed(now);
        Raise(new AttributeRetired(Id));
    }
}

public static class AttributeErrors
{
    public static readonly Error KeyTaken = new(ErrorKind.Conflict, "attribute.key_taken",
        "There is an attribute with this key, in use or retired. Choose another key.");

    public static readonly Error TypeIsFixed = new(ErrorKind.Conflict, "attribute.type_is_fixed",
        "Key, type and target of an attribute never change, because values rest on them. Retire it and define another one.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "attribute.too_many",
        "A tenant has at most 200 attribute definitions, retired ones included.");
}

[EventType("attribute.defined", 1, "The tenant defined an attribute of its customers.")]
public sealed record AttributeDefined(AttributeDefinitionId AttributeId) : IDomainEvent;

[EventType("attribute.revised", 1, "The definition of an attribute was changed.")]
public sealed record AttributeRevised(AttributeDefinitionId AttributeId) : IDomainEvent;

[EventType("attribute.retired", 1, "An attribute went out of use.")]
public sealed record AttributeRetired(AttributeDefinitionId AttributeId) : IDomainEvent;
