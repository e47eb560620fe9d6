using Crm.Application;
using Crm.Application.Customers;

namespace Crm.Domain.Tests;

public sealed class CursorLawTests
{
    private static readonly byte[] Fingerprint = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly byte[] Other = [1, 2, 3, 4, 5, 6, 7, 9];

    [Fact]
    public void A_position_survives_being_written_and_read() => Any.WellFormedText.Holds(key =>
    {
        var position = new Position(key, new Guid(Fingerprint.Concat(Other).ToArray()));
        return key.Length > 400 || (!Position.Decode(position.Encode(Fingerprint), Fingerprint).Failed(out _, out var read) && read == position);
    });

    [Fact]
    public void A_cursor_of_another_list_is_refused() => Any.WellFormedText.Holds(key =>
        Position.Decode(new Position(key, Guid.Empty).Encode(Other), Fingerprint).Failed(out var error) && error.Code == "cursor_invalid");

    [Fact]
    public void No_text_makes_reading_fail() => Any.LongText.Holds(text =>
        Position.Decode(text, Fingerprint).Failed(out _) | Position.Decode(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)), Fingerprint).Failed(out _));

    [Fact]
    public void A_cursor_is_bound_to_every_filter_and_to_nothing_else()
    {
        var query = new ListCustomers { Tag = "vip", Limit = 10 };
        Assert.Equal(query.Fingerprint(), (query with { Limit = 20, Cursor = "x", Fields = "id", Count = true }).Fingerprint());
        Assert.NotEqual(query.Fingerprint(), (query with { Tag = "vip2" }).Fingerprint());
        Assert.NotEqual(query.Fingerprint(), (query with { Sort = "updatedAt" }).Fingerprint());
        Assert.NotEqual(query.Fingerprint(), (query with { Tag = null, Q = "vip" }).Fingerprint());
    }
}
