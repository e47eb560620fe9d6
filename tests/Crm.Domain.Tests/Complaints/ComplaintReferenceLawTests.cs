using Crm.Domain.Complaints;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Complaints;

/// <summary>A reference is read out over the telephone: what was misheard is noticed, what was only written otherwise is understood.</summary>
[Trait("Requirement", "S3-ACCESS-2")]
public sealed class ComplaintReferenceLawTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Arbitrary<string> References = Gen.Choose(0, int.MaxValue).Two()
        .Select(n => ComplaintReference.Of(((long)n.Item1 << 31) ^ n.Item2)).ToArbitrary();

    [Fact]
    public void Every_reference_is_read_as_itself() => References.Holds(r =>
        r.Length == ComplaintReference.Length && ComplaintReference.Read(r) == r && ComplaintReference.Read(r.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)) == r);

    [Fact]
    public void One_wrong_character_is_noticed() => References.Holds(r =>
        Places(r).All(i => Alphabet.Where(c => c != r[i]).All(c => ComplaintReference.Read(r[..i] + c + r[(i + 1)..]) is null)));

    [Fact]
    public void Two_characters_that_changed_places_are_noticed() => References.Holds(r =>
        Places(r).All(i => Places(r).Where(j => j > i && r[i] != r[j]).All(j => ComplaintReference.Read(r[..i] + r[j] + r[(i + 1)..j] + r[i] + r[(j + 1)..]) is null)));

    [Fact]
    public void Letters_that_sound_or_look_like_digits_are_digits() => References.Holds(r =>
        ComplaintReference.Read(r.Replace('0', 'O').Replace('1', 'l')) == r && ComplaintReference.Read(r.Replace('1', 'I').Replace('0', '۰')) == r);

    [Fact]
    public void Any_other_text_is_none() => Any.Text.Holds(t => ComplaintReference.Read(t) is not { } read || ComplaintReference.Read(read) == read);

    private static IEnumerable<int> Places(string reference) => Enumerable.Range(0, reference.Length).Where(i => reference[i] != '-');
}
