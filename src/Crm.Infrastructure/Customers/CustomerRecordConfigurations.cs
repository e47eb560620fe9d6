using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Customers;

internal sealed class AttributeDefinitionConfiguration : IEntityTypeConfiguration<AttributeDefinition>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<AttributeDefinition> builder)
    {
        builder.ToTable("AttributeDefinitions");
        builder.AggregateOfTenant();
        builder.Property(x => x.Content).HasJson();
        builder.TenantIndex(nameof(AttributeDefinition.Name)).IsUnique();
    }
}

internal sealed class FactConfiguration : IEntityTypeConfiguration<Fact>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Fact> builder)
    {
        builder.ToTable("Facts");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content);
        builder.Property(x => x.Text).HasMaxLength(FactContent.TextMaxLength);
        builder.Property(x => x.Date).HasMaxLength(10);
        builder.Property(x => x.Source).HasMaxLength(FactContent.SourceMaxLength);
        builder.TenantIndex(nameof(Fact.CustomerId), nameof(Fact.Id));
        builder.TenantIndex(nameof(Fact.BirthdayOn), nameof(Fact.Id));
        builder.References<Fact, Customer>(nameof(Fact.CustomerId));
        builder.ErasedWithCustomer(ErasureRule.Delete);
        builder.References<Fact, StaffMember>(nameof(Fact.By));
        builder.References<Fact, StaffMember>(nameof(Fact.OnlyFor));
    }
}

internal sealed class NeedConfiguration : IEntityTypeConfiguration<Need>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.ToTable("Needs");
        builder.AggregateOfTenant();
        builder.Ignore(x => x.Content);
        builder.Property(x => x.Text).HasMaxLength(NeedContent.TextMaxLength);
        builder.TenantIndex(nameof(Need.CustomerId), nameof(Need.Id));
        builder.TenantIndex(nameof(Need.Status), nameof(Need.ExpectedFrom), nameof(Need.Id));
        builder.TenantIndex(nameof(Need.ExpectedFrom), nameof(Need.Id));
        builder.References<Need, Customer>(nameof(Need.CustomerId));
        builder.ErasedWithCustomer(nameof(Need.Text));
        builder.References<Need, StaffMember>(nameof(Need.By));
        builder.References<Need, WorkItem>(nameof(Need.WorkId));
        builder.UnmergedWith(nameof(Need.WorkId));
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.AggregateOfTenant();
        builder.Property(x => x.Purpose).HasMaxLength(ConsentContent.PurposeMaxLength);
        builder.Property(x => x.Evidence).HasMaxLength(ConsentContent.EvidenceMaxLength);
        builder.Property(x => x.Source).HasMaxLength(ConsentContent.SourceMaxLength);
        builder.TenantIndex(nameof(Consent.CustomerId), nameof(Consent.Id));
        builder.TenantIndex(nameof(Consent.Purpose), nameof(Consent.CustomerId), nameof(Consent.At), nameof(Consent.Id));
        builder.References<Consent, Customer>(nameof(Consent.CustomerId));
        builder.ErasedWithCustomer(nameof(Consent.Evidence), nameof(Consent.Source));
        builder.References<Consent, StaffMember>(nameof(Consent.By));
    }
}

internal sealed class RelationConfiguration : IEntityTypeConfiguration<Relation>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<Relation> builder)
    {
        builder.ToTable("Relations");
        builder.AggregateOfTenant();
        builder.Property(x => x.Role).HasMaxLength(RelationContent.RoleMaxLength);
        builder.TenantIndex(nameof(Relation.CustomerId), nameof(Relation.Id));
        builder.TenantIndex(nameof(Relation.OtherCustomerId), nameof(Relation.Id));
        builder.TenantIndex(nameof(Relation.Slot)).IsUnique();
        builder.References<Relation, Customer>(nameof(Relation.CustomerId));
        builder.References<Relation, Customer>(nameof(Relation.OtherCustomerId));
        builder.ErasedWithCustomer(ErasureRule.Delete);
    }
}
