using Crm.Domain.Complaints;
using Crm.Domain.Macros;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Complaints;

internal sealed class ComplaintMessageConfiguration : IEntityTypeConfiguration<ComplaintMessage>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ComplaintMessage> builder)
    {
        builder.ToTable("ComplaintMessages");
        builder.OnlyAdded();
        builder.OfTenant(nameof(ComplaintMessage.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Words).HasMaxLength(3 * ComplaintMessage.WordsMaxLength);
        builder.Property(x => x.OverrideReason).HasMaxLength(3 * ComplaintMessage.ReasonMaxLength);
        builder.TenantIndex(nameof(ComplaintMessage.ComplaintId), nameof(ComplaintMessage.Id));
        builder.References<ComplaintMessage, Complaint>(nameof(ComplaintMessage.ComplaintId));
        builder.References<ComplaintMessage, ComplaintMessage>(nameof(ComplaintMessage.CorrectsId));
        builder.References<ComplaintMessage, Macro>(nameof(ComplaintMessage.MacroId));
        builder.References<ComplaintMessage, StaffMember>(nameof(ComplaintMessage.By));
        builder.ErasedWithCustomer(nameof(ComplaintMessage.Words), nameof(ComplaintMessage.OverrideReason));
    }
}
