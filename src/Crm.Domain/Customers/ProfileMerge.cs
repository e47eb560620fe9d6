using System.Text.Json;

namespace Crm.Domain.Customers;

/// <summary>Which of two merged records a value comes from.</summary>
public enum MergeSide { Survivor, Loser }

/// <summary>A member of which both records have a value, and not the same one.</summary>
/// <param name="Member">The member of the profile, such as language; of an attribute, attributes. and its key.</param>
/// <param name="Survivor">What the survivor has.</param>
/// <param name="Loser">What the loser has.</param>
/// <param name="Chosen">Whose value the survivor has after the merge.</param>
public sealed record MergeConflict(string Member, object? Survivor, object? Loser, MergeSide Chosen);

/// <summary>How two profiles become one, and how one becomes what it would be without that (S3-DB-1).</summary>
public static class ProfileMerge
{
    public const string AttributePrefix = "attributes.";

    private static readonly Member[] Scalars =
    [
        new("givenName", p => p.GivenName, (p, v) => p with { GivenName = (string?)v }),
        new("familyName", p => p.FamilyName, (p, v) => p with { FamilyName = (string?)v }),
        new("organisationName", p => p.OrganisationName, (p, v) => p with { OrganisationName = (string?)v }),
        new("preferredName", p => p.PreferredName, (p, v) => p with { PreferredName = (string?)v }),
        new("pronunciation", p => p.Pronunciation, (p, v) => p with { Pronunciation = (string?)v }),
        new("honorific", p => p.Honorific, (p, v) => p with { Honorific = (string?)v }),
        new("formality", p => p.Formality, (p, v) => p with { Formality = (Formality?)v }),
        new("language", p => p.Language, (p, v) => p with { Language = (string?)v }),
        new("timeZone", p => p.TimeZone, (p, v) => p with { TimeZone = (string?)v }),
        new("ownerId", p => p.OwnerId, (p, v) => p with { OwnerId = (StaffId?)v }),
        new("externalId", p => p.ExternalId, (p, v) => p with { ExternalId = (string?)v }),
    ];

    /// <summary>The members of which one value must be chosen where both records have one.</summary>
    public static IEnumerable<string> Choosable => Scalars.Select(m => m.Name);

    /// <summary>
    /// The survivor's profile with what only the loser has; of what both have, the chosen value, the survivor's where nothing was chosen.
    /// Contact points and tags are united.
    /// </summary>
    public static Result<(CustomerProfile Profile, IReadOnlyList<MergeConflict> Conflicts)> Unite(
        CustomerProfile survivor, CustomerProfile loser, IReadOnlyDictionary<string, MergeSide> choices)
    {
        if (Unknown(survivor, loser, choices) is { Count: > 0 } wrong)
        {
            return Error.Invalid(wrong);
        }
        var conflicts = new List<MergeConflict>();
        var united = survivor.ProfileOnly();
        foreach (var member in Scalars)
        {
            united = member.With(united, Choose(member.Name, member.Get(survivor), member.Get(loser), choices, conflicts));
        }
        var attributes = new Dictionary<string, JsonElement>(loser.Attributes, StringComparer.Ordinal);
        foreach (var (key, value) in survivor.Attributes)
        {
            var same = !loser.Attributes.TryGetValue(key, out var other) || JsonElement.DeepEquals(value, other);
            attributes[key] = same ? value : (JsonElement)Choose(AttributePrefix + key, value, other, choices, conflicts)!;
        }
        united = united with
        {
            ContactPoints = Unite(survivor.ContactPoints, loser.ContactPoints),
            Tags = [.. survivor.Tags.Concat(loser.Tags).DistinctBy(FoldedText.Fold)],
            Attributes = attributes,
        };
        return TooLarge(united) is { } members
            ? CustomerErrors.MergeTooLarge.Because($"Together the two have too many {members}.")
            : (united, conflicts);
    }

    /// <summary>
    /// What a profile would be had the merge not been: a member that still is as the merge left it goes back to what it was before, one that
    /// was edited since stays; what the merge added to a list leaves it again.
    /// </summary>
    public static CustomerProfile Restore(CustomerProfile before, CustomerProfile after, CustomerProfile current)
    {
        var restored = current.ProfileOnly();
        foreach (var member in Scalars.Where(m => Equals(m.Get(current), m.Get(after))))
        {
            restored = member.With(restored, member.Get(before));
        }
        if (!restored.HasName)
        {
            restored = restored with { GivenName = current.GivenName, FamilyName = current.FamilyName, OrganisationName = current.OrganisationName };
        }
        var tags = before.Tags.Select(FoldedText.Fold).ToHashSet(StringComparer.Ordinal);
        var gainedTags = after.Tags.Select(FoldedText.Fold).Where(t => !tags.Contains(t)).ToHashSet(StringComparer.Ordinal);
        return restored with
        {
            Tags = [.. current.Tags.Where(t => !gainedTags.Contains(FoldedText.Fold(t)))],
            ContactPoints = CustomerProfile.WithPrimaries([.. current.ContactPoints.Where(p => !WasGained(p, before, after))]),
            Attributes = Restore(before.Attributes, after.Attributes, current.Attributes),
        };
    }

    private static object? Choose(
        string member, object? survivor, object? loser, IReadOnlyDictionary<string, MergeSide> choices, List<MergeConflict> conflicts)
    {
        if (survivor is null || loser is null || Equals(survivor, loser))
        {
            return survivor ?? loser;
        }
        var chosen = choices.GetValueOrDefault(member);
        conflicts.Add(new(member, survivor, loser, chosen));
        return chosen == MergeSide.Loser ? loser : survivor;
    }

    private static List<FieldError> Unknown(CustomerProfile survivor, CustomerProfile loser, IReadOnlyDictionary<string, MergeSide> choices) =>
        [.. choices.Keys.Where(c => !Choosable.Contains(c, StringComparer.Ordinal) && !IsAttribute(survivor, c) && !IsAttribute(loser, c)).Select(c => new FieldError(
            "/choices/" + c.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), "merge_choice_unknown",
            "Nothing can be chosen for this. Name a member of the profile that has one value, or attributes. and the key of an attribute of the two."))];

    private static bool IsAttribute(CustomerProfile profile, string choice) =>
        choice.StartsWith(AttributePrefix, StringComparison.Ordinal) && profile.Attributes.ContainsKey(choice[AttributePrefix.Length..]);

    private static List<ContactPoint> Unite(IReadOnlyList<ContactPoint> survivor, IReadOnlyList<ContactPoint> loser) =>
        CustomerProfile.WithPrimaries([.. survivor, .. loser
            .Where(p => !survivor.Any(q => IsSame(p, q)))
            .Select(p => p with { Primary = p.Primary && !survivor.Any(q => q.Kind == p.Kind && q.Primary) })]);

    private static bool IsSame(ContactPoint one, ContactPoint other) => one.Kind == other.Kind && one.Normalized == other.Normalized;

    private static bool WasGained(ContactPoint point, CustomerProfile before, CustomerProfile after) =>
        !before.ContactPoints.Any(p => IsSame(p, point)) && after.ContactPoints.Any(p => p with { Primary = point.Primary } == point);

    private static Dictionary<string, JsonElement> Restore(
        IReadOnlyDictionary<string, JsonElement> before, IReadOnlyDictionary<string, JsonElement> after, IReadOnlyDictionary<string, JsonElement> current)
    {
        var restored = new Dictionary<string, JsonElement>(current, StringComparer.Ordinal);
        foreach (var (key, value) in after.Where(a => current.TryGetValue(a.Key, out var now) && JsonElement.DeepEquals(now, a.Value)))
        {
            restored.Remove(key);
            if (before.TryGetValue(key, out var earlier))
            {
                restored[key] = earlier;
            }
        }
        return restored;
    }

    private static string? TooLarge(CustomerProfile united) =>
        united.ContactPoints.Count > ContactPoint.MaxCount ? "contactPoints"
        : united.Tags.Count > CustomerProfile.MaxTags ? "tags"
        : united.Attributes.Count > CustomerProfile.MaxAttributes ? "attributes"
        : null;

    private sealed record Member(string Name, Func<CustomerProfile, object?> Get, Func<CustomerProfile, object?, CustomerProfile> With);
}
