using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Customers;

internal sealed class CustomerWatcherConfiguration : IEntityTypeConfiguration<CustomerWatcher>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CustomerWatcher> builder)
    {
        builder.ToTable("CustomerWatchers");
        builder.OfTenant(nameof(CustomerWatcher.CustomerId), nameof(CustomerWatcher.StaffId));
        builder.References<CustomerWatcher, Customer>(nameof(CustomerWatcher.CustomerId));
        builder.ErasedWithCustomer(ErasureRule.Delete);
        builder.References<CustomerWatcher, StaffMember>(nameof(CustomerWatcher.StaffId));
    }
}
