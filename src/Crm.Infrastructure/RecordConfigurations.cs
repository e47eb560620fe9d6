using Crm.Application;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Infrastructure.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        Members(builder);
        builder.Ignore(x => x.TenantNumber);
        builder.OfTenant(nameof(AuditEntry.Id));
        builder.TenantIndex(nameof(AuditEntry.ResourceId), nameof(AuditEntry.Id));
        builder.TenantIndex(nameof(AuditEntry.ResourceType), nameof(AuditEntry.Id));
        builder.TenantIndex(nameof(AuditEntry.Action), nameof(AuditEntry.Id));
        builder.TenantIndex(nameof(AuditEntry.CredentialId), nameof(AuditEntry.Id));
        builder.TenantIndex(nameof(AuditEntry.StaffId), nameof(AuditEntry.Id));
    }

    internal static void Members(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.OnlyAdded();
        builder.Property(x => x.CredentialId).HasMaxLength(300);
        builder.Property(x => x.CredentialName).HasMaxLength(200);
        builder.Property(x => x.Action).HasMaxLength(60);
        builder.Property(x => x.ResourceType).HasMaxLength(40);
        builder.Property(x => x.ResourceId).HasMaxLength(70);
        builder.Property(x => x.RequestId).HasMaxLength(60);
        builder.Property(x => x.Before).IsJsonText();
        builder.Property(x => x.After).IsJsonText();
    }
}

internal sealed class CatalogAuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>, IOfCatalog
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        AuditEntryConfiguration.Members(builder);
        builder.ToTable("CatalogAuditEntries");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => new { x.TenantNumber, x.Id });
        builder.HasIndex(x => new { x.TenantNumber, x.ResourceId, x.Id });
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.OnlyAdded();
        builder.OfTenant(nameof(OutboxMessage.Id));
        builder.Property(x => x.Type).HasMaxLength(80);
    }
}

internal sealed class ExternalIdEntryConfiguration : IEntityTypeConfiguration<ExternalIdEntry>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<ExternalIdEntry> builder)
    {
        builder.ToTable("ExternalIds");
        builder.OnlyAdded();
        builder.Property(x => x.ResourceType).HasMaxLength(40);
        builder.Property(x => x.ExternalId).HasMaxLength(ByteKey.MaxLength);
        builder.OfTenant(nameof(ExternalIdEntry.ResourceType), nameof(ExternalIdEntry.ExternalId));
    }
}

internal sealed class StoredAnswerConfiguration : IEntityTypeConfiguration<StoredAnswer>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        Members(builder);
        builder.OfTenant(nameof(StoredAnswer.KeyHash));
        builder.TenantIndex(nameof(StoredAnswer.ExpiresAt));
    }

    internal static void Members(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.ToTable("StoredAnswers");
        builder.OnlyAdded();
        builder.Property(x => x.KeyHash).HasMaxLength(32).IsFixedLength();
        builder.Property(x => x.RequestHash).HasMaxLength(32).IsFixedLength();
    }
}

internal sealed class CatalogStoredAnswerConfiguration : IEntityTypeConfiguration<StoredAnswer>, IOfCatalog
{
    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        StoredAnswerConfiguration.Members(builder);
        builder.ToTable("CatalogStoredAnswers");
        builder.HasKey(x => x.KeyHash);
        builder.HasIndex(x => x.ExpiresAt);
    }
}

internal sealed class TimelineEntryConfiguration : IEntityTypeConfiguration<TimelineEntry>, IOfTenantStore
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("TimelineEntries");
        builder.OnlyAdded();
        builder.OfTenant(nameof(TimelineEntry.Id));
        builder.Property(x => x.Type).HasMaxLength(60);
        builder.Property(x => x.ResourceId).HasMaxLength(70);
        builder.TenantIndex(nameof(TimelineEntry.CustomerId), nameof(TimelineEntry.At), nameof(TimelineEntry.Id));
        builder.References<TimelineEntry, Customer>(nameof(TimelineEntry.CustomerId));
        builder.Property(x => x.Summary).IsJsonText();
        builder.ErasedWithCustomer(nameof(TimelineEntry.Summary));
    }
}
