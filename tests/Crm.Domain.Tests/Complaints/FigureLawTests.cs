using Crm.Domain.Complaints;

namespace Crm.Domain.Tests.Complaints;

/// <summary>The books of complaints come to what counting them anew comes to, whatever happened in whatever order.</summary>
[Trait("Requirement", "S4-NEEDS-1")]
public sealed class FigureLawTests
{
    [Fact]
    public void What_was_booked_step_by_step_is_what_stands_at_the_end()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (way, booked, before) = (new ComplaintWay(seed), new Dictionary<(FigureDimension, int, string), Figures>(), (BookedFigures?)null);
            for (var step = 0; step < 60; step++)
            {
                var now = way.Complaint.ToBook();
                Book(FigureChange.Between(before, now), booked);
                Assert.Empty(FigureChange.Between(now, way.Complaint.ToBook()));
                before = now;
                way.Step();
            }
            var last = way.Complaint.ToBook();
            Book(FigureChange.Between(before, last), booked);
            var anew = new Dictionary<(FigureDimension, int, string), Figures>();
            Book(FigureChange.Between(null, last), anew);
            Assert.Equal(Written(anew), Written(booked));
        }
    }

    [Fact]
    public void A_set_of_counts_is_read_as_it_was_written_and_what_is_taken_away_is_gone()
    {
        var figures = Figures.Parse("n=3;R:17=2;$:refund:IRR:40=1");
        Assert.Equal("$:refund:IRR:40=1;R:17=2;n=3", figures.ToString());
        Assert.Equal("R:17=1;n=2", Figures.Parse(figures.ToString()).Add("n=1;R:17=1;$:refund:IRR:40=1", -1).ToString());
        Assert.Equal("", Figures.Parse("n=3").Add(Figures.Parse("n=3"), -1).ToString());
        Assert.True(Figures.Parse("").IsEmpty);
    }

    [Fact]
    public void A_quantile_is_within_4_5_percent_of_the_value_of_its_rank()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 400)).Select(_ => Math.Floor(Math.Exp(random.NextDouble() * 17) + 1)).Order().ToList();
            var counted = values.GroupBy(LogScale.StepOf).Select(g => (g.Key, (long)g.Count())).ToList();
            foreach (var part in new[] { 0, 0.5, 0.9, 1 })
            {
                var exact = values[(int)Math.Max(1, Math.Ceiling(part * values.Count)) - 1];
                Assert.InRange(LogScale.Quantile(counted, part)!.Value / exact, 1 / 1.0452, 1.0452);
            }
        }
        Assert.Null(LogScale.Quantile([], 0.5));
        Assert.Equal(0, LogScale.Quantile([(LogScale.StepOf(0.4), 1)], 0.5));
    }

    [Fact]
    public void Months_and_days_cover_each_day_of_a_period_once()
    {
        var random = new Random(2);
        for (var round = 0; round < 300; round++)
        {
            var first = new DateOnly(2025, 1, 1).AddDays(random.Next(500));
            var last = first.AddDays(random.Next(366));
            var periods = FigurePeriod.Covering(first, last);
            Assert.True(periods.Count <= 12 + 60);
            for (var day = first.AddDays(-40); day <= last.AddDays(40); day = day.AddDays(1))
            {
                var covered = periods.Count(p => p == FigurePeriod.OfDay(day) || p == FigurePeriod.OfMonth(day));
                Assert.Equal(day >= first && day <= last ? 1 : 0, covered);
            }
        }
    }

    private static void Book(IEnumerable<FigureChange> changes, Dictionary<(FigureDimension, int, string), Figures> cells)
    {
        foreach (var change in changes)
        {
            var key = (change.Dimension, change.Period, change.Value);
            cells[key] = (cells.GetValueOrDefault(key) ?? new()).Add(change.Change);
        }
    }

    private static string[] Written(Dictionary<(FigureDimension, int, string), Figures> cells) =>
        [.. cells.Where(c => !c.Value.IsEmpty).Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal)];
}
