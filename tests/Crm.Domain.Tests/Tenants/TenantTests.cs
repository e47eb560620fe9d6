using Crm.Domain.Tenants;

namespace Crm.Domain.Tests.Tenants;

public sealed class TenantTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);

    [Fact]
    public void A_suspension_outlives_a_closure_that_is_called_off()
    {
        var tenant = New();
        tenant.Suspend("Unpaid", Now);
        tenant.Close("Left", TimeSpan.FromDays(1), Now);
        Assert.False(tenant.CancelClosure(Now).Failed(out _));
        Assert.Equal((TenantStatus.Suspended, "Unpaid", null), (tenant.Status, tenant.StatusReason, tenant.ErasesAt));
    }

    [Fact]
    public void A_closure_cannot_be_called_off_when_its_time_is_over()
    {
        var tenant = New();
        tenant.Close("Left", TimeSpan.FromDays(1), Now);
        Assert.True(tenant.CancelClosure(Now.AddDays(1)).Failed(out var error));
        Assert.Equal(TenantErrors.Erasing, error);
    }

    [Fact]
    public void Repeating_changes_nothing()
    {
        var tenant = New();
        tenant.Resume(Now);
        tenant.CancelClosure(Now);
        Assert.Equal(1, tenant.Version);
    }

    [Theory]
    [InlineData(new[] { DayOfWeek.Saturday }, DayOfWeek.Saturday, DayOfWeek.Friday)]
    [InlineData(new[] { DayOfWeek.Friday, DayOfWeek.Monday }, DayOfWeek.Friday, DayOfWeek.Sunday)]
    public void The_ordered_week_has_every_day_once(DayOfWeek[] working, DayOfWeek first, DayOfWeek last)
    {
        var week = (TenantSettings.For("en", null, null, null) with { WorkingDays = working }).OrderedWeek();
        Assert.Equal((7, first, last), (week.Distinct().Count(), week[0], week[^1]));
        Assert.Equal(7, week.Count);
    }

    private static Tenant New() => Tenant.Provision(1, "t", "T", "main", TenantSettings.For("en", null, null, null), TenantLimits.Usual, Now);
}
