using Crm.Domain.Customers;
using Crm.Domain.Notifications;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Notifications;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.AggregateOfTenant();
        builder.Property(x => x.Kind).HasMaxLength(Notification.KindMaxLength);
        builder.TenantIndex(nameof(Notification.StaffId), nameof(Notification.DeliverAt), nameof(Notification.Id));
        builder.TenantIndex(nameof(Notification.StaffId), nameof(Notification.Id));
        builder.References<Notification, StaffMember>(nameof(Notification.StaffId));
        // Codes and ids, nothing that tells of a person.
        builder.References<Notification, Customer>(nameof(Notification.CustomerId));
        builder.ErasedWithCustomer(ErasureRule.Keep);
    }
}
