using Crm.Domain.ValueEntries;

namespace Crm.Domain.Tests.ValueEntries;

[Trait("Requirement", "S4-MUTUAL-1")]
public sealed class ValueEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_reversal_takes_away_what_was_entered_and_is_not_reversed_itself()
    {
        foreach (var kind in Enum.GetValues<ValueKind>())
        {
            var entry = ValueEntry.Record(ValueContent.Example with { Kind = kind }, new(2026, 3, 21), null, Now).Value;
            var reversal = entry.Reverse(new(2026, 4, 1), "Came back", null, Now).Value;
            Assert.Equal(0, entry.Amount + reversal.Amount);
            Assert.Equal((entry.Kind, entry.Direction, entry.Currency, entry.CustomerId), (reversal.Kind, reversal.Direction, reversal.Currency, reversal.CustomerId));
            Assert.Equal(entry.Id, reversal.ReversesId);
            Assert.True(reversal.Reverse(new(2026, 4, 2), "Again", null, Now).Failed(out var error));
            Assert.Equal("value.is_reversal", error.Code);
        }
    }

    [Fact]
    public void What_has_not_been_yet_is_no_entry() =>
        Assert.True(ValueEntry.Record(ValueContent.Example, ValueContent.Example.OccurredOn.AddDays(-1), null, Now).Failed(out _));
}
