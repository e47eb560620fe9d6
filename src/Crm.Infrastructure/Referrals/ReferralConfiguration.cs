using Crm.Domain.Customers;
using Crm.Domain.Purchases;
using Crm.Domain.Referrals;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Referrals;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("Referrals");
        builder.AggregateOfTenant();
        builder.Property(x => x.SourceCode).HasMaxLength(3 * Referral.SourceMaxLength);
        builder.TenantIndex(nameof(Referral.Slot)).IsUnique();
        builder.TenantIndex(nameof(Referral.ReferrerId), nameof(Referral.Id));
        builder.TenantIndex(nameof(Referral.ReferredId), nameof(Referral.Id));
        builder.TenantIndex(nameof(Referral.State), nameof(Referral.Id));
        builder.References<Referral, Customer>(nameof(Referral.ReferrerId));
        builder.References<Referral, Customer>(nameof(Referral.ReferredId));
        builder.References<Referral, Purchase>(nameof(Referral.PurchaseId));
        builder.References<Referral, StaffMember>(nameof(Referral.By));
        builder.ErasedWithCustomer(ErasureRule.Keep);
    }
}
