using Crm.Domain.Customers;

namespace Crm.Domain.Segments;

/// <summary>What a rule may ask about a customer. There is nothing else, and nothing of it is code.</summary>
public enum SegmentFact { Lifecycle, Kind, Language, PhoneCountry, Tag, Attribute, Owner, KeyTier, LastContact, Consent, Created }

/// <summary>
/// One question about a customer. Which members go with which fact: values with lifecycle, kind, language, phoneCountry, tag, attribute, owner and keyTier, of which one
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

    /// <summary>The values of which one must fit, at most 50 of at most 300 characters; with keyTier none means a key account of any tier.</summary>
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

    /// <summary>The same question but for its values.</summary>
    internal SegmentCondition Question => this with { Not = false, Values = [] };

    /// <summary>The values as they are compared.</summary>
    internal HashSet<string> Compared => [.. Values.Select(FoldedText.Fold)];
}

/// <summary>Conditions of which one must hold.</summary>
/// <param name="Any">The conditions, 1 to 20.</param>
public sealed record SegmentClause(IReadOnlyList<SegmentCondition> Any)
{
    public const int MaxConditions = 20;

    /// <summary>Whether everybody fits: all values of a fact together, some values and their opposite, or spans of time that leave no time out.</summary>
    internal bool FitsEverybody() =>
        Any.Any(c => c.Values.Count == 0 && Any.Any(o => o.Not != c.Not && o.Values.Count == 0 && o.Question == c.Question))
        || Any.Where(c => c.Values.Count > 0 || c.Fact == SegmentFact.KeyTier).GroupBy(c => c.Question).Any(g => FitsEverybody(g.Key.Fact, [.. g.Where(c => !c.Not)], [.. g.Where(c => c.Not)]))
        || SegmentSpan.LeaveNothingOut(Any.Where(c => c.Fact == SegmentFact.LastContact)) || SegmentSpan.LeaveNothingOut(Any.Where(c => c.Fact == SegmentFact.Created));

    private static bool FitsEverybody(SegmentFact fact, List<SegmentCondition> asked, List<SegmentCondition> denied)
    {
        var wanted = asked.SelectMany(c => c.Compared).ToHashSet(StringComparer.Ordinal);
        if (AllOf(fact) is { } all && wanted.IsSupersetOf(all))
        {
            return true;
        }
        // Of a fact that has one value for each customer, what several denials all leave out is left out; whoever has any tier has every one that is denied.
        var leftOut = AllOf(fact) is null ? denied.Select(c => c.Compared) : denied.Select(c => c.Compared).Take(1).Select(first => denied.Aggregate(first, (rest, c) => [.. rest.Intersect(c.Compared)]));
        return (fact == SegmentFact.KeyTier && asked.Exists(c => c.Values.Count == 0) && denied.Count > 0) || leftOut.Any(values => (values.Count > 0 || AllOf(fact) is not null) && wanted.IsSupersetOf(values));
    }

    private static IEnumerable<string>? AllOf(SegmentFact fact) => fact switch
    {
        SegmentFact.Lifecycle => Enum.GetNames<Lifecycle>().Select(FoldedText.Fold),
        SegmentFact.Kind => Enum.GetNames<CustomerKind>().Select(FoldedText.Fold),
        _ => null,
    };
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

    /// <summary>The most values of a whole rule, as many as a statement of either store takes.</summary>
    public const int MaxValues = 500;

    public static readonly SegmentRule Example = new(
    [
        new([new() { Fact = SegmentFact.Lifecycle, Values = ["customer", "wonBack"] }]),
        new([new() { Fact = SegmentFact.Tag, Values = ["vip"] }, new() { Fact = SegmentFact.Attribute, Key = "membership_level", Values = ["gold"] }]),
        new([new() { Fact = SegmentFact.LastContact, Within = "P90D", Not = true }]),
    ]);

    /// <summary>A rule that keeps nobody out is none: whoever sends to everyone says so where they send.</summary>
    public Result Check() =>
        All.All(c => c.FitsEverybody()) ? SegmentErrors.MatchesEveryone
        : All.Sum(c => c.Any.Count) > MaxConditions || All.Sum(c => c.Any.Sum(x => x.Values.Count)) > MaxValues ? SegmentErrors.TooLarge
        : Result.Done;
}
