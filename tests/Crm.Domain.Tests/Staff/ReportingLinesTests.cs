using Crm.Domain.Staff;

namespace Crm.Domain.Tests.Staff;

public sealed class ReportingLinesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 0, 0, TimeSpan.Zero);
    private static readonly StaffId[] Ids = [.. Enumerable.Range(0, 5).Select(_ => StaffId.New(Now))];

    /// <summary>0 leads 1, who leads 2, who leads 3; 4 stands alone.</summary>
    private static readonly ReportingLines Chain = new(new Dictionary<StaffId, StaffId?>
    {
        [Ids[0]] = null, [Ids[1]] = Ids[0], [Ids[2]] = Ids[1], [Ids[3]] = Ids[2], [Ids[4]] = null,
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    public void Refuse_a_manager_who_reports_to_the_member(int member, int manager)
    {
        Assert.True(Chain.Admit(Ids[member], Ids[manager]).Failed(out var error));
        Assert.Equal("staff.circular_reporting", error.Code);
        Assert.Equal(Ids[manager].ToString(), error.ConflictingId);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, 4)]
    [InlineData(4, 3)]
    public void Admit_any_other_manager(int member, int manager) => Assert.False(Chain.Admit(Ids[member], Ids[manager]).Failed(out _));

    [Fact]
    public void Refuse_a_manager_who_is_unknown()
    {
        Assert.True(Chain.Admit(Ids[0], StaffId.New(Now)).Failed(out var error));
        Assert.Equal("manager_unknown", error.Code);
    }

    [Fact]
    public void End_in_a_circle_that_is_there_already()
    {
        var circle = new ReportingLines(new Dictionary<StaffId, StaffId?> { [Ids[0]] = Ids[1], [Ids[1]] = Ids[0], [Ids[2]] = null });
        Assert.False(circle.Admit(Ids[2], Ids[0]).Failed(out _));
    }

    [Fact]
    public void Refuse_to_look_at_more_staff_than_the_limit()
    {
        var many = Enumerable.Range(0, ReportingLines.MaxStaff + 1).ToDictionary(_ => StaffId.New(Now), _ => (StaffId?)null);
        Assert.True(new ReportingLines(many).Admit(Ids[0], many.Keys.First()).Failed(out var error));
        Assert.Equal("staff.too_many_for_lines", error.Code);
    }

    [Fact]
    public void Are_not_needed_where_the_manager_stays()
    {
        var member = StaffMember.Employ(new StaffProfile { Name = " Sara ", ManagerId = Ids[0], Languages = ["fa-IR", "en", "fa"] }, Now);
        Assert.False(member.Revise(member.Profile with { Name = "سارا" }, null, Now).Failed(out _));
        Assert.Equal("سارا", member.Name);
        Assert.Equal("|fa||fa-ir||en|", member.LanguageKeys);
    }
}
