using Crm.Domain.Customers;

namespace Crm.Domain.Segments;

/// <summary>What a rule may ask about a customer. There is nothing else, and nothing of it is code.</summary>
public enum SegmentFact { Lifecycle, Kind, Language, PhoneCountry, Tag, Attribute, Owner, LastContact, Consent, Created }

/// <summary>
/// One question about a customer. Which members go with which fact: values with lifecycle, kind, language, phoneCountry, tag, attribute and owner, of which one
/// must fit; key with attribute (its key) and consent (the purpose); channel with consent; within with lastContact; from and before with created.
/// </summary>
public sealed record SegmentCondition
{
    public const int MaxValues = 50;
    public const int ValueMaxLength = 300;
    public const int KeyMaxLength = AttributeContent.KeyMaxLength;

    /// <summary>What is asked.</summary>
    public required SegmentFact Fact { get; init; }

    /// <summary>Whether the answer must be no.</summary>
    public bool Not { get; init; }

    /// <summary>The values of which one must fit, at most 50 of at most 300 characters.</summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];

    /// <summary>The attribute's key, or the purpose of the consent; at most 40 characters.</summary>
    public string? Key { get; init; }

    /// <summary>The channel of the consent.</summary>
    public ContactChannel? Channel { get; init; }

    /// <summary>How long ago the last contact may lie: an ISO 8601 duration of up to P3660D, as in P90D.</summary>
    public string? Within { get; init; }

    /// <summary>The first instant at which the customer may have been registered.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The instant before which the customer must have been registered.</summary>
    public DateTimeOffset? Before { get; init; }

    internal SegmentCondition Opposite() => this with { Not = !Not };

    /// <summary>The same question, whatever order its values stand in.</summary>
    internal bool Asks(SegmentCondition other) =>
        this with { Values = [] } == other with { Values = [] } && Values.ToHashSet(StringComparer.Ordinal).SetEquals(other.Values);

    /// <summary>Whether everybody fits, since every value that there is stands here.</summary>
    internal bool FitsEverybody() => !Not && Fact switch
    {
        SegmentFact.Lifecycle => Covers<Lifecycle>(),
        SegmentFact.Kind => Covers<CustomerKind>(),
        _ => false,
    };

    private bool Covers<T>() where T : struct, Enum =>
        Values.Select(v => Enum.TryParse<T>(v, true, out var value) ? value : (T?)null).OfType<T>().Distinct().Count() == Enum.GetValues<T>().Length;
}

/// <summary>Conditions of which one must hold.</summary>
/// <param name="Any">The conditions, 1 to 20.</param>
public sealed record SegmentClause(IReadOnlyList<SegmentCondition> Any)
{
    public const int MaxConditions = 20;

    internal bool FitsEverybody() => Any.Any(c => c.FitsEverybody() || Any.Any(o => o.Asks(c.Opposite())));
}

/// <summary>
/// Which customers belong: those for whom every clause holds, of each of which one condition does. Whatever all, any and not can say together can be said like this, and
/// it is two levels deep, so a rule is never deeper than a reader.
/// </summary>
/// <param name="All">The clauses, 1 to 20.</param>
public sealed record SegmentRule(IReadOnlyList<SegmentClause> All)
{
    public const int MaxClauses = 20;

    /// <summary>The most conditions of a whole rule.</summary>
    public const int MaxConditions = 50;

    public static readonly SegmentRule Example = new(
    [
        new([new() { Fact = SegmentFact.Lifecycle, Values = ["customer", "wonBack"] }]),
        new([new() { Fact = SegmentFact.Tag, Values = ["vip"] }, new() { Fact = SegmentFact.Attribute, Key = "membership_level", Values = ["gold"] }]),
        new([new() { Fact = SegmentFact.LastContact, Within = "P90D", Not = true }]),
    ]);

    /// <summary>A rule that keeps nobody out is none: whoever sends to everyone says so where they send.</summary>
    public Result Check() =>
        All.All(c => c.FitsEverybody()) ? SegmentErrors.MatchesEveryone
        : All.Sum(c => c.Any.Count) > MaxConditions ? SegmentErrors.TooLarge
        : Result.Done;
}
