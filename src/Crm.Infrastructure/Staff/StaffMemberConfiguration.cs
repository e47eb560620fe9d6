using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Staff;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff");
        builder.AggregateOfTenant();
        builder.Property(x => x.Name).HasMaxLength(StaffProfile.NameMaxLength);
        builder.Property(x => x.PreferredName).HasMaxLength(StaffProfile.NameMaxLength);
        builder.Property(x => x.Languages).HasJson();
        builder.Ignore(x => x.Profile);
        builder.TenantIndex(nameof(StaffMember.UpdatedAt), nameof(StaffMember.Id));
        builder.References<StaffMember, StaffMember>(nameof(StaffMember.ManagerId));
    }
}
