using Crm.Domain.Conflicts;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Conflicts;

internal sealed class DeclaredConflictConfiguration : IEntityTypeConfiguration<DeclaredConflict>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<DeclaredConflict> builder)
    {
        builder.ToTable("DeclaredConflicts");
        builder.AggregateOfTenant();
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Note).HasMaxLength(3 * ConflictContent.NoteMaxLength);
        builder.TenantIndex(nameof(DeclaredConflict.StaffId), nameof(DeclaredConflict.Id));
        builder.TenantIndex(nameof(DeclaredConflict.OtherStaffId), nameof(DeclaredConflict.Id));
        builder.TenantIndex(nameof(DeclaredConflict.CustomerId), nameof(DeclaredConflict.Id));
        builder.References<DeclaredConflict, StaffMember>(nameof(DeclaredConflict.StaffId));
        builder.References<DeclaredConflict, StaffMember>(nameof(DeclaredConflict.OtherStaffId));
        builder.References<DeclaredConflict, StaffMember>(nameof(DeclaredConflict.DeclaredBy));
        builder.References<DeclaredConflict, Customer>(nameof(DeclaredConflict.CustomerId));
        builder.ErasedWithCustomer(nameof(DeclaredConflict.Note));
    }
}
