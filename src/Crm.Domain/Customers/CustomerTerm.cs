namespace Crm.Domain.Customers;

/// <summary>
/// One key under which a customer is found. The first letter says of what kind: <c>w</c> a word for search, <c>t</c> a tag,
/// <c>a</c> an attribute's value, <c>c</c> a contact point, <c>n</c> the skeleton of the name, <c>x</c> the integrator's own key.
/// </summary>
public sealed class CustomerTerm
{
    public required CustomerId CustomerId { get; init; }
    public required ByteKey Term { get; init; }

    public static ByteKey Word(string folded) => ByteKey.Of("w" + folded);
    public static ByteKey Tag(string tag) => ByteKey.Of("t" + FoldedText.Fold(tag));
    public static ByteKey Attribute(string key, string value) => ByteKey.Of($"a{key}={FoldedText.Fold(value)}");
    public static ByteKey Contact(ContactPointKind kind, string normalized) => ByteKey.Of($"c{(int)kind}{normalized}");
    public static ByteKey Own(string externalId) => ByteKey.Of("x" + externalId);
    public static ByteKey Name(string skeleton) => ByteKey.Of("n" + skeleton);

    /// <summary>The bit of a tag or an attribute's value, the same for ever (FNV-1a).</summary>
    public static long MarkOf(ByteKey term) => 1L << (int)(term.Bytes.Aggregate(14695981039346656037UL, (hash, part) => unchecked((hash ^ part) * 1099511628211UL)) % 63);

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
            terms.Add(Own(externalId));
            terms.Add(Word(FoldedText.Fold(externalId)));
            terms.UnionWith(FoldedText.Words(externalId).Select(Word));
            terms.UnionWith(JoinedDigits(externalId).Select(Word));
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
        if (NameSkeleton.Of(profile) is { Length: > 0 } skeleton)
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
                var national = new PhoneNumber(point.Normalized).National();
                yield return national;
                // As many leave the trunk digit away.
                yield return national.TrimStart('0');
                break;
            case ContactPointKind.Post:
                foreach (var word in FoldedText.Words(point.Value))
                {
                    yield return word;
                }
                break;
            default:
                yield return FoldedText.Fold(point.Value);
                foreach (var word in FoldedText.Words(point.Kind == ContactPointKind.Email ? point.Value.Split('@')[0] : point.Value))
                {
                    yield return word;
                }
                break;
        }
    }

    /// <summary>A key of digits and separators is also found by its digits alone, as a telephone number is.</summary>
    private static IEnumerable<string> JoinedDigits(string text)
    {
        var folded = FoldedText.Fold(text);
        return folded.Any(char.IsLetter) ? [] : [string.Concat(folded.Where(char.IsAsciiDigit))];
    }
}
