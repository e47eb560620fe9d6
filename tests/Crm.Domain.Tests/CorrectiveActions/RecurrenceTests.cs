using Crm.Domain.CorrectiveActions;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.CorrectiveActions;

[Trait("Requirement", "S1-LEARN-1")]
public sealed class RecurrenceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Theory]
    [InlineData("", 1, 5, "")]
    [InlineData("0", 1, 5, "0")]
    [InlineData("0,1,2", 3, 5, "2")]
    [InlineData("0,1,2,3,4", 3, 5, "2")]
    [InlineData("0,3,6", 3, 5, "")]
    [InlineData("0,1,5", 3, 5, "5")]
    [InlineData("0,1,6", 3, 5, "")]
    [InlineData("2,0,1", 3, 5, "2")]
    [InlineData("1,1,1,1", 3, 5, "1")]
    [InlineData("0,1,2,20,21,22", 3, 5, "2,22")]
    [InlineData("0,1,2,6,7,9", 3, 5, "2,6,7,9")]
    [InlineData("0,1,2,4,5,7", 3, 5, "2")]
    public void Told_once_for_each_time_that_it_comes_to_k(string days, int k, int window, string told) =>
        Assert.Equal(told, string.Join(',', Recurrence.Detect(Times(days), k, TimeSpan.FromDays(window)).Select(t => (t - Start).TotalDays)));

    /// <summary>The crossings are those of the number of occurrences in the window, looked at at every hour and just before it.</summary>
    [Fact]
    public void It_tells_what_counting_at_every_instant_tells() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var (k, window) = (random.Next(1, 5), random.Next(1, 8));
        var hours = Enumerable.Range(0, random.Next(25)).Select(_ => random.Next(40)).ToList();
        var crossings = new List<int>();
        // Half hours: nothing occurs between two full ones, so the odd numbers see what stands just before an hour.
        int Count(int half) => hours.Count(h => 2 * h <= half && 2 * h >= half - 2 * window);
        for (var half = 0; half <= 80; half += 2)
        {
            if (Count(half) >= k && Count(half - 1) < k)
            {
                crossings.Add(half / 2);
            }
        }
        var told = Recurrence.Detect(hours.Select(h => Start.AddHours(h)), k, TimeSpan.FromHours(window)).Select(t => (int)(t - Start).TotalHours);
        return told.SequenceEqual(crossings);
    });

    /// <summary>Asked at each occurrence as it comes, it says yes as often as it is told over all of them.</summary>
    [Fact]
    public void Asked_one_by_one_it_is_told_as_often() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var (k, window) = (random.Next(1, 5), TimeSpan.FromHours(random.Next(1, 8)));
        var times = Enumerable.Range(0, random.Next(20)).Select(_ => Start.AddHours(random.Next(30))).Order().ToList();
        return times.Index().Count(t => Recurrence.Crosses(t.Item, times.Take(t.Index), k, window)) == Recurrence.Detect(times, k, window).Count;
    });

    private static IEnumerable<DateTimeOffset> Times(string days) => days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => Start.AddDays(int.Parse(d, System.Globalization.CultureInfo.InvariantCulture)));
}
