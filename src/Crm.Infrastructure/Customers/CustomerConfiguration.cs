using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Customers;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>, IOfTenantStore
{
    private const int LanguageMaxLength = 3;
    private const int DisplayNameMaxLength = 2 * CustomerProfile.NameMaxLength + 1;

    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.AggregateOfTenant();
        builder.Property(x => x.Profile).HasJson();
        builder.Property(x => x.DoNotContact).HasJson();
        builder.Property(x => x.Erasure).HasJson();
        // A record that was merged into an erased one is erased by the same command, through its aggregate.
        builder.ErasedWithCustomer(ErasureRule.Keep);
        builder.Property(x => x.DisplayName).HasMaxLength(DisplayNameMaxLength);
        builder.Property(x => x.Language).HasMaxLength(LanguageMaxLength).IsUnicode(false);
        builder.Ignore(x => x.AddedTerms).Ignore(x => x.RemovedTerms);
        builder.TenantIndex(nameof(Customer.UpdatedAt), nameof(Customer.Id));
        builder.TenantIndex(nameof(Customer.NameKey), nameof(Customer.Id));
        builder.TenantIndex(nameof(Customer.OwnerId), nameof(Customer.Id));
        builder.TenantIndex(nameof(Customer.Lifecycle), nameof(Customer.Id));
        builder.Property(x => x.NumbersBegin).HasMaxLength(PhoneNumber.BeginningLength * ContactPoint.MaxCount).IsUnicode(false).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.Decisions).HasMaxLength(ConsentsInForce.MaxLength).IsUnicode(false).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        foreach (var facet in (string[])[nameof(Customer.AddressedBy), nameof(Customer.Marks), nameof(Customer.LastContactAt)])
        {
            builder.Property(facet).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        }
        // What rules of segments ask of every customer: counted and paged without reading the records (ADR 40).
        builder.TenantIndex(nameof(Customer.State), nameof(Customer.Id)).Covers(
            nameof(Customer.Lifecycle), nameof(Customer.Kind), nameof(Customer.Language), nameof(Customer.SilentOn), nameof(Customer.SilentUntil), nameof(Customer.OwnerId),
            nameof(Customer.AddressedBy), nameof(Customer.NumbersBegin), nameof(Customer.Marks), nameof(Customer.LastContactAt), nameof(Customer.Decisions));
        builder.References<Customer, StaffMember>(nameof(Customer.OwnerId));
        builder.References<Customer, Customer>(nameof(Customer.SurvivorId));
        builder.HasMany(x => x.LifecycleChanges).WithOne().HasForeignKey(Tenancy.Column, nameof(LifecycleChange.CustomerId)).OnDelete(DeleteBehavior.NoAction);
        builder.Navigation(x => x.LifecycleChanges).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CustomerTermConfiguration : IEntityTypeConfiguration<CustomerTerm>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CustomerTerm> builder)
    {
        builder.ToTable("CustomerTerms");
        builder.OnlyAdded();
        builder.OfTenant(nameof(CustomerTerm.CustomerId), nameof(CustomerTerm.Term));
        builder.TenantIndex(nameof(CustomerTerm.Term), nameof(CustomerTerm.CustomerId));
        builder.References<CustomerTerm, Customer>(nameof(CustomerTerm.CustomerId));
        // Derived from the profile: the survivor's are made anew.
        builder.StaysWithMergedCustomer();
        builder.ErasedWithCustomer(ErasureRule.Delete);
    }
}

internal sealed class LifecycleChangeConfiguration : IEntityTypeConfiguration<LifecycleChange>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<LifecycleChange> builder)
    {
        builder.ToTable("LifecycleChanges");
        builder.OnlyAdded();
        builder.OfTenant(nameof(LifecycleChange.CustomerId), nameof(LifecycleChange.Id));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Reason).HasMaxLength(LifecycleChange.ReasonMaxLength);
        // Who became a customer on a day of some year: the id tells when.
        builder.TenantIndex(nameof(LifecycleChange.To), nameof(LifecycleChange.Id));
        builder.ErasedWithCustomer(nameof(LifecycleChange.Reason));
    }
}
