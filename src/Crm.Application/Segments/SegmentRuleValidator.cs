using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Segments;
using FluentValidation;

namespace Crm.Application.Segments;

internal sealed class SegmentContentValidator : AbstractValidator<SegmentContent>
{
    public SegmentContentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(SegmentContent.NameMaxLength);
        RuleFor(x => x.Description).MaximumLength(SegmentContent.DescriptionMaxLength);
        RuleFor(x => x.Rule).NotNull().SetValidator(new SegmentRuleValidator());
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

/// <summary>The shape of a rule: each condition has the members of its fact and no others, and values that the fact can have.</summary>
internal sealed class SegmentRuleValidator : AbstractValidator<SegmentRule>
{
    public SegmentRuleValidator()
    {
        RuleFor(x => x.All).NotNull().AtMost(SegmentRule.MaxClauses);
        RuleForEach(x => x.All).NotNull().SetValidator(new SegmentClauseValidator());
    }
}

internal sealed class SegmentClauseValidator : AbstractValidator<SegmentClause>
{
    public SegmentClauseValidator()
    {
        RuleFor(x => x.Any).NotEmpty().AtMost(SegmentClause.MaxConditions);
        RuleForEach(x => x.Any).NotNull().SetValidator(new SegmentConditionValidator());
    }
}

internal sealed class SegmentConditionValidator : AbstractValidator<SegmentCondition>
{
    private const string Misplaced = "This member does not go with the fact of the condition. The document says which do.";

    public SegmentConditionValidator()
    {
        RuleFor(x => x.Fact).IsInEnum();
        RuleFor(x => x.Values).AtMost(SegmentCondition.MaxValues);
        RuleForEach(x => x.Values).NotEmpty().MaximumLength(SegmentCondition.ValueMaxLength);
        RuleFor(x => x.Values).Must((x, values) => x.Fact == SegmentFact.KeyTier || values.Count > 0 == TakesValues(x.Fact))
            .Code("segment_values_misplaced", "Values are needed with the facts that are compared with some, and go with no other.");
        RuleForEach(x => x.Values).Must((x, value) => string.IsNullOrWhiteSpace(value) || SegmentValues.Fits(x.Fact, value))
            .Code("segment_value_invalid", "The fact has no such value. The document says which it has.");
        RuleFor(x => x.Key).MaximumLength(SegmentCondition.KeyMaxLength).NotEmpty().When(x => x.Fact is SegmentFact.Attribute or SegmentFact.Consent);
        RuleFor(x => x.Key).MaximumLength(SegmentCondition.KeyMaxLength).Must((x, key) => key is null || x.Fact is SegmentFact.Attribute or SegmentFact.Consent).Code("segment_member_misplaced", Misplaced);
        RuleFor(x => x.Key).Must(key => string.IsNullOrEmpty(key) || ConsentContent.IsPurpose(key)).When(x => x.Fact == SegmentFact.Consent)
            .Code("purpose_invalid", "A purpose is a code of at most 40 letters, digits, - and _ that begins with a letter, as in consents.");
        RuleFor(x => x.Channel).NotNull().When(x => x.Fact == SegmentFact.Consent);
        RuleFor(x => x.Channel).IsInEnum().Must((x, channel) => channel is null || x.Fact == SegmentFact.Consent).Code("segment_member_misplaced", Misplaced);
        RuleFor(x => x.Within!).Cascade(CascadeMode.Stop).NotEmpty().Target().When(x => x.Fact == SegmentFact.LastContact);
        RuleFor(x => x.Within).MaximumLength(Durations.MaxLength).Must((x, within) => within is null || x.Fact == SegmentFact.LastContact).Code("segment_member_misplaced", Misplaced);
        RuleFor(x => x.From).NotNull().When(x => x.Fact == SegmentFact.Created && x.Before is null);
        RuleFor(x => x.From).Must((x, from) => from is null || x.Fact == SegmentFact.Created).Code("segment_member_misplaced", Misplaced);
        RuleFor(x => x.Before).Must((x, before) => before is null || x.Fact == SegmentFact.Created).Code("segment_member_misplaced", Misplaced);
    }

    private static bool TakesValues(SegmentFact fact) => fact is not (SegmentFact.LastContact or SegmentFact.Consent or SegmentFact.Created);
}

/// <summary>The values of a condition, as what they stand for.</summary>
internal static class SegmentValues
{
    public static bool Fits(SegmentFact fact, string value) => fact switch
    {
        SegmentFact.Lifecycle => Is<Lifecycle>(value),
        SegmentFact.Kind => Is<CustomerKind>(value),
        SegmentFact.Language => value.Length is 2 or 3 && value.All(char.IsAsciiLetter),
        SegmentFact.PhoneCountry => PhoneNumber.CallingCodeOf(value) is not null,
        SegmentFact.Owner => StaffId.TryParse(value, null, out _),
        _ => true,
    };

    public static IReadOnlyList<T> Choices<T>(this SegmentCondition condition) where T : struct, Enum =>
        [.. condition.Values.Select(v => Enum.Parse<T>(v, ignoreCase: true)).Distinct()];

    private static bool Is<T>(string value) where T : struct, Enum => char.IsAsciiLetter(value[0]) && !value.Contains(',', StringComparison.Ordinal) && Enum.TryParse<T>(value, ignoreCase: true, out _);
}
