using Crm.Domain.Calendars;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Calendars;

internal sealed class CalendarConfiguration : IEntityTypeConfiguration<Calendar>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Calendar> builder)
    {
        builder.ToTable("Calendars");
        builder.AggregateOfTenant();
        builder.Property(x => x.Content).HasJson();
    }
}

internal sealed class CalendarVersionConfiguration : IEntityTypeConfiguration<CalendarVersion>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CalendarVersion> builder)
    {
        builder.ToTable("CalendarVersions");
        builder.OnlyAdded();
        builder.OfTenant(nameof(CalendarVersion.CalendarId), nameof(CalendarVersion.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Content).HasJson();
        builder.TenantIndex(nameof(CalendarVersion.CalendarId), nameof(CalendarVersion.Number)).IsUnique();
        builder.References<CalendarVersion, Calendar>(nameof(CalendarVersion.CalendarId));
        builder.References<CalendarVersion, StaffMember>(nameof(CalendarVersion.By));
    }
}
