using Crm.Domain.Staff;

namespace Crm.Domain.Tests.Work;

[Trait("Requirement", "S3-OWNER-1")]
public sealed class AbsenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly StaffId Sara = StaffId.New(Now);

    [Theory]
    [InlineData(2, 1, "absence_reversed")]
    [InlineData(1, 1, "absence_reversed")]
    [InlineData(-2, 0, "absence_past")]
    [InlineData(0, 367, "absence_too_long")]
    public void A_period_that_is_none_has_its_code(int from, int to, string code) => Assert.Equal(code, Code(Plan(from, to)));

    [Fact]
    public void Nobody_stands_in_for_themselves() =>
        Assert.Equal("delegate_is_self", Code(Absence.Plan(Sara, new(Now, Now.AddDays(1), DelegateId: Sara), Now)));

    [Fact]
    public void Ended_under_way_it_ends_now_and_before_it_began_it_is_called_off()
    {
        var (running, planned) = (Plan(-1, 2).Value, Plan(1, 2).Value);
        Assert.False(running.End(Now).Failed(out _));
        Assert.Equal((Now, false), (running.To, running.Cancelled));
        Assert.False(planned.End(Now).Failed(out _));
        Assert.Equal((Now.AddDays(2), true), (planned.To, planned.Cancelled));
        Assert.Equal("absence.over", running.End(Now).Failed(out var error) ? error.Code : "");
        Assert.Equal("absence.over", planned.End(Now).Failed(out error) ? error.Code : "");
    }

    private static Result<Absence> Plan(int from, int to) => Absence.Plan(Sara, new(Now.AddDays(from), Now.AddDays(to)), Now);

    private static string Code(Result<Absence> planned) => planned.Failed(out var error) ? error.Fields is [var field] ? field.Code : error.Code : "";
}
