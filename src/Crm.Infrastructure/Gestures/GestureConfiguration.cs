using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Gestures;
using Crm.Domain.Members;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Gestures;

internal sealed class GestureConfiguration : IEntityTypeConfiguration<Gesture>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Gesture> builder)
    {
        builder.ToTable("Gestures");
        builder.AggregateOfTenant();
        builder.Property(x => x.Words).HasMaxLength(3 * Gesture.WordsMaxLength).HasAnnotation(SaveRecords.UntoldAnnotation, true);
        builder.Property(x => x.DecisionReason).HasMaxLength(3 * Gesture.ReasonMaxLength);
        builder.Property(x => x.CostCurrency).HasMaxLength(Money.CurrencyMaxLength).IsUnicode(false);
        builder.Property(x => x.Concerns).HasJson();
        builder.TenantIndex(nameof(Gesture.CustomerId), nameof(Gesture.Id));
        builder.TenantIndex(nameof(Gesture.ComplaintId), nameof(Gesture.Id));
        builder.TenantIndex(nameof(Gesture.GivenById), nameof(Gesture.Id));
        builder.TenantIndex(nameof(Gesture.TeamOfId), nameof(Gesture.Id));
        builder.TenantIndex(nameof(Gesture.State), nameof(Gesture.Id));
        builder.TenantIndex(nameof(Gesture.StandingGestureId), nameof(Gesture.Id));
        builder.References<Gesture, Customer>(nameof(Gesture.CustomerId));
        builder.References<Gesture, Complaint>(nameof(Gesture.ComplaintId));
        builder.References<Gesture, StandingGesture>(nameof(Gesture.StandingGestureId));
        builder.References<Gesture, Member>(nameof(Gesture.MemberId));
        builder.References<Gesture, StaffMember>(nameof(Gesture.GivenById));
        builder.References<Gesture, StaffMember>(nameof(Gesture.TeamOfId));
        builder.References<Gesture, StaffMember>(nameof(Gesture.DecidedById));
        builder.ErasedWithCustomer(nameof(Gesture.Words), nameof(Gesture.DecisionReason));
    }
}

internal sealed class GestureRulesConfiguration : IEntityTypeConfiguration<GestureRules>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<GestureRules> builder)
    {
        builder.ToTable("GestureRules");
        builder.AggregateOfTenant();
        builder.Property(x => x.Budgets).HasJson();
    }
}
