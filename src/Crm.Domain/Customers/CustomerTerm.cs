namespace Crm.Domain.Customers;

/// <summary>
/// One key under which a customer is found. The first letter says of what kind: <c>w</c> a word for search, <c>t</c> a tag,
/// <c>a</c> an attribute's value, <c>c</c> a contact point, <c>n</c> the skeleton of the name.
/// </summary>
public sealed class CustomerTerm
{
    public required CustomerId CustomerId { get; init; }
    public required ByteKey Term { get; init; }

    public static ByteKey Word(string folded) => ByteKey.Of("w" + folded);
    public static ByteKey Tag(string tag) => ByteKey.Of("t" + FoldedText.Fold(tag));
    public static ByteKey Attribute(string key, string value) => ByteKey.Of($"a{key}={FoldedText.Fold(value)}");
    public static ByteKey Contact(ContactPointKind kind, string normalized) => ByteKey.Of($"c{(int)kind}{normalized}");
    public static ByteKey Name(string skeleton) => ByteKey.Of("n" + skeleton);

    /// <summary>Every term of a profile.</summary>
    internal static HashSet<ByteKey> Of(CustomerProfile profile)
    {
        var terms = new HashSet<ByteKey>();
        string?[] texts = [profile.GivenName, profile.FamilyName, profile.OrganisationName, profile.PreferredName];
        foreach (var text in texts.OfType<string>().Concat(profile.Tags))
        {
            terms.UnionWith(FoldedText.Words(text).Select(Word));
        }
        if (profile.ExternalId is { } externalId)
        {
            terms.Add(Word(FoldedText.Fold(externalId)));
        }
        foreach (var point in profile.ContactPoints)
        {
            terms.Add(Contact(point.Kind, point.Normalized!));
            terms.UnionWith(SearchedAs(point).Select(Word));
        }
        terms.UnionWith(profile.Tags.Select(Tag));
        foreach (var (key, value) in profile.Attributes)
        {
            terms.Add(Attribute(key, value.ToString()));
        }
        if (NameSkeleton(profile) is { Length: > 0 } skeleton)
        {
            terms.Add(Name(skeleton));
        }
        return terms;
    }

    private static IEnumerable<string> SearchedAs(ContactPoint point)
    {
        switch (point.Kind)
        {
            case ContactPointKind.Phone:
                yield return point.Normalized![1..];
                yield return new PhoneNumber(point.Normalized).National();
                break;
            case ContactPointKind.Post:
                foreach (var word in FoldedText.Words(point.Value))
                {
                    yield return word;
                }
                break;
            default:
                yield return FoldedText.Fold(point.Value);
                break;
        }
    }

    /// <summary>
    /// What stays of a name when spelling varies: its words in alphabetical order, Latin vowels and doubled letters dropped
    /// (Mohammad Ahmadi, Ahmady Muhamad).
    /// </summary>
    public static string NameSkeleton(CustomerProfile profile)
    {
        var words = new[] { profile.GivenName, profile.FamilyName, profile.OrganisationName }.OfType<string>()
            .SelectMany(FoldedText.Words).Select(Skeleton).Where(w => w.Length > 0).Order(StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    private static string Skeleton(string word)
    {
        var kept = new List<char>(word.Length);
        foreach (var c in word)
        {
            if ((kept.Count == 0 || c != kept[^1]) && (kept.Count == 0 || !"aeiouy".Contains(c, StringComparison.Ordinal)))
            {
                kept.Add(c);
            }
        }
        return new string([.. kept]);
    }
}
