using Crm.Domain.Customers;
using Crm.Domain.Gestures;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Gestures;

internal sealed class StandingGestureConfiguration : IEntityTypeConfiguration<StandingGesture>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<StandingGesture> builder)
    {
        builder.ToTable("StandingGestures");
        builder.AggregateOfTenant();
        builder.Property(x => x.Content).HasJson();
    }
}

internal sealed class StandingRunConfiguration : IEntityTypeConfiguration<StandingRun>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<StandingRun> builder)
    {
        builder.ToTable("StandingRuns");
        builder.OfTenant(nameof(StandingRun.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.References<StandingRun, StandingGesture>(nameof(StandingRun.Id));
    }
}

internal sealed class StandingOccasionConfiguration : IEntityTypeConfiguration<StandingOccasion>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<StandingOccasion> builder)
    {
        builder.ToTable("StandingOccasions");
        builder.AggregateOfTenant();
        builder.Property(x => x.Occurrence).HasMaxLength(StandingOccasion.OccurrenceMaxLength).IsUnicode(false);
        builder.TenantIndex(nameof(StandingOccasion.StandingGestureId), nameof(StandingOccasion.CustomerId), nameof(StandingOccasion.Occurrence)).IsUnique();
        builder.TenantIndex(nameof(StandingOccasion.StandingGestureId), nameof(StandingOccasion.State), nameof(StandingOccasion.DueOn), nameof(StandingOccasion.Id));
        builder.TenantIndex(nameof(StandingOccasion.StandingGestureId), nameof(StandingOccasion.Id));
        builder.TenantIndex(nameof(StandingOccasion.CustomerId), nameof(StandingOccasion.Id));
        builder.References<StandingOccasion, StandingGesture>(nameof(StandingOccasion.StandingGestureId));
        builder.References<StandingOccasion, Customer>(nameof(StandingOccasion.CustomerId));
        builder.References<StandingOccasion, Gesture>(nameof(StandingOccasion.GestureId));
        // The day of a birthday is nobody's to keep.
        builder.ErasedWithCustomer(ErasureRule.Delete);
    }
}
