using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Crm.Domain.ValueEntries;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.ValueEntries;

internal sealed class ValueEntryConfiguration : IEntityTypeConfiguration<ValueEntry>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ValueEntry> builder)
    {
        builder.ToTable("ValueEntries");
        builder.OnlyAdded();
        builder.AggregateOfTenant();
        builder.Property(x => x.Currency).HasMaxLength(Money.CurrencyMaxLength).IsUnicode(false).IsFixedLength();
        builder.Property(x => x.Note).HasMaxLength(3 * ValueContent.NoteMaxLength);
        builder.TenantIndex(nameof(ValueEntry.SourceKey)).IsUnique();
        builder.TenantIndex(nameof(ValueEntry.CustomerId), nameof(ValueEntry.OccurredOn), nameof(ValueEntry.Id));
        builder.TenantIndex(nameof(ValueEntry.OccurredOn), nameof(ValueEntry.Id));
        builder.TenantIndex(nameof(ValueEntry.Source), nameof(ValueEntry.Id));
        builder.TenantIndex(nameof(ValueEntry.ReversesId));
        builder.References<ValueEntry, Customer>(nameof(ValueEntry.CustomerId));
        builder.References<ValueEntry, ValueEntry>(nameof(ValueEntry.ReversesId));
        builder.References<ValueEntry, StaffMember>(nameof(ValueEntry.By));
        builder.ErasedWithCustomer(nameof(ValueEntry.Note));
    }
}
