using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Staff;
using Crm.Domain.Tenants;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Callbacks;

internal sealed class CallbackConfiguration : IEntityTypeConfiguration<Callback>, IOfTenantStore
{
    internal const int NumberLength = PhoneNumber.MaxDigits + 1;

    public void Configure(EntityTypeBuilder<Callback> builder)
    {
        builder.ToTable("Callbacks");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Added).Ignore(x => x.Standing).Ignore(x => x.Window).Ignore(x => x.HasEnded).Ignore(x => x.HasCalled);
        builder.Property(x => x.Number).HasMaxLength(NumberLength);
        builder.Property(x => x.TimeZone).HasMaxLength(TenantSettings.TimeZoneMaxLength);
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.Reason).HasMaxLength(3 * Callback.ReasonMaxLength);
        builder.TenantIndex(nameof(Callback.CustomerId), nameof(Callback.WindowTo), nameof(Callback.Id));
        builder.TenantIndex(nameof(Callback.OwnerId), nameof(Callback.WindowTo), nameof(Callback.Id));
        builder.TenantIndex(nameof(Callback.State), nameof(Callback.Id));
        builder.TenantIndex(nameof(Callback.State), nameof(Callback.WindowTo), nameof(Callback.Id));
        builder.TenantIndex(nameof(Callback.WindowTo), nameof(Callback.Id));
        builder.TenantIndex(nameof(Callback.UpdatedAt), nameof(Callback.Id));
        builder.TenantIndex(nameof(Callback.CreatedAt));
        builder.References<Callback, Customer>(nameof(Callback.CustomerId));
        builder.ErasedWithCustomer(nameof(Callback.Reason), nameof(Callback.Number));
        builder.References<Callback, Interaction>(nameof(Callback.InteractionId));
        builder.References<Callback, StaffMember>(nameof(Callback.OwnerId));
    }
}

internal sealed class CallbackEventConfiguration : IEntityTypeConfiguration<CallbackEvent>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<CallbackEvent> builder)
    {
        builder.ToTable("CallbackEvents");
        builder.OnlyAdded();
        builder.OfTenant(nameof(CallbackEvent.CallbackId), nameof(CallbackEvent.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Note).HasMaxLength(CallbackEvent.NoteMaxLength);
        builder.Property(x => x.TimeZone).HasMaxLength(TenantSettings.TimeZoneMaxLength);
        builder.Property(x => x.PhoneNumber).HasMaxLength(CallbackConfiguration.NumberLength);
        builder.References<CallbackEvent, Callback>(nameof(CallbackEvent.CallbackId));
        builder.References<CallbackEvent, StaffMember>(nameof(CallbackEvent.By));
        builder.References<CallbackEvent, StaffMember>(nameof(CallbackEvent.OwnerId));
        builder.References<CallbackEvent, Interaction>(nameof(CallbackEvent.InteractionId));
        builder.ErasedWithCustomer(nameof(CallbackEvent.Note), nameof(CallbackEvent.PhoneNumber));
    }
}
