namespace Crm.Domain.Tests;

/// <summary>Ids are counted for the whole process: tests with clocks of their own would come between.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class IdTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);

    [Fact]
    public void Survives_being_written_and_read()
    {
        var id = CustomerId.New(Now);
        Assert.True(CustomerId.TryParse(id.ToString(), null, out var read));
        Assert.Equal(id, read);
        Assert.StartsWith("customer_01", id.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sorts_in_the_order_of_making_even_within_a_millisecond()
    {
        var made = Enumerable.Range(0, 10_000).Select(_ => CustomerId.New(Now)).ToList();
        Assert.Equal(made, made.Order());
        Assert.Equal(made.Select(i => i.ToString()), made.Select(i => i.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("customer_01m802vawne00b9nq7sxqhzx5")]
    [InlineData("customer_81m802vawne00b9nq7sxqhzx5k")]
    [InlineData("customer_01m802vawne00b9nq7sxqhzx5u")]
    [InlineData("staff_01m802vawne00b9nq7sxqhzx5k")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_is_no_id_of_its_kind(string? text) => Assert.False(CustomerId.TryParse(text, null, out _));
}
