using System.Text.Json;
using Crm.Domain.Customers;

namespace Crm.Domain.Tests.Customers;

public sealed class ProfileMergeTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);
    private static readonly Dictionary<string, MergeSide> NoChoices = [];

    [Fact]
    public void Every_member_of_a_profile_is_merged_in_a_known_way()
    {
        string[] others = ["kind", "contactPoints", "tags", "attributes"];
        var members = typeof(CustomerProfile).GetProperties().Where(p => p.SetMethod is not null).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        Assert.Equal(members.Order(StringComparer.Ordinal), ProfileMerge.Choosable.Concat(others).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Takes_what_only_the_loser_has_and_the_chosen_of_what_both_have()
    {
        var survivor = Profile() with { GivenName = "Maryam", Language = "fa", Attributes = Attributes("colour", "red") };
        var loser = Profile() with { GivenName = "Mariam", FamilyName = "Ahmadi", Language = "en", Attributes = Attributes("colour", "blue") };
        var choices = new Dictionary<string, MergeSide> { ["language"] = MergeSide.Loser, ["attributes.colour"] = MergeSide.Loser };
        Assert.False(ProfileMerge.Unite(survivor, loser, choices).Failed(out _, out var united));
        Assert.Equal(("Maryam", "Ahmadi", "en"), (united.Profile.GivenName, united.Profile.FamilyName, united.Profile.Language));
        Assert.Equal("blue", united.Profile.Attributes["colour"].GetString());
        Assert.Equal(["givenName", "language", "attributes.colour"], united.Conflicts.Select(c => c.Member));
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("attributes.colour")]
    [InlineData("contactPoints")]
    public void Refuses_a_choice_of_what_cannot_be_chosen(string member) =>
        Assert.True(ProfileMerge.Unite(Profile(), Profile(), new Dictionary<string, MergeSide> { [member] = MergeSide.Loser }).Failed(out _));

    [Fact]
    public void Unites_contact_points_with_one_primary_of_each_kind()
    {
        var survivor = Profile() with { ContactPoints = [Phone("+981", true)] };
        var loser = Profile() with { ContactPoints = [Phone("+982", true), Phone("+981", false)] };
        Assert.Equal([Phone("+981", true), Phone("+982", false)], ProfileMerge.Unite(survivor, loser, NoChoices).Value.Profile.ContactPoints);
    }

    [Fact]
    public void Refuses_more_than_a_customer_can_hold()
    {
        var survivor = Profile() with { Tags = [.. Enumerable.Range(0, 50).Select(i => $"a{i}")] };
        Assert.True(ProfileMerge.Unite(survivor, Profile() with { Tags = ["b"] }, NoChoices).Failed(out var error));
        Assert.Equal("customer.merge_too_large", error.Code);
    }

    [Fact]
    public void Restores_what_is_unchanged_and_keeps_what_was_edited()
    {
        var before = Profile() with { GivenName = "Maryam", Tags = ["vip"], ContactPoints = [Phone("+981", true)] };
        var loser = Profile() with { GivenName = "M", FamilyName = "Ahmadi", Language = "en", Tags = ["new"], ContactPoints = [Phone("+982", true)], Attributes = Attributes("a", "1") };
        var after = ProfileMerge.Unite(before, loser, NoChoices).Value.Profile;
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(ProfileMerge.Restore(before, after, after)));
        var edited = after with { Language = "de", Tags = [.. after.Tags, "later"], ContactPoints = [.. after.ContactPoints, Phone("+983", false)] };
        var restored = ProfileMerge.Restore(before, after, edited);
        Assert.Equal(("de", null), (restored.Language, restored.FamilyName));
        Assert.Equal(["vip", "later"], restored.Tags);
        Assert.Equal(["+981", "+983"], restored.ContactPoints.Select(p => p.Normalized!));
        Assert.Empty(restored.Attributes);
    }

    [Fact]
    public void Never_restores_a_person_without_a_name()
    {
        var before = Profile() with { GivenName = "Maryam" };
        var after = before with { FamilyName = "Ahmadi" };
        Assert.Equal("Ahmadi", ProfileMerge.Restore(before, after, after with { GivenName = null }).FamilyName);
    }

    [Fact]
    public void Undoing_an_earlier_merge_first_leaves_nothing_of_its_loser_in_a_later_one()
    {
        var survivor = Register(Profile());
        var first = survivor.Absorb(Register(Profile() with { Language = "fa" }), NoChoices, null, Now).Value.Merge;
        var loser = Register(Profile() with { Language = "en" });
        var second = survivor.Absorb(loser, new Dictionary<string, MergeSide> { ["language"] = MergeSide.Loser }, null, Now).Value.Merge;
        second.Forget(first.SurvivorBefore!, first.SurvivorAfter!, Now);
        Assert.False(survivor.Release(second, loser, Now).Failed(out _));
        Assert.Null(survivor.Profile.Language);
        Assert.Equal("en", loser.Profile.Language);
    }

    [Fact]
    public void Neither_external_id_is_lost()
    {
        var survivor = Register(Profile() with { ExternalId = "A" });
        var loser = Register(Profile() with { ExternalId = "B" });
        var merge = survivor.Absorb(loser, new Dictionary<string, MergeSide> { ["externalId"] = MergeSide.Loser }, null, Now).Value.Merge;
        Assert.Equal(("B", "A"), (survivor.ExternalId, loser.ExternalId));
        Assert.False(survivor.Release(merge, loser, Now).Failed(out _));
        Assert.Equal(("A", "B"), (survivor.ExternalId, loser.ExternalId));
    }

    [Fact]
    public void Refuses_to_undo_after_the_window()
    {
        var survivor = Register(Profile());
        var loser = Register(Profile());
        var merge = survivor.Absorb(loser, NoChoices, null, Now).Value.Merge;
        Assert.True(survivor.Release(merge, loser, Now + CustomerMerge.Window + TimeSpan.FromMilliseconds(1)).Failed(out var error));
        Assert.Equal("customer.merge_window_over", error.Code);
    }

    private static CustomerProfile Profile() => new() { Kind = CustomerKind.Person, GivenName = "Maryam" };
    private static Customer Register(CustomerProfile profile) => Customer.Register(profile, Lifecycle.Lead, "IR", null, Now).Value;
    private static ContactPoint Phone(string number, bool primary) => new(ContactPointKind.Phone, number, null, primary, number);
    private static Dictionary<string, JsonElement> Attributes(string key, string value) => new() { [key] = JsonSerializer.SerializeToElement(value) };
}
