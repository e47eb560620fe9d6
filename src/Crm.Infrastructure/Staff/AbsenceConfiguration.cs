using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Staff;

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences");
        builder.AggregateOfTenant();
        builder.TenantIndex(nameof(Absence.StaffId), nameof(Absence.From), nameof(Absence.Id));
        builder.TenantIndex(nameof(Absence.DelegateId), nameof(Absence.To));
        builder.References<Absence, StaffMember>(nameof(Absence.StaffId));
        builder.References<Absence, StaffMember>(nameof(Absence.DelegateId));
    }
}
