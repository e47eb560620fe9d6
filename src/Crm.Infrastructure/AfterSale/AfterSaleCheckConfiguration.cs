using Crm.Domain.AfterSale;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.AfterSale;

internal sealed class AfterSaleCheckConfiguration : IEntityTypeConfiguration<AfterSaleCheck>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<AfterSaleCheck> builder)
    {
        builder.ToTable("AfterSaleChecks");
        builder.AggregateOfTenant();
        builder.TenantIndex(nameof(AfterSaleCheck.Slot)).IsUnique();
        builder.TenantIndex(nameof(AfterSaleCheck.CustomerId), nameof(AfterSaleCheck.Id));
        builder.TenantIndex(nameof(AfterSaleCheck.State), nameof(AfterSaleCheck.Id));
        builder.TenantIndex(nameof(AfterSaleCheck.DueAt), nameof(AfterSaleCheck.Id));
        builder.References<AfterSaleCheck, Customer>(nameof(AfterSaleCheck.CustomerId));
        builder.References<AfterSaleCheck, StaffMember>(nameof(AfterSaleCheck.AskedBy));
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Words).HasMaxLength(3 * AfterSaleCheck.WordsMaxLength);
        builder.ErasedWithCustomer(nameof(AfterSaleCheck.Words));
    }
}
