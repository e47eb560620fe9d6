using System.Text;

namespace Crm.Domain.Tests;

public sealed class ByteKeyLawTests
{
    [Fact]
    public void The_range_of_a_prefix_holds_just_the_keys_that_begin_with_it() => Any.Text.Holds((prefix, text) =>
    {
        var (from, to) = (ByteKey.Of(prefix), ByteKey.Of(prefix).PrefixEnd());
        var (other, longer) = (ByteKey.Of(text), ByteKey.Of(Any.WellFormed(prefix) + text));
        return other.StartsWith(from) == (other >= from && other < to)
            && (longer.Bytes.Length < from.Bytes.Length || (longer >= from && longer < to));
    });

    [Fact]
    public void A_key_is_whole_characters_within_the_limit_and_survives_as_text() => Any.LongText.Holds(text =>
    {
        var key = ByteKey.Of(text);
        return key.Bytes.Length <= ByteKey.MaxLength && ByteKey.Of(key.ToString()) == key && Any.WellFormed(text).StartsWith(key.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Order_is_that_of_the_bytes_and_equality_agrees_with_it() => Any.Text.Holds((a, b) =>
    {
        var (left, right) = (ByteKey.Of(a), ByteKey.Of(b));
        var order = left.CompareTo(right);
        return (order == 0) == left.Equals(right) && (order != 0 || left.GetHashCode() == right.GetHashCode())
            && Math.Sign(order) == -Math.Sign(right.CompareTo(left)) && left < right == order < 0 && left >= right == order >= 0;
    });

    /// <summary>An external id has up to 100 characters of any script; two that differ are two keys.</summary>
    [Fact]
    public void Every_external_id_fits_whole()
    {
        foreach (var letter in new[] { "a", "پ", "客", "😀" })
        {
            var longest = string.Concat(Enumerable.Repeat(letter, ExternalIds.MaxLength / letter.Length));
            Assert.Equal(Encoding.UTF8.GetBytes(longest), ByteKey.Of(longest).Bytes);
        }
    }

    [Fact]
    public void The_default_key_is_empty_and_harmless() =>
        Assert.True(default(ByteKey) == ByteKey.Of("") && default(ByteKey).ToString().Length == 0 && default(ByteKey) < ByteKey.Of("a"));
}
