using Crm.Domain.Calendars;
using Crm.Domain.Clocks;
using Crm.Domain.Customers;
using Crm.Domain.Policies;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Clocks;

internal sealed class ClockConfiguration : IEntityTypeConfiguration<Clock>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Clock> builder)
    {
        builder.ToTable("Clocks");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Standing).Ignore(x => x.HasEnded).Ignore(x => x.RunsForItself);
        builder.Property(x => x.Facts).HasJson();
        builder.Property(x => x.PausedIn).HasJson();
        builder.Property(x => x.Rungs).HasJson();
        builder.TenantIndex(nameof(Clock.Subject), nameof(Clock.Metric), nameof(Clock.Instance)).IsUnique();
        builder.TenantIndex(nameof(Clock.CustomerId), nameof(Clock.Id));
        builder.TenantIndex(nameof(Clock.State), nameof(Clock.Id));
        builder.TenantIndex(nameof(Clock.State), nameof(Clock.DueAt), nameof(Clock.Id));
        builder.TenantIndex(nameof(Clock.DueAt), nameof(Clock.Id));
        builder.TenantIndex(nameof(Clock.UpdatedAt), nameof(Clock.Id));
        builder.References<Clock, Customer>(nameof(Clock.CustomerId));
        builder.ErasedWithCustomer(ErasureRule.Keep);
        builder.References<Clock, Calendar>(nameof(Clock.CalendarId));
        builder.References<Clock, Policy>(nameof(Clock.PolicyId));
        builder.References<Clock, StaffMember>(nameof(Clock.OwnerId));
    }
}

internal sealed class ClockEventConfiguration : IEntityTypeConfiguration<ClockEvent>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ClockEvent> builder)
    {
        builder.ToTable("ClockEvents");
        builder.OnlyAdded();
        builder.OfTenant(nameof(ClockEvent.ClockId), nameof(ClockEvent.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.References<ClockEvent, Clock>(nameof(ClockEvent.ClockId));
        builder.References<ClockEvent, StaffMember>(nameof(ClockEvent.By));
        builder.References<ClockEvent, Calendar>(nameof(ClockEvent.CalendarId));
        builder.References<ClockEvent, Policy>(nameof(ClockEvent.PolicyId));
    }
}
