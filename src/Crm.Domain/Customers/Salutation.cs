using Crm.Domain.Tenants;

namespace Crm.Domain.Customers;

/// <summary>
/// How a customer is addressed (S4-NAME-1), by language, formality, honorific and preferred name. Where something is unknown it falls back to
/// what is polite all the same, and never leaves a gap.
/// </summary>
public static class Salutation
{
    private static readonly (string Persian, string English)[] Titles =
        [("آقای", "Mr"), ("آقا", "Mr"), ("خانم", "Ms"), ("دکتر", "Dr"), ("استاد", "Prof")];

    public static string Of(CustomerProfile profile, TenantSettings customs)
    {
        profile = Closed(profile);
        var language = (profile.Language ?? customs.Locale).Split('-')[0].ToLowerInvariant();
        var formal = (profile.Formality ?? customs.DefaultFormality) == Formality.Formal;
        return (language, profile.Kind) switch
        {
            ("fa", CustomerKind.Organisation) => profile.OrganisationName is { } name ? $"مدیریت محترم {name}" : "مشتری گرامی",
            ("fa", _) => Persian(profile, formal),
            ("en", CustomerKind.Organisation) => profile.OrganisationName is { } name ? $"Dear {name} team" : "Dear customer",
            ("en", _) => "Dear " + English(profile, formal, "customer"),
            (_, CustomerKind.Organisation) => profile.OrganisationName ?? "Dear customer",
            _ => English(profile, formal, "Dear customer"),
        };
    }

    /// <summary>With names that turn nothing of what stands beside them.</summary>
    private static CustomerProfile Closed(CustomerProfile profile)
    {
        string?[] names = [profile.GivenName, profile.FamilyName, profile.PreferredName, profile.OrganisationName, profile.Honorific];
        var closed = Array.ConvertAll(names, n => n is null ? null : BidiText.Closed(n));
        return names.SequenceEqual(closed) ? profile
            : profile with { GivenName = closed[0], FamilyName = closed[1], PreferredName = closed[2], OrganisationName = closed[3], Honorific = closed[4] };
    }

    private static string Persian(CustomerProfile profile, bool formal)
    {
        if (!formal && (profile.PreferredName ?? profile.GivenName) is { } familiar)
        {
            return familiar + " عزیز";
        }
        if ((profile.FamilyName ?? profile.GivenName ?? profile.PreferredName) is not { } name)
        {
            return "مشتری گرامی";
        }
        return Title(profile.Honorific, t => t.English, t => t.Persian) switch
        {
            null => FullName(profile) + " گرامی",
            var title when title.Split(' ')[0] is "آقا" or "آقای" => $"جناب آقای {After(title)}{name}",
            var title when title.Split(' ')[0] is "خانم" => $"سرکار {title} {name}",
            var title => $"{title} {name} گرامی",
        };
    }

    private static string English(CustomerProfile profile, bool formal, string nobody)
    {
        if (!formal && (profile.PreferredName ?? profile.GivenName) is { } familiar)
        {
            return familiar;
        }
        if ((profile.FamilyName ?? profile.GivenName ?? profile.PreferredName) is not { } name)
        {
            return nobody;
        }
        return Title(profile.Honorific, t => t.Persian, t => t.English) is { } title ? $"{title} {name}" : FullName(profile);
    }

    private static string FullName(CustomerProfile profile) =>
        string.Join(' ', new[] { profile.GivenName, profile.FamilyName }.OfType<string>()) is { Length: > 0 } full ? full : profile.PreferredName ?? "";

    /// <summary>What follows the first word of a title, with a space behind it.</summary>
    private static string After(string title) => title.IndexOf(' ', StringComparison.Ordinal) is var space && space > 0 ? title[(space + 1)..] + " " : "";

    /// <summary>The honorific in the language of the salutation, where it is one of the known; as it is, where it is not.</summary>
    private static string? Title(string? honorific, Func<(string Persian, string English), string> from, Func<(string Persian, string English), string> to)
    {
        if (honorific is null)
        {
            return null;
        }
        var bare = FoldedText.Fold(honorific.TrimEnd('.', ' '));
        var known = Array.Find(Titles, t => FoldedText.Fold(from(t)) == bare);
        return known == default ? bare is "mrs" or "miss" && to(Titles[0]) == "آقای" ? "خانم" : honorific : to(known);
    }
}
