using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Crm.Domain;
using Crm.Domain.Tenants;
using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;

namespace Crm.Application;

/// <summary>Turns what FluentValidation finds into refusals with our codes and JSON pointers.</summary>
public static partial class Validation
{
    /// <summary>Our code for each rule of the library, and its English text; {placeholders} are filled from the rule.</summary>
    public static readonly IReadOnlyDictionary<string, (string Code, string Text)> Codes = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = ("required", "A value is needed here."),
        ["NotNullValidator"] = ("required", "A value is needed here."),
        ["MaximumLengthValidator"] = ("too_long", "At most {MaxLength} characters are accepted."),
        ["MinimumLengthValidator"] = ("too_short", "At least {MinLength} characters are needed."),
        ["LengthValidator"] = ("length_out_of_range", "Between {MinLength} and {MaxLength} characters are accepted."),
        ["InclusiveBetweenValidator"] = ("out_of_range", "A value from {From} to {To} is accepted."),
        ["GreaterThanValidator"] = ("too_small", "A value above {ComparisonValue} is needed."),
        ["GreaterThanOrEqualValidator"] = ("too_small", "A value of at least {ComparisonValue} is needed."),
        ["LessThanOrEqualValidator"] = ("too_large", "A value of at most {ComparisonValue} is accepted."),
        ["EnumValidator"] = ("value_unknown", "This is none of the values that the document lists."),
        [MaximumCountRule.Code] = ("too_many", "At most {MaxCount} entries are accepted."),
        ["RegularExpressionValidator"] = ("format_invalid", "The value does not have the documented form."),
    };

    /// <summary>Null where the message is acceptable.</summary>
    public static Error? Check<T>(IValidator<T> validator, T message)
    {
        var outcome = validator.Validate(message);
        return outcome.IsValid ? null : Error.Invalid([.. outcome.Errors.Select(ToFieldError)]);
    }

    public static IRuleBuilderOptions<T, TProperty> Code<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, string code, string text) =>
        rule.WithErrorCode(code).WithMessage(text);

    private static FieldError ToFieldError(ValidationFailure failure)
    {
        var pointer = Pointer(failure.PropertyName);
        if (!Codes.TryGetValue(failure.ErrorCode, out var known))
        {
            return new(pointer, failure.ErrorCode, failure.ErrorMessage);
        }
        var args = failure.FormattedMessagePlaceholderValues
            .Where(a => a.Key is "MaxLength" or "MinLength" or "MaxCount" or "From" or "To" or "ComparisonValue")
            .ToDictionary(a => a.Key, a => Convert.ToString(a.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal);
        return new(pointer, known.Code, Fill(known.Text, args), args);
    }

    public static string Fill(string text, IReadOnlyDictionary<string, string> args) =>
        args.Aggregate(text, (filled, arg) => filled.Replace("{" + arg.Key + "}", arg.Value, StringComparison.Ordinal));

    /// <summary><c>ContactPoints[0].Value</c> as <c>/contactPoints/0/value</c>.</summary>
    public static string Pointer(string path)
    {
        var pointer = new StringBuilder();
        foreach (var step in Steps().Split(path).Where(s => s.Length > 0))
        {
            pointer.Append('/').Append(char.ToLowerInvariant(step[0])).Append(step.AsSpan(1));
        }
        return pointer.ToString();
    }

    [GeneratedRegex(@"[.\[\]]+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Steps();
}

/// <summary>How many entries a list or map may have; the document shows it.</summary>
public interface IMaximumCount
{
    int Most { get; }
}

internal static class MaximumCountRule
{
    public const string Code = nameof(MaximumCountRule);
}

internal sealed class MaximumCountRule<T, TEntries>(int most) : PropertyValidator<T, TEntries>, IMaximumCount
    where TEntries : IEnumerable?
{
    public override string Name => MaximumCountRule.Code;
    public int Most { get; } = most;

    public override bool IsValid(ValidationContext<T> context, TEntries value)
    {
        context.MessageFormatter.AppendArgument("MaxCount", Most);
        return value is null || value.Cast<object?>().Take(Most + 1).Count() <= Most;
    }
}

/// <summary>Rules that several features share.</summary>
internal static class SharedRules
{
    /// <summary>A list or map of at most so many entries.</summary>
    public static IRuleBuilderOptions<T, TEntries> AtMost<T, TEntries>(this IRuleBuilder<T, TEntries> rule, int most) where TEntries : IEnumerable? =>
        rule.SetValidator(new MaximumCountRule<T, TEntries>(most));

    public static IRuleBuilderOptions<T, string?> IanaTimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(TenantSettings.TimeZoneMaxLength).Must(zone => zone is null || (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId))
            .Code("time_zone_unknown", "This is no IANA time zone. Use a name such as Asia/Tehran.");

    public static IRuleBuilderOptions<T, string?> LanguageTag<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(TenantSettings.LocaleMaxLength).Must(tag => tag is null || LanguageTags.IsWellFormed(tag))
            .Code("language_invalid", "This is no BCP 47 language tag. Use a tag such as fa-IR.");

    public static IRuleBuilderOptions<T, string?> ExternalId<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(ExternalIds.MaxLength).Must(id => id is null || ExternalIds.IsWellFormed(id))
            .Code("external_id_invalid", "An external id has at least one visible character and no control characters.");
}

internal static partial class LanguageTags
{
    public static bool IsWellFormed(string tag) => Shape().IsMatch(tag);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Shape();
}
