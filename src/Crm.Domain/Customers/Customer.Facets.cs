using System.Globalization;

namespace Crm.Domain.Customers;

/// <content>What rules of segments ask of every customer, kept beside the record so that a whole tenant is counted by one index (ADR 40).</content>
public sealed partial class Customer
{
    /// <summary>The kind of the profile.</summary>
    public CustomerKind Kind { get; private set; }

    /// <summary>The first part of the profile's language tag in lower case, such as fa.</summary>
    public string? Language { get; private set; }

    /// <summary>The kinds of contact points that there are, a bit each.</summary>
    public int AddressedBy { get; private set; }

    /// <summary>What the telephone numbers begin with, as in +491+982.</summary>
    public string? NumbersBegin { get; private set; }

    /// <summary>A bit for each tag and attribute; some share one, so only a bit that is missing says something for certain.</summary>
    public long Marks { get; private set; }

    /// <summary>When the last contact began that no correction replaces. Written with contacts, not with the record.</summary>
    public DateTimeOffset? LastContactAt { get; private set; }

    /// <summary>The decisions about contact that are in force, as <see cref="ConsentsInForce"/> writes them. Written with consents, not with the record.</summary>
    public string? Decisions { get; private set; }

    private void Know(CustomerProfile profile)
    {
        (Kind, Language) = (profile.Kind, profile.Language?.Split('-')[0].ToLowerInvariant());
        AddressedBy = profile.ContactPoints.Aggregate(0, (mask, point) => mask | MaskOf(point.Kind));
        var beginnings = string.Concat(profile.ContactPoints.Where(p => p.Kind == ContactPointKind.Phone).Select(p => PhoneNumber.BeginningOf(p.Normalized!)).Distinct().Order(StringComparer.Ordinal));
        NumbersBegin = beginnings.Length > 0 ? beginnings : null;
        Marks = profile.Tags.Select(CustomerTerm.Tag).Concat(profile.Attributes.Select(a => CustomerTerm.Attribute(a.Key, a.Value.ToString()))).Aggregate(0L, (marks, term) => marks | CustomerTerm.MarkOf(term));
    }

    public static int MaskOf(ContactPointKind kind) => 1 << (int)kind;
}

/// <summary>
/// The decisions of a customer that are in force, as one text in which each is found by what it looks like: a purpose on every channel is +marketing or !marketing,
/// on one channel +marketing.2, each followed by a space.
/// </summary>
public static class ConsentsInForce
{
    /// <summary>As much as one column of either store holds: 190 decisions with the longest of purposes.</summary>
    public const int MaxLength = 8000;

    private static readonly ContactChannel[] Channels = Enum.GetValues<ContactChannel>();

    /// <summary>The text of these decisions; null where there is none.</summary>
    public static string? Of(IReadOnlyCollection<Consent> consents)
    {
        var text = string.Concat(consents.GroupBy(c => c.Purpose, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(About));
        return text.Length > 0 ? text : null;
    }

    /// <summary>How a decision on every channel stands in the text.</summary>
    public static string OnAll(string purpose, ConsentDecision decision) => $"{Sign(decision)}{purpose} ";

    /// <summary>How a decision on one channel stands in the text, where not all channels have the same.</summary>
    public static string On(ContactChannel channel, string purpose, ConsentDecision decision) => string.Create(CultureInfo.InvariantCulture, $"{Sign(decision)}{purpose}.{(int)channel} ");

    private static IEnumerable<string> About(IGrouping<string, Consent> purpose)
    {
        var decisions = Channels.Select(c => (Channel: c, Consent.InForce(purpose, purpose.Key, c)?.Decision)).ToList();
        return decisions.Select(d => d.Decision).Distinct().ToList() is [{ } same]
            ? [OnAll(purpose.Key, same)]
            : decisions.Where(d => d.Decision is not null).Select(d => On(d.Channel, purpose.Key, d.Decision!.Value));
    }

    private static char Sign(ConsentDecision decision) => decision == ConsentDecision.Granted ? '+' : '!';
}
