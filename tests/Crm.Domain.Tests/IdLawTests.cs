namespace Crm.Domain.Tests;

public sealed class IdLawTests
{
    [Fact]
    public void An_id_survives_being_written_and_read() => Any.Uuid.Holds(value =>
        CustomerId.TryParse(new CustomerId(value).ToString(), null, out var read) && read.Value == value && read.ToString().Length == "customer_".Length + TypeId.SuffixLength);

    [Fact]
    public void The_order_of_ids_is_the_order_of_their_text_and_of_their_bytes() => Any.Uuid.Holds((a, b) =>
    {
        var (left, right) = (new CustomerId(a), new CustomerId(b));
        var sign = Math.Sign(left.CompareTo(right));
        return sign == Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString()))
            && sign == Math.Sign(a.ToByteArray(true).AsSpan().SequenceCompareTo(b.ToByteArray(true)))
            && left < right == sign < 0 && left > right == sign > 0 && left <= right == sign <= 0 && left >= right == sign >= 0;
    });

    [Fact]
    public void No_text_makes_reading_fail_and_what_is_read_is_written_the_same() => Any.Text.Holds(text =>
        (!CustomerId.TryParse(text, null, out var id) || id.ToString() == text)
        && (!CustomerId.TryParse("customer_" + text, null, out id) || id.ToString() == "customer_" + text));

    [Fact]
    public void An_instant_comes_before_every_id_made_from_then_on() =>
        Any.Uuid.Holds(bytes =>
        {
            var now = DateTimeOffset.UnixEpoch.AddMilliseconds(BitConverter.ToUInt32(bytes.ToByteArray()) * 1000L);
            return CustomerId.FirstAt(now) <= CustomerId.New(now) && CustomerId.FirstAt(now.AddMilliseconds(1001)) > CustomerId.FirstAt(now);
        });

    [Fact]
    public void Before_1970_there_is_no_id() => Assert.True(CustomerId.FirstAt(DateTimeOffset.MinValue) <= CustomerId.FirstAt(DateTimeOffset.UnixEpoch));
}
