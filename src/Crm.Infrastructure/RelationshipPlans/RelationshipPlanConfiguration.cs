using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.KeyAccounts;
using Crm.Domain.RelationshipPlans;
using Crm.Domain.Staff;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.RelationshipPlans;

internal sealed class RelationshipPlanConfiguration : IEntityTypeConfiguration<RelationshipPlan>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<RelationshipPlan> builder)
    {
        builder.ToTable("RelationshipPlans");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Added).Ignore(x => x.HasEnded).Ignore(x => x.Percent);
        builder.Property(x => x.Content).HasJson();
        builder.Property(x => x.Reached).HasJson();
        builder.Property(x => x.Told).HasJson();
        // Composing may lengthen a text, at most threefold.
        builder.Property(x => x.AgreedBy).HasMaxLength(3 * PlanContent.TitleMaxLength);
        builder.Property(x => x.EndNote).HasMaxLength(3 * PlanContent.NoteMaxLength);
        builder.Property(x => x.ShareKey).HasMaxLength(TrackingToken.KeyLength).HasAnnotation(SaveRecords.SecretAnnotation, true);
        builder.TenantIndex(nameof(RelationshipPlan.ShareKey)).IsUnique();
        builder.TenantIndex(nameof(RelationshipPlan.State), nameof(RelationshipPlan.Id));
        builder.TenantIndex(nameof(RelationshipPlan.CustomerId), nameof(RelationshipPlan.Id));
        builder.TenantIndex(nameof(RelationshipPlan.KeyAccountId), nameof(RelationshipPlan.Id));
        builder.References<RelationshipPlan, Customer>(nameof(RelationshipPlan.CustomerId));
        builder.References<RelationshipPlan, KeyAccount>(nameof(RelationshipPlan.KeyAccountId));
        builder.ErasedWithCustomer(nameof(RelationshipPlan.Content), nameof(RelationshipPlan.Reached), nameof(RelationshipPlan.AgreedBy), nameof(RelationshipPlan.EndNote));
    }
}

internal sealed class PlanVersionConfiguration : IEntityTypeConfiguration<PlanVersion>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("PlanVersions");
        builder.OnlyAdded();
        builder.OfTenant(nameof(PlanVersion.PlanId), nameof(PlanVersion.Number));
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Content).HasJson();
        builder.References<PlanVersion, RelationshipPlan>(nameof(PlanVersion.PlanId));
        builder.References<PlanVersion, StaffMember>(nameof(PlanVersion.By));
        builder.ErasedWithCustomer(nameof(PlanVersion.Content));
    }
}

internal sealed class PlanTemplateConfiguration : IEntityTypeConfiguration<PlanTemplate>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<PlanTemplate> builder)
    {
        builder.ToTable("PlanTemplates");
        builder.AggregateOfTenant();
        builder.Property(x => x.Content).HasJson();
    }
}
