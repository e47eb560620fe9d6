using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Purchases;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Purchases;

internal sealed class PurchaseConfiguration : IEntityTypeConfiguration<Purchase>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Purchase> builder)
    {
        builder.ToTable("Purchases");
        builder.AggregateOfTenant();
        builder.Property(x => x.Currency).HasMaxLength(Money.CurrencyMaxLength).IsUnicode(false);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.ChannelCode).HasMaxLength(3 * PurchaseContent.ChannelMaxLength);
        // What was bought is read where it stands.
        builder.Property(x => x.Lines).HasJson().HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.TenantIndex(nameof(Purchase.CustomerId), nameof(Purchase.PurchasedAt), nameof(Purchase.Id));
        builder.TenantIndex(nameof(Purchase.PurchasedAt), nameof(Purchase.Id));
        builder.TenantIndex(nameof(Purchase.UpdatedAt), nameof(Purchase.Id));
        builder.References<Purchase, Customer>(nameof(Purchase.CustomerId));
        builder.References<Purchase, StaffMember>(nameof(Purchase.RecordedById));
        builder.ErasedWithCustomer(nameof(Purchase.Lines));
        builder.HasMany(x => x.Returns).WithOne().HasForeignKey(Tenancy.Column, nameof(PurchaseReturn.PurchaseId)).OnDelete(DeleteBehavior.NoAction);
        builder.Navigation(x => x.Returns).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PurchaseReturnConfiguration : IEntityTypeConfiguration<PurchaseReturn>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<PurchaseReturn> builder)
    {
        builder.ToTable("PurchaseReturns");
        builder.OnlyAdded();
        builder.OfTenant(nameof(PurchaseReturn.PurchaseId), nameof(PurchaseReturn.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Lines).HasJson();
        builder.Property(x => x.ExternalId).HasMaxLength(3 * ExternalIds.MaxLength);
        builder.References<PurchaseReturn, StaffMember>(nameof(PurchaseReturn.By));
    }
}
