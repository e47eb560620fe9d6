using Crm.Application;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure;

internal sealed class AlarmConfiguration : IEntityTypeConfiguration<Alarm>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable("Alarms");
        builder.OnlyAdded();
        builder.OfTenant(nameof(Alarm.ResourceId), nameof(Alarm.Kind));
        builder.Property(x => x.ResourceId).ValueGeneratedNever();
        builder.Property(x => x.Kind).HasMaxLength(Alarm.KindMaxLength);
        builder.ReadAcrossTenants(nameof(Alarm.WakesAt), Tenancy.Column, nameof(Alarm.ResourceId), nameof(Alarm.Kind));
    }
}
