using Crm.Domain.BestCustomers;

namespace Crm.Domain.Tests.BestCustomers;

[Trait("Requirement", "S5-BEST-1")]
public sealed class RfmTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ten_customers_with_ten_values_are_two_in_each_quintile()
    {
        var scores = Rfm.Of([.. Enumerable.Range(1, 10).Select(i => Bought(i, i, i * 100))], AsOf);
        Assert.Equal([5, 5, 4, 4, 3, 3, 2, 2, 1, 1], scores.Select(s => s.Frequency));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], scores.OrderBy(s => s.Bought.Net).Select(s => s.Money));
        Assert.Equal(10, scores[0].Bought.Purchases);
    }

    [Fact]
    public void Equal_values_share_the_lower_bucket()
    {
        var scores = Rfm.Of([Bought(1, 5, 10), Bought(1, 1, 10), Bought(1, 1, 10), Bought(1, 1, 10), Bought(1, 1, 20)], AsOf);
        Assert.All(scores, s => Assert.Equal(1, s.Recency));
        Assert.Equal([5, 1, 1, 1, 1], scores.Select(s => s.Frequency).Order().Reverse());
        Assert.Equal([5, 1, 1, 1, 1], scores.Select(s => s.Money).Order().Reverse());
        Assert.Empty(Rfm.Of([], AsOf));
    }

    [Fact]
    public void The_vector_of_the_predicted_value() => Assert.Equal(266.67m, LifetimeValue.Predict(100, 0.8m, 0.1m));

    [Fact]
    [Trait("Requirement", "S5-RET-1")]
    public void The_vector_of_retention()
    {
        var count = new RetentionCount(200, 210, 30, 0);
        Assert.Equal((0.9m, 0.1m), (count.Retention, count.Churn));
        Assert.Null(new RetentionCount(0, 10, 10, 0).Churn);
    }

    private static BoughtInWindow Bought(int daysAgo, int purchases, long net) => new(CustomerId.New(AsOf), AsOf.AddDays(-daysAgo), purchases, net);
}
